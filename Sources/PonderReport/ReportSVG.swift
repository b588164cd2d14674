public import PonderRecord

/// Draws the chart of accuracy against spend as an SVG file of its own, for light and dark grounds.
public enum ReportSVG: Sendable {
    /// Returns the chart of one task, or `nil` if no row has a place on it.
    ///
    /// - Parameters:
    ///   - logs: the runs.
    ///   - task: the task's name; the first task that has a chart by default.
    ///   - axis: the axis; the first one with most rows by default, which is FLOPs if shapes are
    ///     known.
    /// - Returns: the file's text.
    public static func text(
        _ logs: [RunLog],
        task: String? = nil,
        axis: SpendAxis? = nil
    ) -> String? {
        let tasks = ReportData(logs, title: nil).tasks.filter { analysis in
            task == nil || analysis.rows.contains { $0.summary.task == task }
        }
        let charts = tasks.lazy.compactMap { analysis -> Chart? in
            let wanted = axis ?? analysis.mainAxis
            return analysis.axes.first { $0.axis == wanted }.map { Chart(analysis, $0) }
        }
        return charts.first.flatMap { ChartDrawing($0, layout: .wide)?.standalone }
    }
}
