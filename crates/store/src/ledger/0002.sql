-- Version 2: how many events of each type a dyad has in each month.

-- actor, recipient: a code, what stands above it ("RUS" above "RUS.GOV"), or `*` for anybody or nobody.
-- An event counts once in a row, whatever the number of its participants. claims: told as somebody's
-- word; denied: the text says that it did not happen. intensity: the sum of the base scores.
CREATE TABLE summaries (
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL,
    month TEXT NOT NULL,
    type TEXT NOT NULL,
    n_events INTEGER NOT NULL,
    n_claims INTEGER NOT NULL,
    n_denied INTEGER NOT NULL,
    intensity REAL NOT NULL,
    PRIMARY KEY (actor, recipient, month, type)
) STRICT, WITHOUT ROWID;

-- All actors or all recipients of a month.
CREATE INDEX summaries_of_actors ON summaries (month, actor) WHERE recipient = '*';
CREATE INDEX summaries_of_recipients ON summaries (month, recipient) WHERE actor = '*';
