/// Writes a table as plain text with aligned columns.
enum PlainTable {
    /// Returns lines whose columns stand below their headings; numbers stand at the right.
    ///
    /// - Parameters:
    ///   - heads: the headings, with units.
    ///   - numeric: whether each column holds numbers.
    ///   - rows: the cells, one for each heading.
    /// - Returns: the lines, each with its end.
    static func text(heads: [String], numeric: [Bool], rows: [[String]]) -> String {
        let cells = [heads] + rows.map { row in row.map(oneLine) }
        let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        func line(_ row: [String]) -> String {
            let padded = row.indices.map { column in
                let room = String(repeating: " ", count: widths[column] - row[column].count)
                return numeric[column] ? room + row[column] : row[column] + room
            }
            var text = padded.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        let lines = [line(heads), line(rule)] + cells.dropFirst().map(line)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
