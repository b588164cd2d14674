import Ponder
import PonderRecord

/// What makes two rows read the same pool of draws.
struct PoolIdentity: Hashable {
    var task: Int
    var model: String
    var sampling: SamplingOptions
    var stop: [String]

    init(_ row: PlannedRow) {
        task = row.task
        model = row.description.model
        sampling = row.sampling
        stop = row.stop
    }
}
