import Ponder

/// The draws of one problem that the expectations of one or more rows are taken over.
struct PoolJob: Sendable {
    /// A row that reads these draws: its model, sampling and prompt are those of the pool.
    var row: PlannedRow
    var epoch: Int
    var problem: Int
}
