UPDATE message SET delivered_at = 1770000004500 WHERE id = 4;
