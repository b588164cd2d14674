import Yams

extension SourcePosition {
    /// The place of a YAML mark, which also counts from 1.
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }

    /// The place of a YAML mark; the start of the file if there is none.
    init(_ mark: Mark?) {
        self = mark.map(SourcePosition.init) ?? .start
    }
}
