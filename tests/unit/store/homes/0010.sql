-- What somebody had written in the first schema. Of the two chats one has everything a message can be.
INSERT INTO account VALUES (1, 'http://127.0.0.1:9/api', '16287540703457500320', 'acme', 'Acme');
INSERT INTO identity VALUES (1, 1, 'number', '2075550100', '', '', '');
INSERT INTO contact VALUES
    (1, 1, '16287541554521990001', '501', 'Lena Hoffmann', 1, 1770000000000, 1),
    (2, 1, '', '502', 'Ζωή Παπαδοπούλου', NULL, NULL, 1);
INSERT INTO chat VALUES
    (1, 1, 1, '', 'half a thought', 's-2', 1770000009000, 1770000009000, 'On my way', 'out', 'queued', 1770000009000, 0,
     1770000002000, 1, 0, 0, NULL),
    (2, 1, 2, '2075550100', '', 's-3', 1770000020000, 1770000020000, 'Καλημέρα', 'in', 'received', 1770000020000, 1, 0,
     0, 0, 0, 4102444800000);
INSERT INTO session VALUES
    (1, 's-1', 1, 1770000005000, 1770000001000), (1, 's-2', 1, NULL, 1770000009000), (1, 's-3', 2, NULL, 1770000020000);
INSERT INTO message VALUES
    (1, 1, 1, 1770000001000, 'in', 'text', 'received', 'The parcel is here', 'm-1', 's-1', '', 1770000001000, NULL,
     1770000001500, NULL, NULL, NULL),
    (2, 1, 1, 1770000002000, 'in', 'file', 'received', '', 'm-2', 's-1', '', 1770000002000, NULL, NULL, NULL,
     '{"name":"garden.jpg","mime":"image/jpeg","size_bytes":48213,"path":"","url":"http://127.0.0.1:9/f/garden.jpg"}', NULL),
    (3, 1, 1, 1770000003000, 'out', 'text', 'read', 'Thank you', 'm-3', 's-1', '', 1770000003000, 1770000003000, NULL,
     NULL, NULL, NULL),
    (4, 1, 1, 1770000004000, 'out', 'text', 'delivered', 'Shall I come at ten?', 'm-4', 's-2', '', 1770000004000,
     1770000004000, NULL, NULL, NULL, NULL),
    (5, 1, 1, 1770000005000, 'out', 'text', 'failed', 'This one did not go', '', '', 'The server refused it.',
     1770000005000, 1770000005000, NULL, NULL, NULL, NULL),
    (6, 1, 1, 1770000006000, 'out', 'text', 'uncertain', 'Nobody knows of this', '', 's-2', 'No answer came.',
     1770000006000, 1770000006000, NULL, NULL, NULL, NULL),
    (7, 1, 1, 1770000007000, 'in', 'text', 'received', '', 'm-7', 's-2', '', 1770000007000, NULL, NULL, 1770000007500,
     NULL, NULL),
    (8, 1, 1, 1770000008000, 'out', 'call', 'sent', '', 'm-8', 's-2', '', 1770000008000, 1770000008000, NULL, NULL,
     NULL, '{"duration_s":150,"caller":"2075550100","called":"501","subject":"The parcel","comment":"","transcription":""}'),
    (9, 1, 1, 1770000009000, 'out', 'text', 'queued', 'On my way', '', '', '', 1770000009000, NULL, NULL, NULL, NULL, NULL),
    (10, 2, 1, 1770000020000, 'in', 'text', 'received', 'Καλημέρα', 'm-10', 's-3', '', 1770000020000, NULL, NULL, NULL,
     NULL, NULL);
INSERT INTO edit VALUES (1, 1, 'The parcel is hear', NULL, 1770000001500);
INSERT INTO message_words (rowid, words) SELECT id, text FROM message WHERE text <> '';
INSERT INTO journal VALUES (1, 1770000001000, 'message', x'7b7d', 'd-1', 'applied', '');
INSERT INTO parked VALUES (1, 1, 'm-99', 'updated', 'what came before its message', '', 1770000010000);
INSERT INTO outbox VALUES (1, 'send', 1, 1, 1, 9, 'On my way', 0, '', 0, 1770000009000);
