/// A part of a report with a heading and the question that it answers.
struct ReportSection: Sendable {
    /// The anchor, unique in its report.
    var anchor: String
    /// The heading.
    var title: String
    /// The question that the section answers.
    var question: String
    /// The content.
    var blocks: [ReportBlock]
}
