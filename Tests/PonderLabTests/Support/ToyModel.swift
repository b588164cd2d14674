import PonderCore
import PonderTestKit

/// A repeatable model that adds and subtracts, and errs in a way that its seeds decide.
///
/// Of ten replies about six are right, three give one of two wrong numbers, and one gives none.
/// Lengths vary, too: from 3 to 22 tokens. As a judge it says Yes to about half of what it sees.
enum ToyModel {
    static func make() -> ScriptedModel {
        ScriptedModel(ModelIdentity(provider: "test", name: "toy")) { request, seed in
            reply(to: request, seed: seed)
        }
    }

    static func reply(to request: ModelRequest, seed: UInt64) -> ScriptedReply {
        let text = request.messages.last?.text ?? ""
        var random = RandomGenerator(Seed(seed).child(text))
        if text.contains("Yes or No") {
            let isYes = random.integer(below: 2) == 0
            return ScriptedReply(isYes ? "Yes" : "No", foil: isYes ? "No" : "Yes")
        }
        let words = String(repeating: "so ", count: random.integer(below: 20))
        let fate = random.integer(below: 10)
        guard fate > 0, let value = value(of: text) else {
            return ScriptedReply("\(words)I cannot say")
        }
        let error = fate > 3 ? 0 : random.integer(in: 1...2)
        return ScriptedReply("\(words)it is #### \(value + error)")
    }

    /// The value of `What is 12 - 34?`.
    private static func value(of text: String) -> Int? {
        let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "?" })
        guard words.count >= 5, let left = Int(words[2]), let right = Int(words[4]) else {
            return nil
        }
        return words[3] == "+" ? left + right : left - right
    }
}
