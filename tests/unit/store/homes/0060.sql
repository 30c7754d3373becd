INSERT INTO draft VALUES (1, '["/home/us/invoice.pdf"]', 4, 'Shall I come at eleven?');
