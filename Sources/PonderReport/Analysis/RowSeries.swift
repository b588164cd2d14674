import PonderCore
import PonderRecord

/// Rows that differ in one swept setting only: one curve of a chart.
struct RowSeries: Sendable {
    /// What makes rows one series.
    private struct Key: Hashable {
        var run: Int
        var roles: [Role: String]
        var strategy: String
        var settings: [String: SettingValue]
    }

    /// What tells the series from the others.
    var name: String
    /// The setting that its rows differ in, if there are several.
    var sweep: String?
    /// The rows, in the report's order.
    var rows: [ReportRow]

    /// The value of the swept setting in a row.
    func label(of row: ReportRow) -> String? {
        sweep.flatMap { row.measurement.row.settings[$0]?.description }
    }

    /// Groups the rows of a task, in the order of their first rows.
    static func group(_ rows: [ReportRow], nameOf: (ReportRow, [String]) -> String) -> [RowSeries] {
        var order: [Key] = []
        var members: [Key: [ReportRow]] = [:]
        for row in rows {
            let sweep = sweptKey(of: row, among: rows)
            let key = key(row, leaving: sweep)
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(row)
        }
        return order.compactMap { key in
            guard let rows = members[key], let first = rows.first else { return nil }
            let sweep = rows.count > 1 ? sweptKey(of: first, among: rows) : nil
            let shown = first.measurement.row.labelKeys.sorted().filter { $0 != sweep }
            return RowSeries(name: nameOf(first, shown), sweep: sweep, rows: rows)
        }
    }

    /// The numeric setting with most values among the rows of one strategy; ties by name.
    private static func sweptKey(of row: ReportRow, among rows: [ReportRow]) -> String? {
        let description = row.measurement.row
        let kin = rows.map(\.measurement.row).filter {
            $0.strategy == description.strategy && $0.model == description.model
        }
        let counts = description.labelKeys.sorted().map { key in
            (key: key, values: Set(kin.compactMap { $0.settings[key] }.filter(\.isNumeric)).count)
        }
        return counts.max { ($0.values, $1.key) < ($1.values, $0.key) }
            .flatMap { $0.values > 1 ? $0.key : nil }
    }

    private static func key(_ row: ReportRow, leaving sweep: String?) -> Key {
        let description = row.measurement.row
        let settings = description.settings.filter { setting in
            setting.key != sweep && description.labelKeys.contains(setting.key)
        }
        return Key(
            run: row.measurement.run,
            roles: row.measurement.roles,
            strategy: description.strategy,
            settings: settings
        )
    }
}

extension SettingValue {
    fileprivate var isNumeric: Bool {
        switch self {
        case .integer, .number: true
        case .flag, .text, .list: false
        }
    }
}
