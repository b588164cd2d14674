import PonderRecord
import PonderReport
import Testing

struct ReportSnapshotTests {
    @Test func `the summary of the fixture run is as recorded`() throws {
        let rows = Summary.rows(of: FixtureRun().log)
        try expectSnapshot(Summary.json(rows), "summary.json")
        try expectSnapshot(SummaryTable.text(rows), "summary.txt")
    }

    @Test func `the HTML report of the fixture run is as recorded`() throws {
        try expectSnapshot(FixtureRun.page, "report.html")
    }

    @Test func `the Markdown report of the fixture run is as recorded`() throws {
        let text = MarkdownReport.text([FixtureRun().log], chart: "chart.svg")
        try expectSnapshot(text, "report.md")
    }

    @Test func `the chart of the fixture run is as recorded`() throws {
        let text = try #require(ReportSVG.text([FixtureRun().log]))
        try expectSnapshot(text, "chart.svg")
    }

    @Test func `the report of two runs is as recorded`() throws {
        let logs = [FixtureRun().log, FixtureRun(seed: 8, name: "second-look").log]
        try expectSnapshot(MarkdownReport.text(logs), "two-runs.md")
    }
}
