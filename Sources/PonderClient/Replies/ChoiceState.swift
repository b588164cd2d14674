internal import PonderCore
internal import PonderWire

/// One choice of a reply as far as it has arrived.
struct ChoiceState: Sendable {
    /// The choice's place among those asked for.
    let index: Int
    /// The answer.
    private(set) var text = ""
    /// The thinking.
    private(set) var thinking = ""
    /// What the model said when it declined.
    private(set) var refusal = ""
    /// Why it ended, in the server's words.
    private(set) var finishReason: String?
    /// Every token that came with log-probabilities.
    private(set) var tokens: [TokenLogProbability] = []
    /// The usage of this choice alone, where the server tells it.
    var usage: WireUsage?

    private var splitter: ThinkingSplitter?

    /// Creates an empty choice.
    init(index: Int, splitter: ThinkingSplitter?) {
        self.index = index
        self.splitter = splitter
    }

    /// The number of bytes of everything that the model wrote.
    var byteCount: Int { text.utf8.count + thinking.utf8.count + refusal.utf8.count }

    /// Adds a piece and returns what a watcher sees of it.
    mutating func add(_ piece: ChoicePiece) -> [ReplyDelta] {
        refusal += piece.refusal
        finishReason = piece.finishReason ?? finishReason
        tokens += piece.tokens ?? []
        var deltas: [ReplyDelta] = []
        if !piece.thinking.isEmpty { deltas.append(.thinking(piece.thinking)) }
        if !piece.text.isEmpty { deltas += splitter?.feed(piece.text) ?? [.text(piece.text)] }
        return keep(deltas)
    }

    /// Ends the choice and returns what was held back.
    mutating func end() -> [ReplyDelta] { keep(splitter?.finish() ?? []) }

    private mutating func keep(_ deltas: [ReplyDelta]) -> [ReplyDelta] {
        for delta in deltas {
            switch delta {
            case .text(let more): text += more
            case .thinking(let more): thinking += more
            }
        }
        return deltas
    }

    /// Why the choice ended.
    var finish: FinishReason {
        if !refusal.isEmpty { return .refused }
        return switch finishReason {
        case "stop": .stop
        case "length": .length
        case "content_filter": .refused
        default: .unknown
        }
    }

    /// Returns the choice as a reply, with as many alternatives per token as were asked for.
    func reply(usage: Usage, topLogProbabilities: Int?) -> Reply {
        var selected: [TokenLogProbability]?
        if let limit = topLogProbabilities, !tokens.isEmpty {
            selected = AnswerTokens.select(
                tokens,
                text: text,
                isAfterThinking: !thinking.isEmpty
            )?.map { token in
                var token = token
                token.alternatives = Array(token.alternatives.prefix(limit))
                return token
            }
        }
        return Reply(
            text: text.isEmpty ? refusal : text,
            thinking: thinking.isEmpty ? nil : thinking,
            finish: finish,
            usage: usage,
            tokens: selected
        )
    }
}
