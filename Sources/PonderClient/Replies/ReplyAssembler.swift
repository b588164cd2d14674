internal import PonderCore
internal import PonderWire

/// Puts the choices of a reply together from its chunks.
struct ReplyAssembler: Sendable {
    /// The number of choices that were asked for.
    let count: Int
    /// The choices that came, by place.
    private(set) var choices: [ChoiceState] = []
    /// The usage of all choices together.
    private(set) var usage: WireUsage?

    private let dialect: OpenAIDialect
    private let partialReply: String?
    private let maximumBytes: Int
    private var lastFinished: Int?
    private var byteCount = 0

    /// Creates an assembler of the replies to a request.
    init(count: Int, dialect: OpenAIDialect, partialReply: String?, maximumBytes: Int) {
        self.count = count
        self.dialect = dialect
        self.partialReply = partialReply
        self.maximumBytes = maximumBytes
    }

    /// Whether every choice that was asked for has ended.
    var isComplete: Bool {
        choices.count == count && choices.allSatisfy { $0.finishReason != nil }
    }

    /// Adds a chunk and returns what a watcher sees of the first choice.
    ///
    /// - Throws: ``WireError`` when a choice was not asked for, or the text exceeds the limit.
    mutating func add(_ chunk: CompletionChunk) throws(WireError) -> [ReplyDelta] {
        var deltas: [ReplyDelta] = []
        for piece in chunk.choices {
            guard (0..<count).contains(piece.index) else {
                let message = "the reply has a choice \(piece.index) where \(count) were asked for"
                throw WireError(.unexpectedShape, message)
            }
            let place = place(of: piece.index)
            let before = choices[place].byteCount
            let added = choices[place].add(piece)
            byteCount += choices[place].byteCount - before
            if piece.index == 0 { deltas += added }
            if piece.finishReason != nil { lastFinished = piece.index }
        }
        guard byteCount <= maximumBytes else {
            throw WireError(.tooLong, "the text of the reply exceeds \(maximumBytes) bytes")
        }
        record(chunk)
        return deltas
    }

    /// Ends all choices and returns what was held back of the first.
    mutating func finish() -> [ReplyDelta] {
        var deltas: [ReplyDelta] = []
        for place in choices.indices {
            let rest = choices[place].end()
            if choices[place].index == 0 { deltas += rest }
        }
        return deltas
    }

    /// llama.cpp reports per choice: with the choice's last piece, or in the chunk right after it.
    private mutating func record(_ chunk: CompletionChunk) {
        guard let reported = chunk.usage else { return }
        guard count > 1, dialect.choiceUsage == .perChoice else {
            usage = usage.map { reported.filled(from: $0) } ?? reported
            return
        }
        guard chunk.choices.count <= 1, let index = chunk.choices.first?.index ?? lastFinished,
            let place = choices.firstIndex(where: { $0.index == index })
        else { return }
        choices[place].usage = reported
    }

    private mutating func place(of index: Int) -> Int {
        if let place = choices.firstIndex(where: { $0.index == index }) { return place }
        let place = choices.firstIndex { $0.index > index } ?? choices.count
        var splitter: ThinkingSplitter?
        if case .tags(let tags) = dialect.thinking {
            splitter = ThinkingSplitter(tags: tags, partialReply: partialReply)
        }
        choices.insert(ChoiceState(index: index, splitter: splitter), at: place)
        return place
    }
}
