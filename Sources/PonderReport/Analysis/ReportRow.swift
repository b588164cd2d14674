/// A row as a report shows it.
struct ReportRow: Sendable {
    /// The row's place in the report, from 0: tables and charts refer to it.
    let id: Int
    /// The row's results.
    let measurement: RowMeasurement
    /// What the row came to.
    let summary: SummaryRow
    /// What tells the row from every other row of its task.
    let name: String

    /// The row's mean spend on an axis, if it may stand there.
    ///
    /// A row that calls a verifier, a critic or an expert has no place on the axis of output
    /// tokens: what those read is prompt, so the axis would show them as nearly free.
    func rankedSpend(on axis: SpendAxis) -> Double? {
        guard axis != .outputTokens || !measurement.usesOtherRoles,
            let spend = measurement.spend?.amount(on: axis), spend > 0
        else { return nil }
        return spend
    }
}
