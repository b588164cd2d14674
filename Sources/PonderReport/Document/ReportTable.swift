/// A table whose caption says which question it answers.
struct ReportTable: Sendable {
    /// A column.
    struct Column: Sendable {
        /// The heading, with the unit.
        var title: String
        /// Whether the column holds numbers, which stand at the right.
        var isNumeric: Bool

        /// A column of text.
        static func text(_ title: String) -> Column { Column(title: title, isNumeric: false) }

        /// A column of numbers.
        static func number(_ title: String) -> Column { Column(title: title, isNumeric: true) }
    }

    /// How a cell is meant.
    enum Tone: String, Sendable {
        /// A figure among others.
        case plain
        /// A significant gain, or a promise kept.
        case good
        /// A significant loss, or a promise broken.
        case bad
        /// Something that tells little.
        case muted
    }

    /// A cell.
    struct Cell: Sendable, ExpressibleByStringLiteral {
        /// The text.
        var text: String
        /// How it is meant.
        var tone: Tone

        init(_ text: String, _ tone: Tone = .plain) {
            self.text = text
            self.tone = tone
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    /// The question that the table answers, and how to read it.
    var caption: String
    /// The columns; the first names the rows.
    var columns: [Column]
    /// The rows, with one cell for each column.
    var rows: [[Cell]]

    /// Creates a table.
    init(_ caption: String, columns: [Column], rows: [[Cell]]) {
        precondition(
            rows.allSatisfy { $0.count == columns.count },
            "every row needs \(columns.count) cells"
        )
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// Creates a table whose columns are given by their titles, those of text first.
    init(_ caption: String, text: [String], numbers: [String], rows: [[Cell]]) {
        self.init(
            caption,
            columns: text.map(Column.text) + numbers.map(Column.number),
            rows: rows
        )
    }
}
