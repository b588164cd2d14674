public import PonderCore

/// Where a task takes its samples from.
public enum DataSource: Hashable, Sendable {
    /// A JSON Lines file: one object a line; blank lines are skipped.
    ///
    /// The first `offset` records are left out, then at most `limit` are read.
    case file(
        _ path: String,
        mapping: FieldMapping = FieldMapping(),
        limit: Int? = nil,
        offset: Int = 0
    )

    /// Samples that the task makes itself: of one level, or of all levels in turn.
    ///
    /// The samples depend on seed, level and place only: a larger count begins with the same ones.
    case generated(seed: Seed, count: Int, level: Int? = nil)
}
