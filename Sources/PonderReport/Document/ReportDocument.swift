/// A report before it is written down as HTML or Markdown.
struct ReportDocument: Sendable {
    /// The title.
    var title: String
    /// What stands below the title.
    var subtitle: String
    /// The sections in order.
    var sections: [ReportSection]
}
