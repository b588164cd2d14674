import Foundation
import PonderRecord
import Testing

/// Experiments on the toy server, and what a run leaves in its folder.
enum ToyRun {
    /// A config of level 1 arithmetic; `strategies` and `more` are lines of YAML.
    static func config(
        _ server: ToyServer,
        count: Int = 6,
        _ strategies: [String] = ["{strategy: single}", "{strategy: self-consistency, draws: 3}"],
        more: [String] = []
    ) -> String {
        let model =
            "{provider: openai, base-url: \"\(server.address)\", model: toy, dialect: llama.cpp}"
        let lines =
            [
                "name: toy-run", "seed: 7", "models: {toy: \(model)}",
                "tasks: [{task: arithmetic, level: 1, count: \(count)}]",
                "sampling: {temperature: 0.7, max-output-tokens: 40}", "retries: {attempts: 1}",
                "strategies:",
            ] + strategies.map { "  - \($0)" } + more
        return lines.joined(separator: "\n") + "\n"
    }

    /// The JSON object in a file of a folder.
    static func object(_ name: String, in folder: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// A whole number at a path of keys.
    static func number(_ object: [String: Any], _ keys: String...) throws -> Int {
        var value: Any = object
        for key in keys { value = try #require((value as? [String: Any])?[key], "no key \(key)") }
        return try #require((value as? NSNumber)?.intValue)
    }
}
