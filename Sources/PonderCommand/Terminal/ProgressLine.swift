import Ponder
import PonderLab

/// One line that says how far a run has come, what it was billed, and how long it may still take.
struct ProgressLine {
    let snapshot: RunMonitor.Snapshot
    let billed: Spend
    let elapsed: Duration
    let phaseElapsed: Duration

    /// The line, with a bar and cut to a number of columns where there is one.
    func text(columns: Int) -> String {
        var parts = ["\(snapshot.done)/\(snapshot.total)"]
        if let row = snapshot.row {
            parts.append("\(row.label): \(Figures.percent(row.accuracy)) of \(row.problems)")
        }
        parts.append("\(Figures.grouped(billed.outputTokens)) tokens out")
        parts.append("\(Figures.grouped(billed.calls)) calls")
        if billed.cost > .zero { parts.append("$\(Figures.dollars(billed.cost))") }
        let seconds = elapsed / .seconds(1)
        if billed.outputTokens > 0, seconds >= 1 {
            parts.append("\(Int(Double(billed.outputTokens) / seconds)) tok/s")
        }
        if let left = timeLeft { parts.append("\(Figures.time(left)) left") }
        if snapshot.failures > 0 { parts.append("\(snapshot.failures) failed") }
        let bar = columns == .max ? "" : "\(self.bar) "
        return String("\(snapshot.phase) \(bar)\(parts.joined(separator: " · "))".prefix(columns))
    }

    private var timeLeft: Duration? {
        let fresh = snapshot.done - snapshot.resumed
        guard fresh > 0, snapshot.total > snapshot.done else { return nil }
        return phaseElapsed * (Double(snapshot.total - snapshot.done) / Double(fresh))
    }

    private var bar: String {
        let width = 12
        let filled = snapshot.total == 0 ? 0 : width * snapshot.done / snapshot.total
        let full = String(repeating: "█", count: filled)
        return "▕\(full)\(String(repeating: "░", count: width - filled))▏"
    }
}
