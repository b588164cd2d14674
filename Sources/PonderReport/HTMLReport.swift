public import PonderRecord

/// Writes a report as one self-contained HTML file: no script, no network, light and dark.
///
/// The text is also well-formed XML. All of it is a pure function of the logs.
public enum HTMLReport: Sendable {
    /// Returns the report of some runs, which are compared where they share problems.
    ///
    /// - Parameters:
    ///   - logs: the runs.
    ///   - title: the title; the runs' names by default.
    /// - Returns: the page.
    public static func text(_ logs: [RunLog], title: String? = nil) -> String {
        HTMLWriter.page(ReportLayout.document(ReportData(logs, title: title)))
    }
}
