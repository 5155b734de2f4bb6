-- Version 3: what is known of addresses that were fetched, so that they are asked for only where they changed.

-- address: as it was asked for, of a feed or of a page. etag, modified: the validators of its last answer, as
-- the server wrote them (RFC 9110, 8.8). changed: when a feed says that the page was changed, as it was written.
CREATE TABLE fetched (
    address TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    changed TEXT
) STRICT, WITHOUT ROWID;
