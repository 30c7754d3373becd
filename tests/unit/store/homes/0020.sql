INSERT INTO import_line VALUES (1, 'l-1', 'done', 3, '', 1770000030000), (1, 'l-2', 'uncertain', NULL, '', 1770000030000);
