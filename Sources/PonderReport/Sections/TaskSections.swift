/// Shows each task: its chart, its rows against their baselines, the frontier, and difficulty.
enum TaskSections {
    static func make(_ data: ReportData) -> [ReportSection] {
        data.tasks.map { task in
            ReportSection(
                anchor: "task-\(task.id)",
                title: task.title,
                question: "What does more compute buy on these problems?",
                blocks: charts(task) + ResultBlocks.make(task) + EqualSpendBlocks.make(task)
                    + FrontierBlocks.make(task) + DifficultyBlocks.make(task)
            )
        }
    }

    private static func charts(_ task: TaskAnalysis) -> [ReportBlock] {
        let charts = task.axes.map { Chart(task, $0) }
        guard !charts.isEmpty else {
            return [.paragraph("There is nothing to chart: no row has both accuracy and spend.")]
        }
        return [.charts(charts)]
    }
}
