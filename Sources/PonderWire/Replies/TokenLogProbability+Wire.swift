package import PonderCore

extension TokenLogProbability {
    /// Reads the `logprobs` object of a choice; `nil` when any position cannot be read.
    ///
    /// Chat replies, and llama.cpp everywhere, have one object per token in `content`; plain
    /// completions of other servers have parallel arrays.
    package static func list(json: JSONValue) -> [TokenLogProbability]? {
        if let content = json["content"]?.elements { return all(content, token) }
        return parallel(json)
    }

    private static func token(_ json: JSONValue) -> TokenLogProbability? {
        guard let text = json["token"]?.string, let value = json["logprob"]?.number else {
            return nil
        }
        let alternatives = all(json["top_logprobs"]?.elements ?? [], alternative)
        guard let alternatives else { return nil }
        return TokenLogProbability(
            text: text,
            byteCount: json["bytes"]?.elements?.count,
            logProbability: value,
            alternatives: alternatives
        )
    }

    private static func alternative(_ json: JSONValue) -> Alternative? {
        guard let text = json["token"]?.string, let value = json["logprob"]?.number else {
            return nil
        }
        return Alternative(text: text, logProbability: value)
    }

    private static func parallel(_ json: JSONValue) -> [TokenLogProbability]? {
        guard let texts = json["tokens"]?.elements,
            let values = json["token_logprobs"]?.elements,
            texts.count == values.count
        else { return nil }
        let tops = json["top_logprobs"]?.elements ?? []
        return all(Array(texts.indices)) { index in
            guard let text = texts[index].string, let value = values[index].number else {
                return nil
            }
            let members = index < tops.count ? tops[index].members ?? [] : []
            let alternatives = all(members) { member in
                member.value.number.map { Alternative(text: member.name, logProbability: $0) }
            }
            guard let alternatives else { return nil }
            return TokenLogProbability(
                text: text,
                logProbability: value,
                alternatives: alternatives.sorted {
                    ($1.logProbability, $0.text) < ($0.logProbability, $1.text)
                }
            )
        }
    }

    private static func all<Input, Output>(
        _ values: [Input],
        _ read: (Input) -> Output?
    ) -> [Output]? {
        var results: [Output] = []
        for value in values {
            guard let result = read(value) else { return nil }
            results.append(result)
        }
        return results
    }
}
