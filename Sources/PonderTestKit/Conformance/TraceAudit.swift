public import PonderCore

/// Checks that a trace tells a whole story in the right order.
///
/// Sequence numbers count from 0; every issued call ends once, after it was issued; nothing is
/// issued after a refusal; candidates are numbered in order, and verdicts are of candidates; the
/// search stops once, at the end.
public struct TraceAudit: Sendable {
    private var violations: [Violation] = []
    private var open: Set<Int> = []
    private var issued: Set<Int> = []
    private var candidates = 0
    private var wasRefused = false
    private var hasStopped = false

    private init() {}

    /// Returns what is wrong with a trace; nothing if it is well formed.
    public static func violations(in trace: [TraceEvent]) -> [Violation] {
        var audit = TraceAudit()
        for (place, event) in trace.enumerated() {
            if event.sequence != place {
                audit.complain("numbers are consecutive", "\(event.sequence) at place \(place)")
            }
            if audit.hasStopped { audit.complain("nothing follows the stop", "\(event.kind)") }
            audit.check(event.kind)
        }
        if !audit.open.isEmpty {
            audit.complain("every issued call ends", "calls \(audit.open.sorted()) did not")
        }
        if !audit.hasStopped { audit.complain("a search stops", "no stop event") }
        return audit.violations
    }

    private mutating func complain(_ rule: String, _ detail: String) {
        violations.append(Violation("trace: " + rule, detail))
    }

    private mutating func check(_ kind: TraceEvent.Kind) {
        switch kind {
        case .issued(let call, _, _, let limit):
            if !issued.insert(call).inserted { complain("a call is issued once", "\(call)") }
            if wasRefused { complain("nothing is issued after a refusal", "\(call)") }
            if limit < 1 { complain("an output limit is positive", "\(limit)") }
            open.insert(call)
        case .settled(let call, _, _), .failed(let call, _):
            if open.remove(call) == nil { complain("an issued call ends once", "\(call)") }
        case .refused(let call, _):
            if issued.contains(call) { complain("a refused call is not issued", "\(call)") }
            if wasRefused { complain("one refusal ends the spending", "\(call)") }
            wasRefused = true
        case .candidate(let index, let canonical, let reason):
            if index != candidates { complain("candidates are numbered in order", "\(index)") }
            if (canonical == nil) == (reason == nil) {
                complain("a candidate has an answer or a reason", "\(index)")
            }
            candidates += 1
        case .verdict(let candidate, let score):
            if !(0..<candidates).contains(candidate) {
                complain("a verdict is of a candidate", "\(candidate)")
            }
            if let score, !score.isFinite { complain("a score is finite", "\(score)") }
        case .proposed(let canonical, let confidence):
            if !(0...1).contains(confidence) {
                complain("a confidence is in 0...1", "\(confidence)")
            }
            if canonical == nil, confidence > 0 {
                complain("without an answer the confidence is 0", "\(confidence)")
            }
        case .note: break
        case .stopped: hasStopped = true
        }
    }
}
