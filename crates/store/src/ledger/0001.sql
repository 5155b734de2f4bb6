-- Version 1 of the ledger. Times of day and machine stand nowhere in it.

-- Who made records: the version of the program, its layers, the hash of its tables.
CREATE TABLE producers (
    id INTEGER PRIMARY KEY,
    made_by TEXT NOT NULL UNIQUE
) STRICT;

-- A part: some documents of one month, a file a table. Settled: its files stand in their places.
CREATE TABLE parts (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    settled INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The files of a settled part, as they were written.
CREATE TABLE files (
    part INTEGER NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    n_rows INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (part, name)
) STRICT, WITHOUT ROWID;

-- part: where its rows stand; none yet for those that were added last.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    doc_key TEXT NOT NULL UNIQUE,
    doc_id TEXT NOT NULL,
    path TEXT,
    url TEXT,
    outlet TEXT,
    title TEXT,
    published_at TEXT,
    published_on TEXT,
    month TEXT NOT NULL,
    n_statements INTEGER NOT NULL,
    n_events INTEGER NOT NULL,
    producer INTEGER NOT NULL REFERENCES producers (id),
    part INTEGER REFERENCES parts (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX documents_by_part ON documents (part, month);
CREATE INDEX documents_by_label ON documents (doc_id);
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_day ON documents (published_on);

-- The records themselves: a line of JSON, packed (zlib).
CREATE TABLE records (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    schema INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    statement_id TEXT NOT NULL,
    speaker TEXT COLLATE NOCASE,
    speaker_code TEXT,
    speaker_entity TEXT,
    stance TEXT NOT NULL,
    negated INTEGER NOT NULL,
    confidence REAL NOT NULL,
    UNIQUE (document, statement_id)
) STRICT;
CREATE INDEX statements_by_code ON statements (speaker_code) WHERE speaker_code IS NOT NULL;
CREATE INDEX statements_by_entity ON statements (speaker_entity) WHERE speaker_entity IS NOT NULL;
CREATE INDEX statements_by_speaker ON statements (speaker) WHERE speaker IS NOT NULL;

-- day: the first day of the event, else that of publication.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL,
    day TEXT,
    type TEXT NOT NULL,
    mode TEXT,
    quad INTEGER NOT NULL,
    intensity REAL NOT NULL,
    polarity TEXT NOT NULL,
    modality TEXT NOT NULL,
    claim INTEGER NOT NULL,
    place TEXT COLLATE NOCASE,
    place_country TEXT,
    confidence REAL NOT NULL,
    UNIQUE (document, event_id)
) STRICT;
CREATE INDEX events_by_day ON events (day, id);
CREATE INDEX events_by_type ON events (type, day, id);
CREATE INDEX events_by_place ON events (place) WHERE place IS NOT NULL;
CREATE INDEX events_by_country ON events (place_country) WHERE place_country IS NOT NULL;

CREATE TABLE participants (
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    position INTEGER NOT NULL,
    entity TEXT,
    code TEXT,
    name TEXT COLLATE NOCASE,
    PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_entity ON participants (entity, role) WHERE entity IS NOT NULL;
CREATE INDEX participants_by_name ON participants (name, role) WHERE name IS NOT NULL;

-- A row for each actor with each recipient. A head is the first part of a code, or empty.
CREATE TABLE pairs (
    actor_head TEXT NOT NULL,
    recipient_head TEXT NOT NULL,
    day TEXT,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL
) STRICT;
CREATE INDEX pairs_by_dyad ON pairs (actor_head, recipient_head, day, event, actor, recipient);
CREATE INDEX pairs_by_actor ON pairs (actor_head, day, event, actor);
CREATE INDEX pairs_by_recipient ON pairs (recipient_head, day, event, recipient);
CREATE INDEX pairs_by_event ON pairs (event);

CREATE TABLE voices (
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    depth INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    PRIMARY KEY (event, depth)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_by_statement ON voices (statement);

-- What a step over all documents says of each; empty where none has run.
CREATE TABLE stories (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    story TEXT NOT NULL,
    thread TEXT,
    copy_of TEXT,
    copy_kind TEXT
) STRICT;
CREATE INDEX stories_by_story ON stories (story);

-- Events of several reports that are one.
CREATE TABLE merged (
    event INTEGER PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    merged TEXT NOT NULL
) STRICT;
CREATE INDEX merged_by_id ON merged (merged);

-- Headline and text of each document, to be searched; the text itself is in the record.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
