import Foundation
import Ponder

/// The result of a search as JSON.
struct SolveJSON {
    private struct Usage: Encodable {
        var promptTokens: Int
        var distinctPromptTokens: Int
        var outputTokens: Int
        var reasoningTokens: Int
        var totalTokens: Int
        var calls: Int
        var costUSD: Double

        init(_ line: Ledger.Line) {
            promptTokens = line.asSent.promptTokens
            distinctPromptTokens = line.distinctPromptTokens
            outputTokens = line.asSent.outputTokens
            reasoningTokens = line.reasoningTokens
            totalTokens = line.asSent.totalTokens
            calls = line.asSent.calls
            costUSD = line.asSent.cost.dollars
        }
    }

    private struct Candidate: Encodable {
        var answer: String?
        var noAnswer: String?
        var score: Double?
        var text: String

        init(_ scored: ScoredCandidate) {
            answer = scored.candidate.answer?.text
            if case .none(let reason) = scored.candidate.reading { noAnswer = reason.rawValue }
            score = scored.verdict?.score
            text = scored.candidate.text
        }
    }

    private struct Document: Encodable {
        var answer: String?
        var noAnswer: String?
        var confidence: Double
        var stop: StopReason
        var usage: Usage
        var usageByRole: [String: Usage]
        var candidates: [Candidate]
        var error: String?

        private enum Key: String, CodingKey {
            case answer, noAnswer, confidence, stop, usage, usageByRole, candidates, error
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(answer, forKey: .answer)
            try container.encodeIfPresent(noAnswer, forKey: .noAnswer)
            try container.encode(confidence, forKey: .confidence)
            try container.encode(stop, forKey: .stop)
            try container.encode(usage, forKey: .usage)
            try container.encode(usageByRole, forKey: .usageByRole)
            try container.encode(candidates, forKey: .candidates)
            try container.encodeIfPresent(error, forKey: .error)
        }
    }

    /// The JSON with a line end.
    let text: String

    init(_ result: SearchResult) throws {
        var document = Document(
            answer: result.answer?.text,
            confidence: result.confidence,
            stop: result.stop,
            usage: Usage(result.charged.total),
            usageByRole: [:],
            candidates: result.candidates.map(Candidate.init),
            error: result.failure?.message
        )
        if case .none(let reason) = result.reading { document.noAnswer = reason.rawValue }
        for (role, line) in result.charged.lines {
            document.usageByRole[role.rawValue] = Usage(line)
        }
        text = try JSONText.of(document)
    }
}
