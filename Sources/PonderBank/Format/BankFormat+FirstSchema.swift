extension BankFormat {
    /// The tables of version 1; the page "PonderBank" of the documentation explains each column.
    static let firstSchema = """
        CREATE TABLE models (
            id INTEGER PRIMARY KEY,
            provider TEXT NOT NULL,
            name TEXT NOT NULL,
            revision TEXT NOT NULL,
            UNIQUE (provider, name, revision)
        ) STRICT;

        CREATE TABLE requests (
            key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 32),
            model INTEGER NOT NULL REFERENCES models (id),
            request TEXT NOT NULL
        ) STRICT;

        CREATE TABLE draws (
            key BLOB NOT NULL REFERENCES requests (key),
            stream BLOB NOT NULL CHECK (length(stream) = 32),
            idx INTEGER NOT NULL CHECK (idx >= 0),
            output_limit INTEGER NOT NULL CHECK (output_limit >= 1),
            reply TEXT NOT NULL,
            top_logprobs INTEGER CHECK (top_logprobs >= 0),
            PRIMARY KEY (key, stream, idx, output_limit)
        ) STRICT;

        CREATE TABLE attempts (
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL,
            stream BLOB NOT NULL,
            idx INTEGER NOT NULL,
            usage TEXT NOT NULL
        ) STRICT;
        CREATE INDEX attempts_by_address ON attempts (key, stream, idx);

        CREATE TABLE invocations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run TEXT NOT NULL
        ) STRICT;
        CREATE INDEX invocations_by_run ON invocations (run);

        CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            invocation INTEGER NOT NULL REFERENCES invocations (id),
            key BLOB NOT NULL,
            stream BLOB NOT NULL,
            idx INTEGER NOT NULL,
            outcome TEXT CHECK (outcome IN ('draw', 'duplicate', 'failed', 'cancelled', 'lost')),
            bound_prompt_tokens INTEGER NOT NULL,
            bound_output_tokens INTEGER NOT NULL,
            bound_calls INTEGER NOT NULL,
            bound_cost INTEGER NOT NULL,
            bound_flops TEXT NOT NULL,
            billed_prompt_tokens INTEGER,
            billed_output_tokens INTEGER,
            billed_calls INTEGER,
            billed_cost INTEGER,
            billed_flops TEXT,
            CHECK ((outcome IS NULL) = (billed_flops IS NULL))
        ) STRICT;
        CREATE INDEX journal_by_invocation ON journal (invocation);

        CREATE TABLE prompt_bounds (
            prompt BLOB NOT NULL PRIMARY KEY CHECK (length(prompt) = 32),
            tokens INTEGER NOT NULL CHECK (tokens >= 0)
        ) STRICT;
        """
}
