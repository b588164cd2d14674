import Ponder
import PonderLab

/// One line that says how far a run has come, what it was billed, and how long it may still take.
struct ProgressLine {
    let snapshot: RunMonitor.Snapshot
    let billed: Spend
    let elapsed: Duration
    let phaseElapsed: Duration

    /// The line, whole where it has all the room it wants.
    ///
    /// In a terminal it has a bar. Where that leaves too little room, the bar goes first, then the
    /// row's label, and what is still too long is cut.
    func text(columns: Int) -> String {
        let texts =
            columns == .max
            ? [text(bar: false, label: true)]
            : [
                text(bar: true, label: true), text(bar: false, label: true),
                text(bar: false, label: false),
            ]
        return texts.first { $0.count <= columns } ?? String((texts.last ?? "").prefix(columns))
    }

    private func text(bar showsBar: Bool, label showsLabel: Bool) -> String {
        var parts = ["\(snapshot.done)/\(snapshot.total)"]
        if let row = snapshot.row {
            let label = showsLabel ? "\(row.label): " : ""
            parts.append("\(label)\(Figures.percent(row.accuracy)) of \(row.problems)")
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
        let bar = showsBar ? "\(self.bar) " : ""
        return "\(snapshot.phase) \(bar)\(parts.joined(separator: " · "))"
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
