/// Writes a report document as one HTML page that an XML parser reads too.
enum HTMLWriter {
    /// Nothing may be fetched, whatever a config or a prompt holds.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        + "form-action 'none'"

    /// Columns with longer cells than this get room to break them well.
    private static let longCell = 36

    static func page(_ document: ReportDocument) -> String {
        let title = XMLText.escape(document.title)
        let links = document.sections.map { section in
            XMLText.element(
                "li",
                [:],
                XMLText.element(
                    "a",
                    ["href": "#\(section.anchor)"],
                    XMLText.escape(section.title)
                )
            )
        }
        let head =
            XMLText.empty("meta", ["charset": "utf-8"])
            + XMLText.empty(
                "meta",
                ["name": "viewport", "content": "width=device-width, initial-scale=1"]
            )
            + XMLText.empty(
                "meta",
                ["http-equiv": "Content-Security-Policy", "content": policy]
            )
            + XMLText.empty("meta", ["name": "color-scheme", "content": "light dark"])
            + XMLText.element("title", [:], title)
            + XMLText.empty("link", ["rel": "icon", "href": "data:,"])
            + XMLText.element("style", [:], "\n" + HTMLStyle.text + "\n")
        let header =
            XMLText.element("h1", [:], title)
            + XMLText.element("p", ["class": "quiet"], XMLText.escape(document.subtitle))
            + XMLText.element(
                "nav",
                ["aria-label": "Sections"],
                XMLText.element("ul", [:], links.joined())
            )
        let sections = document.sections.map { section($0) }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>\(head)</head>
            <body>
            <a class="skip" href="#content">Skip to content</a>
            <header>\(header)</header>
            <main id="content">
            \(sections)
            </main>
            </body>
            </html>

            """
    }

    private static func section(_ section: ReportSection) -> String {
        let content =
            XMLText.element(
                "h2",
                ["id": "\(section.anchor)-title"],
                XMLText.escape(section.title)
            )
            + XMLText.element("p", ["class": "question"], XMLText.escape(section.question))
            + section.blocks.map { block($0) }.joined(separator: "\n")
        return XMLText.element(
            "section",
            ["id": section.anchor, "aria-labelledby": "\(section.anchor)-title"],
            content
        )
    }

    private static func block(_ block: ReportBlock) -> String {
        switch block {
        case .paragraph(let text): XMLText.element("p", [:], XMLText.escape(text))
        case .warning(let text):
            XMLText.element(
                "p",
                ["class": "warning"],
                XMLText.element("strong", [:], "Note") + " " + XMLText.escape(text)
            )
        case .list(let items):
            XMLText.element(
                "ul",
                [:],
                items.map { XMLText.element("li", [:], XMLText.escape($0)) }.joined()
            )
        case .table(let table): self.table(table)
        case .charts(let charts): self.charts(charts)
        case .code(let text):
            XMLText.element(
                "pre",
                ["tabindex": "0"],
                XMLText.element("code", [:], XMLText.escape(text))
            )
        case .details(let title, let blocks):
            XMLText.element(
                "details",
                [:],
                XMLText.element("summary", [:], XMLText.escape(title))
                    + blocks.map { self.block($0) }.joined()
            )
        case .heading(let text): XMLText.element("h3", [:], XMLText.escape(text))
        }
    }

    private static func table(_ table: ReportTable) -> String {
        let heads = table.columns.map { column in
            XMLText.element(
                "th",
                ["scope": "col", "class": column.isNumeric ? "number" : "text"],
                XMLText.escape(column.title)
            )
        }
        let areLong = table.columns.indices.map { column in
            table.rows.contains { $0[column].text.count > longCell }
        }
        let rows = table.rows.map { row in
            let cells = zip(row, table.columns).enumerated().map { index, pair in
                let (cell, column) = pair
                guard index > 0 else {
                    return XMLText.element("th", ["scope": "row"], XMLText.escape(cell.text))
                }
                let kind = column.isNumeric ? "number" : (areLong[index] ? "text long" : "text")
                return XMLText.element(
                    "td",
                    ["class": cell.tone == .plain ? kind : "\(kind) \(cell.tone.rawValue)"],
                    XMLText.escape(cell.text)
                )
            }
            return XMLText.element("tr", [:], cells.joined())
        }
        let question = table.caption.prefix { $0 != "?" } + "?"
        let rest = table.caption.dropFirst(question.count).drop { $0 == " " }
        let caption =
            XMLText.element("strong", [:], XMLText.escape(String(question)))
            + (rest.isEmpty ? "" : " " + XMLText.escape(String(rest)))
        let head = XMLText.element("tr", [:], heads.joined())
        return XMLText.element(
            "figure",
            ["class": "table"],
            XMLText.element("figcaption", [:], caption)
                + XMLText.element(
                    "div",
                    [
                        "class": "scroll", "role": "region", "tabindex": "0",
                        "aria-label": String(question),
                    ],
                    XMLText.element(
                        "table",
                        [:],
                        XMLText.element("thead", [:], head)
                            + XMLText.element("tbody", [:], rows.joined(separator: "\n"))
                    )
                )
        )
    }

    /// All charts of a task, and a switch of radio buttons that works without a script.
    private static func charts(_ charts: [Chart]) -> String {
        let group = charts.first?.anchor ?? "chart"
        let switches = charts.enumerated().map { index, chart in
            let id = "\(chart.anchor)-switch"
            let checked = index == 0 ? " checked=\"checked\"" : ""
            return "<input type=\"radio\" id=\"\(id)\" name=\"\(group)-axis\"\(checked)/>"
                + XMLText.element("label", ["for": id], XMLText.escape(chart.axis.name))
        }
        let panels = charts.map { chart in
            let drawings = [ChartLayout.wide, .narrow].map { layout in
                XMLText.element(
                    "div",
                    ["class": layout.suffix],
                    ChartDrawing(chart, layout: layout)?.inline ?? ""
                )
            }
            let notes = chart.notes.map { XMLText.element("p", [:], XMLText.escape($0)) }
            let caption =
                "Each point is one row. Bars and bands are pointwise 95 % intervals of accuracy: "
                + "they do not compare rows, the paired differences below do. Points of about "
                + "equal spend stand slightly apart. The dashed line is no result: it is the "
                + "largest share of problems for which any candidate of a row that is no dearer was "
                + "right."
            return XMLText.element(
                "figure",
                ["class": "panel"],
                drawings.joined()
                    + XMLText.element(
                        "figcaption",
                        [:],
                        XMLText.element("p", [:], caption) + notes.joined()
                    )
            )
        }
        return XMLText.element(
            "div",
            ["class": "charts", "role": "group", "aria-label": "Chart, by axis"],
            XMLText.element("p", ["class": "hint"], "Accuracy against:") + switches.joined()
                + XMLText.element("div", ["class": "panels"], panels.joined(separator: "\n"))
        )
    }
}
