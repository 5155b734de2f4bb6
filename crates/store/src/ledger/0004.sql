-- Version 4: stories, and events that several reports tell. Both follow the documents as tables do.

-- One row: who groups, with which window in days. begun: documents up to this number are to be placed;
-- placed: those up to this one are.
CREATE TABLE grouping (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    engine TEXT NOT NULL,
    window INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    placed INTEGER NOT NULL
) STRICT;

-- Documents that were placed together, for good. day: the latest one up to then. chain: a hash of all
-- documents up to then, by which what is kept beside the ledger is known to belong to it.
CREATE TABLE rounds (
    id INTEGER PRIMARY KEY,
    day TEXT,
    chain TEXT NOT NULL
) STRICT;

-- round: none as long as more of the same day may come. seed: what the id of a story is made of that
-- begins with this document.
DROP TABLE stories;
CREATE TABLE stories (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    round INTEGER REFERENCES rounds (id),
    seed TEXT NOT NULL,
    story TEXT NOT NULL,
    thread TEXT NOT NULL,
    copy_of TEXT,
    copy_kind TEXT
) STRICT;
CREATE INDEX stories_by_round ON stories (round);
CREATE INDEX stories_by_seed ON stories (seed);
CREATE INDEX stories_by_story ON stories (story);
CREATE INDEX stories_by_thread ON stories (thread);

-- Rows of documents with a round, as they were before documents without one changed them.
CREATE TABLE stories_before (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    round INTEGER,
    seed TEXT NOT NULL,
    story TEXT NOT NULL,
    thread TEXT NOT NULL,
    copy_of TEXT,
    copy_kind TEXT
) STRICT;

-- Stories whose events are to be joined anew.
CREATE TABLE unjoined (story TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- An event as all its reports tell it; event: its first report. Lists are JSON.
DROP TABLE merged;
CREATE TABLE merged (
    id INTEGER PRIMARY KEY,
    merged TEXT NOT NULL UNIQUE,
    story TEXT NOT NULL,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    day TEXT,
    type TEXT NOT NULL,
    quad INTEGER NOT NULL,
    intensity REAL NOT NULL,
    actors TEXT NOT NULL,
    recipients TEXT NOT NULL,
    places TEXT NOT NULL,
    sizes TEXT NOT NULL,
    n_reports INTEGER NOT NULL,
    n_documents INTEGER NOT NULL,
    n_claims INTEGER NOT NULL,
    n_denied INTEGER NOT NULL,
    sources_least INTEGER NOT NULL,
    sources_most INTEGER NOT NULL,
    ties TEXT NOT NULL
) STRICT;
CREATE INDEX merged_by_story ON merged (story);
CREATE INDEX merged_by_event ON merged (event);

-- The reports of merged events.
CREATE TABLE reports (
    event INTEGER PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    merged INTEGER NOT NULL REFERENCES merged (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX reports_by_merged ON reports (merged);

-- Ids that merged events had, with their first report then: it leads to what they are now.
CREATE TABLE merged_before (
    merged TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- As `summaries`, of merged events: each once, whatever the number of its reports. n_sourced: those of
-- at least two independent sources; sources_least, sources_most: sums.
CREATE TABLE merged_summaries (
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    month TEXT NOT NULL,
    type TEXT NOT NULL,
    n_events INTEGER NOT NULL,
    n_sourced INTEGER NOT NULL,
    sources_least INTEGER NOT NULL,
    sources_most INTEGER NOT NULL,
    PRIMARY KEY (actor, recipient, month, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_summaries_of_actors ON merged_summaries (month, actor) WHERE recipient = '*';
CREATE INDEX merged_summaries_of_recipients ON merged_summaries (month, recipient) WHERE actor = '*';

-- told: the files of what its documents say together stand.
ALTER TABLE parts ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
