/// One problem of one row in one epoch.
struct RunJob: Hashable, Sendable {
    var row: Int
    var epoch: Int
    var problem: Int
}
