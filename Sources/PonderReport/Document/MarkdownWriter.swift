/// Writes a report document as GitHub-flavoured Markdown.
struct MarkdownWriter {
    /// The path of a picture of the first chart.
    let chart: String?

    func page(_ document: ReportDocument) -> String {
        var isFirstChart = true
        let sections = document.sections.map { section in
            let blocks = section.blocks.map { block($0, isFirstChart: &isFirstChart) }
            let head = ["## \(Self.escape(section.title))", "*\(Self.escape(section.question))*"]
            return (head + blocks).joined(separator: "\n\n")
        }
        let head = ["# \(Self.escape(document.title))", Self.escape(document.subtitle)]
        return (head + sections).joined(separator: "\n\n") + "\n"
    }

    private func block(_ block: ReportBlock, isFirstChart: inout Bool) -> String {
        switch block {
        case .paragraph(let text): return Self.escape(text)
        case .warning(let text): return "> **Note** \(Self.escape(text))"
        case .list(let items): return items.map { "- \(Self.escape($0))" }.joined(separator: "\n")
        case .heading(let text): return "### \(Self.escape(text))"
        case .code(let text): return Self.fenced(text)
        case .table(let table): return Self.table(table)
        case .details(let title, let blocks):
            let content = blocks.map { self.block($0, isFirstChart: &isFirstChart) }
            let summary = XMLText.escape(String(title.map { $0.isNewline ? " " : $0 }))
            return
                (["<details><summary>\(summary)</summary>"] + content
                + ["</details>"]).joined(separator: "\n\n")
        case .charts(let charts):
            defer { isFirstChart = false }
            return Self.charts(charts, picture: isFirstChart ? chart : nil)
        }
    }

    private static func charts(_ charts: [Chart], picture: String?) -> String {
        guard let first = charts.first else { return "" }
        let names = charts.map(\.axis.name).joined(separator: ", ")
        let line =
            picture.map { "![\(escape(first.title))](<\($0)>)" }
            ?? "\(escape(first.title)): the chart is in the HTML report, by \(escape(names))."
        let notes = charts.flatMap { chart in
            chart.notes.map { "\(escape(chart.axis.name)): \(escape($0))" }
        }
        return ([line, escape(first.description)] + notes).joined(separator: "\n\n")
    }

    private static func table(_ table: ReportTable) -> String {
        let heads = table.columns.map { escape($0.title) }
        let rules = table.columns.map { $0.isNumeric ? "---:" : "---" }
        let rows = table.rows.map { row in row.map { escape($0.text) } }
        let lines = ([heads, rules] + rows).map { "| \($0.joined(separator: " | ")) |" }
        return escape(table.caption) + "\n\n" + lines.joined(separator: "\n")
    }

    /// A code block whose fence is longer than any run of backticks inside.
    private static func fenced(_ text: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        let end = text.hasSuffix("\n") ? "" : "\n"
        return "\(fence)\n\(text)\(end)\(fence)"
    }

    /// Text on one line that Markdown shows as it is.
    static func escape(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "$":
                result += "\\\(character)"
            case "&": result += "&amp;"
            case _ where character.isNewline: result += " "
            default: result.append(character)
            }
        }
        return result
    }
}
