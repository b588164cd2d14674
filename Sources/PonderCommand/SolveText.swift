import Ponder

/// Shows a search to people.
enum SolveText {
    /// Shows an event that people care about, on standard error.
    static func show(_ event: TraceEvent) {
        let stream = StandardStream.error
        switch event.kind {
        case .candidate(let index, let canonical?, _):
            stream.print("draw \(index + 1): \(canonical)")
        case .candidate(let index, nil, let reason):
            stream.print("draw \(index + 1): no answer (\(reason?.rawValue ?? "unknown"))")
        case .verdict(let candidate, let score):
            let text = score.map { Figures.fixed($0, decimals: 3) } ?? "unreadable"
            stream.print("  score of draw \(candidate + 1): \(text)")
        case .proposed(let canonical?, let confidence):
            stream.print("best so far: \(canonical) (\(Figures.percent(confidence)))")
        case .failed(_, let error): stream.print("a call failed: \(error.message)")
        case .refused: stream.print("the budget has no room for another call")
        case .note(let text): stream.print(text)
        case .issued, .settled, .proposed, .stopped: return
        }
    }

    /// The answer with what it took.
    static func answer(_ result: SearchResult) -> String {
        let total = result.charged.total
        let spent =
            "\(Figures.grouped(total.asSent.outputTokens)) output tokens, "
            + "\(Figures.grouped(total.asSent.promptTokens)) prompt tokens, "
            + "\(total.asSent.calls) calls; stopped: \(result.stop.rawValue)"
        switch result.reading {
        case .answer(let answer):
            return "\(answer.text)\n  confidence \(Figures.percent(result.confidence)), \(spent)"
        case .none(let reason):
            return "no answer (\(reason.rawValue))\n  \(spent)"
        }
    }
}
