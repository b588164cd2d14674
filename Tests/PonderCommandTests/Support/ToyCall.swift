import Foundation
import PonderCore

/// One call of the toy server's model: what was asked, and with which seed.
struct ToyCall: Hashable, Sendable {
    /// The text of the last message.
    var prompt: String
    /// The seed.
    var seed: UInt64
    /// The most tokens of the reply.
    var limit: Int
    /// How many alternatives per token are wanted; `nil` if none.
    var alternatives: Int?

    /// Reads a request's body.
    init?(_ body: Data) {
        guard let json = try? JSONSerialization.jsonObject(with: body) as? [String: Any],
            let messages = json["messages"] as? [[String: Any]],
            let prompt = messages.last?["content"] as? String
        else { return nil }
        self.prompt = prompt
        seed = (json["seed"] as? NSNumber)?.uint64Value ?? 0
        limit = (json["max_tokens"] as? NSNumber)?.intValue ?? .max
        if json["logprobs"] as? Bool == true {
            alternatives = (json["top_logprobs"] as? NSNumber)?.intValue ?? 0
        }
    }

    /// The words of the reply, each with the space after it.
    ///
    /// Of ten replies about six give the right number, three a wrong one, and one none.
    private var words: [String] {
        var random = RandomGenerator(Seed(seed).child(prompt))
        if prompt.contains("Yes or No") { return [random.integer(below: 2) == 0 ? "Yes" : "No"] }
        var words = Array(repeating: "so ", count: random.integer(below: 12))
        let fate = random.integer(below: 10)
        guard fate > 0 else { return words + ["I ", "cannot ", "say"] }
        let error = fate > 3 ? 0 : random.integer(in: 1...2)
        words += ["#### ", "\(value + error)"]
        return words
    }

    /// The value of `What is 12 - 34?`; 42 where nothing of that kind is asked.
    private var value: Int {
        let words = prompt.split(whereSeparator: { $0.isWhitespace || $0 == "?" })
        guard words.count >= 5, let left = Int(words[2]), let right = Int(words[4]) else {
            return 42
        }
        return words[3] == "+" ? left + right : left - right
    }

    /// The body of the reply.
    var reply: Data {
        get throws {
            let words = words.prefix(limit)
            var choice: [String: Any] = [
                "index": 0, "finish_reason": words.count < self.words.count ? "length" : "stop",
                "message": ["role": "assistant", "content": words.joined()],
            ]
            if let alternatives {
                choice["logprobs"] = ["content": words.map { Self.token($0, alternatives) }]
            }
            let promptTokens = prompt.split(separator: " ").count + 4
            let usage = [
                "prompt_tokens": promptTokens, "completion_tokens": words.count,
                "total_tokens": promptTokens + words.count,
            ]
            return try JSONSerialization.data(withJSONObject: [
                "id": "toy", "object": "chat.completion", "created": 0, "model": "toy",
                "choices": [choice], "usage": usage,
            ])
        }
    }

    private static func token(_ word: String, _ alternatives: Int) -> [String: Any] {
        let foil = word == "Yes" ? "No" : "Yes"
        let likely: [String: Any] = [
            "token": word, "logprob": -0.25, "bytes": word.utf8.map { Int($0) },
        ]
        let unlikely: [String: Any] = [
            "token": foil, "logprob": -1.5, "bytes": foil.utf8.map { Int($0) },
        ]
        return likely.merging(
            ["top_logprobs": Array([likely, unlikely].prefix(alternatives))]
        ) { own, _ in own }
    }
}
