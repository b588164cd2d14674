public import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a scripted model says: a text whose words are its tokens.
public struct ScriptedReply: Sendable {
    /// The answer's text; each word, with the space before it, is one token.
    public var text: String

    /// The thinking before it; its words count as output and reasoning tokens.
    public var thinking: String?

    /// Why the reply ends, unless the output limit cuts it first.
    public var finish: FinishReason

    /// The probability of each token.
    public var probability: Double

    /// The token that has the rest of the probability at every position.
    public var foil: String

    /// How many prompt tokens the reply is said to have found in a cache, at most all of them.
    public var cachedPromptTokens = 0

    /// Creates a reply.
    public init(
        _ text: String,
        thinking: String? = nil,
        finish: FinishReason = .stop,
        probability: Double = 0.75,
        foil: String = "No"
    ) {
        self.text = text
        self.thinking = thinking
        self.finish = finish
        self.probability = probability
        self.foil = foil
    }

    /// The reply to a request, cut at its output limit, with reported usage.
    public func reply(to request: ModelRequest) -> Reply {
        let limit = request.sampling.maxOutputTokens
        let thoughts = thinking.map(Self.words) ?? []
        let words = Self.words(text)
        let thought = thoughts.prefix(limit)
        let (said, spoken, isStopped) = Self.upToStop(words, stop: request.stop)
        let kept = said.prefix(limit - thought.count)
        let isCut = thought.count < thoughts.count || kept.count < said.count
        let promptTokens = Self.promptTokens(of: request)
        return Reply(
            text: isStopped && !isCut ? spoken : kept.joined(),
            thinking: thinking == nil ? nil : thought.joined(),
            finish: isCut ? .length : finish,
            usage: Usage(
                prompt: .reported(promptTokens),
                cachedPrompt: .reported(min(cachedPromptTokens, promptTokens)),
                output: .reported(thought.count + kept.count),
                reasoning: .reported(thought.count)
            ),
            tokens: request.topLogProbabilities.map { count in
                kept.map { token(String($0), alternatives: count) }
            }
        )
    }

    private func token(_ word: String, alternatives count: Int) -> TokenLogProbability {
        let choices = [
            TokenLogProbability.Alternative(text: word, logProbability: log(probability)),
            TokenLogProbability.Alternative(text: foil, logProbability: log(1 - probability)),
        ]
        let ranked = choices.sorted { $0.logProbability > $1.logProbability }
        return TokenLogProbability(
            text: word,
            byteCount: word.utf8.count,
            logProbability: log(probability),
            alternatives: Array(ranked.prefix(count))
        )
    }

    /// The exact number of a request's prompt tokens: its words, and three for each message.
    public static func promptTokens(of request: ModelRequest) -> Int {
        let texts = request.messages.map(\.text) + [request.partialReply].compactMap(\.self)
        return texts.reduce(3 * request.messages.count) { $0 + words($1).count }
    }

    /// The words up to the one that completes a stop string, and the text before that string.
    private static func upToStop(
        _ words: [Substring],
        stop: [String]
    ) -> (words: [Substring], text: String, isStopped: Bool) {
        var text = ""
        for (index, word) in words.enumerated() {
            text += word
            let places = stop.compactMap { text.firstRange(of: $0)?.lowerBound }
            if let place = places.min() {
                return (Array(words[...index]), String(text[..<place]), true)
            }
        }
        return (words, text, false)
    }

    /// Splits a text into words, each with the white space before it.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var isInWord = false
        for index in text.utf8.indices {
            let isSpace = text.utf8[index] <= 0x20
            if isSpace, isInWord {
                words.append(text[start..<index])
                start = index
            }
            isInWord = !isSpace
        }
        if start < text.endIndex { words.append(text[start...]) }
        return words
    }
}
