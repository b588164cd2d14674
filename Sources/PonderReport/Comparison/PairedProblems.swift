import PonderStatistics

/// The problems that several rows have all scored, with their scores and spends in one order.
struct PairedProblems {
    /// The ids, in the order of the first row.
    let ids: [String]
    private let byID: [[String: ProblemMeasurement]]

    /// Matches problems by id.
    init(_ rows: [RowMeasurement]) {
        byID = rows.map { row in
            // An id that stands twice in a task is one problem in the log already.
            Dictionary(row.scored.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let others = byID
        ids = (rows.first?.scored ?? []).map(\.id).filter { id in
            others.allSatisfy { $0[id] != nil }
        }
    }

    /// The scores of a row.
    func scores(_ row: Int) -> [Double] { ids.compactMap { byID[row][$0]?.accuracy } }

    /// Whether each score of a row is the result of one search.
    func isBinary(_ row: Int) -> Bool { ids.allSatisfy { byID[row][$0]?.isBinary == true } }

    /// The spends of a row on an axis; `nil` where one is not known.
    func costs(_ row: Int, on axis: SpendAxis) -> [Double]? {
        let costs = ids.compactMap { byID[row][$0]?.spend.amount(on: axis) }
        return costs.count == ids.count ? costs : nil
    }

    /// The scores and spends of a row; `nil` where a spend is not known.
    func measured(_ row: Int, on axis: SpendAxis) -> MeasuredRow? {
        costs(row, on: axis).map { MeasuredRow(scores: scores(row), costs: $0) }
    }
}
