/// A piece of a report, independent of how it is written down.
indirect enum ReportBlock: Sendable {
    /// A paragraph.
    case paragraph(String)
    /// A paragraph that must not be missed.
    case warning(String)
    /// A list of sentences.
    case list([String])
    /// A table.
    case table(ReportTable)
    /// The charts of one task, one for each axis, of which one is shown at a time.
    case charts([Chart])
    /// Text in a fixed-width face.
    case code(String)
    /// Blocks that are folded away at first.
    case details(String, [ReportBlock])
    /// A heading inside a section.
    case heading(String)
}
