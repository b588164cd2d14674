import PonderCore
import PonderRecord

/// Everything that a report is made from: the runs, their rows, and the analysis of each task.
struct ReportData: Sendable {
    /// The logs.
    let logs: [RunLog]
    /// The report's title.
    let title: String
    /// All rows of all runs.
    let rows: [ReportRow]
    /// The tasks, in the order of their first rows; other problems under one name are another task.
    let tasks: [TaskAnalysis]

    /// What makes rows comparable problem by problem.
    private struct TaskKey: Hashable {
        var name: String
        var digest: String?
    }

    /// Analyses some runs.
    init(_ logs: [RunLog], title: String?) {
        self.logs = logs
        self.title = title ?? Self.title(of: logs)
        var comparer = RowComparer()
        var rows: [ReportRow] = []
        for (run, log) in logs.enumerated() {
            for row in log.header.rows {
                let measurement = RowMeasurement(row, of: log, run: run)
                rows.append(
                    ReportRow(
                        id: rows.count,
                        measurement: measurement,
                        summary: Summary.row(measurement, resamples: &comparer.resamples),
                        name: Self.name(measurement, label: row.label, among: logs)
                    )
                )
            }
        }
        self.rows = rows
        var order: [TaskKey] = []
        var members: [TaskKey: [ReportRow]] = [:]
        for row in rows {
            let key = TaskKey(name: row.summary.task, digest: row.measurement.task?.digest)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(row)
        }
        var tasks: [TaskAnalysis] = []
        for key in order {
            let isAmbiguous = order.count { $0.name == key.name } > 1
            let suffix = isAmbiguous ? " (problems \(key.digest?.prefix(8) ?? "unknown"))" : ""
            tasks.append(
                TaskAnalysis(
                    id: tasks.count,
                    title: key.name + suffix,
                    rows: members[key] ?? [],
                    comparer: &comparer,
                    nameOf: { row, keys in
                        let description = row.measurement.row
                        let settings = keys.compactMap { key in
                            description.settings[key].map { "\(key) \($0)" }
                        }
                        let suffix =
                            settings.isEmpty ? "" : " (\(settings.joined(separator: ", ")))"
                        return Self.name(
                            row.measurement,
                            label: description.strategy + suffix,
                            among: logs
                        )
                    }
                )
            )
        }
        self.tasks = tasks
    }

    /// A label with the models of other roles, and the model and the run where there are several.
    private static func name(
        _ row: RowMeasurement,
        label: String,
        among logs: [RunLog]
    ) -> String {
        let models = Set(logs.flatMap { $0.header.rows.map(\.model) })
        var parts = [label]
        if models.count > 1 { parts.append(row.row.model) }
        parts += row.row.roles.filter { $0.key != .policy }.bindings
        if logs.count > 1 {
            let isAmbiguous = logs.count { $0.header.name == row.header.name } > 1
            parts.append(isAmbiguous ? "\(row.header.name) #\(row.run + 1)" : row.header.name)
        }
        return parts.joined(separator: " · ")
    }

    private static func title(of logs: [RunLog]) -> String {
        var names: [String] = []
        for log in logs where !names.contains(log.header.name) { names.append(log.header.name) }
        return names.isEmpty ? "No runs" : names.joined(separator: " and ")
    }
}

extension [Role: String] {
    /// The bindings as `role: model`, by role.
    fileprivate var bindings: [String] {
        sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    }
}
