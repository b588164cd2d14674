public import PonderRecord

/// Writes a report as Markdown, with the same sections and tables as the HTML report.
public enum MarkdownReport: Sendable {
    /// Returns the report of some runs, which are compared where they share problems.
    ///
    /// - Parameters:
    ///   - logs: the runs.
    ///   - title: the title; the runs' names by default.
    ///   - chart: the path of a picture of the first task's chart beside the report, as made by
    ///     ``ReportSVG``; without one, the report says where the chart is.
    /// - Returns: the Markdown.
    public static func text(
        _ logs: [RunLog],
        title: String? = nil,
        chart: String? = nil
    ) -> String {
        let writer = MarkdownWriter(chart: chart)
        return writer.page(ReportLayout.document(ReportData(logs, title: title)))
    }
}
