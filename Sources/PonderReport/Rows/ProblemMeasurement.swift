import PonderRecord

/// What one row made of one problem, over all its epochs and replays.
struct ProblemMeasurement: Hashable, Sendable {
    /// The problem's id.
    var id: String
    /// The problem's place in the task.
    var index: Int
    /// The problem's difficulty, where the data says one.
    var difficulty: String?
    /// The share of searches that were right, epochs weighing the same; `nil` if all failed.
    var accuracy: Double?
    /// The share of searches in which any candidate was right; `nil` if all failed.
    var coverage: Double?
    /// The mean number of candidates of a search.
    var candidates: Double
    /// The mean spend of a search, failed ones included.
    var spend: SpendFigures
    /// Whether accuracy is the result of one search: right or wrong.
    var isBinary: Bool

    /// Gathers the results of one problem; `nil` of none.
    ///
    /// - Parameters:
    ///   - results: the results of one row and problem, by epoch.
    ///   - spend: the spend of a search behind a result.
    init?(_ results: [ResultRecord], spend: (ResultRecord) -> SpendFigures) {
        guard let first = results.first, let mean = SpendFigures.mean(results.map(spend)) else {
            return nil
        }
        id = first.problem
        index = first.index
        difficulty = results.lazy.compactMap(\.difficulty).first
        accuracy = Self.mean(results.compactMap(\.accuracy))
        coverage = Self.mean(results.compactMap(\.coverage))
        candidates = Self.mean(results.map { Double($0.candidates) / Double($0.replays) }) ?? 0
        self.spend = mean
        isBinary = results.count == 1 && first.replays == 1
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
