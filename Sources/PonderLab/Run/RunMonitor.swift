import Synchronization

/// How far a run has come, for whoever watches it.
public final class RunMonitor: Sendable {
    /// The accuracy of the row that finished a problem last.
    public struct RowAccuracy: Hashable, Sendable {
        /// The row's label.
        public var label: String
        /// The mean accuracy over its finished problems, in `0...1`.
        public var accuracy: Double
        /// How many problems are finished.
        public var problems: Int
    }

    /// A moment of a run.
    public struct Snapshot: Hashable, Sendable {
        /// What the run is doing: `drawing` pools, or `searching`.
        public var phase = "starting"
        /// The problems of this phase, over all rows and epochs.
        public var total = 0
        /// Those of them that are done.
        public var done = 0
        /// Those of them that an earlier invocation had done.
        public var resumed = 0
        /// How the row that moved last is doing.
        public var row: RowAccuracy?
        /// The problems in which a call failed, over all phases.
        public var failures = 0
    }

    private struct State {
        var snapshot = Snapshot()
        var rows: [Int: (right: Double, problems: Int)] = [:]
    }

    private let state = Mutex(State())

    /// Creates a monitor.
    public init() {}

    /// The present moment.
    public var snapshot: Snapshot { state.withLock { $0.snapshot } }

    func enter(phase: String, total: Int) {
        state.withLock { state in
            state.snapshot.phase = phase
            state.snapshot.total = total
            state.snapshot.done = 0
            state.snapshot.resumed = 0
        }
    }

    func skip(row: Int, accuracy: Double?) {
        state.withLock { state in
            state.snapshot.resumed += 1
            state.snapshot.done += 1
            guard let accuracy else { return }
            state.rows[row, default: (0, 0)].right += accuracy
            state.rows[row, default: (0, 0)].problems += 1
        }
    }

    func finishPool(failed: Bool) {
        state.withLock { state in
            state.snapshot.done += 1
            if failed { state.snapshot.failures += 1 }
        }
    }

    func finish(row: Int, label: String, accuracy: Double?, failed: Bool) {
        state.withLock { state in
            state.snapshot.done += 1
            if failed { state.snapshot.failures += 1 }
            guard let accuracy else { return }
            var tally = state.rows[row] ?? (0, 0)
            tally.right += accuracy
            tally.problems += 1
            state.rows[row] = tally
            state.snapshot.row = RowAccuracy(
                label: label,
                accuracy: tally.right / Double(tally.problems),
                problems: tally.problems
            )
        }
    }
}
