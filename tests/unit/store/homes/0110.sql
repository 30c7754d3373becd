INSERT INTO account VALUES (2, 'http://127.0.0.1:9/api', '16287540703457500555', 'bolt', 'Bolt', 1);
