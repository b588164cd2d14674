import Ponder
import PonderLab

/// Shows how far a run has come: one line that moves in a terminal, plain lines elsewhere.
struct ProgressDisplay: Sendable {
    private static let hideCursor = "\u{1B}[?25l"
    private static let showCursor = "\u{1B}[?25h"
    private static let clearLine = "\r\u{1B}[2K"
    private static let refresh = Duration.milliseconds(200)
    private static let plainRefresh = Duration.seconds(10)

    let stream: StandardStream
    let monitor: RunMonitor
    let billing: Billing
    let clock = ContinuousClock()

    /// Puts a terminal back as it was.
    static func restore(_ stream: StandardStream) {
        if stream.isTerminal { stream.write(clearLine + showCursor) }
    }

    /// Shows progress until the task is cancelled, and elsewhere than in a terminal how it ended.
    func run() async {
        let start = clock.now
        var phase = Phase(name: "", start: start)
        let pause = stream.isTerminal ? Self.refresh : Self.plainRefresh
        if stream.isTerminal { stream.write(Self.hideCursor) }
        defer { Self.restore(stream) }
        var last = ""
        var isOver = false
        while !isOver {
            isOver = Task.isCancelled
            let snapshot = monitor.snapshot
            if snapshot.phase != phase.name {
                phase = Phase(name: snapshot.phase, start: clock.now)
            }
            let line = ProgressLine(
                snapshot: snapshot,
                billed: billing.total,
                elapsed: clock.now - start,
                phaseElapsed: clock.now - phase.start
            )
            let text = line.text(columns: stream.isTerminal ? stream.columns : .max)
            if stream.isTerminal {
                stream.write(Self.clearLine + text)
            } else if text != last {
                stream.print(text)
            }
            last = text
            // A cancelled sleep ends at once: the loop shows the end and stops.
            if !isOver { try? await clock.sleep(for: pause) }
        }
    }

    private struct Phase {
        var name: String
        var start: ContinuousClock.Instant
    }
}
