import PonderCore

extension SampleRecord {
    /// Reads a record; `place` is the number of records with the same id before it.
    init(_ record: DataRecord, id: String, place: Int) throws {
        guard let text = record.fields["text"] else { throw record.missing("field 'text'") }
        guard case .text(let text) = text else {
            throw record.malformed("field 'text' is \(text.kind), but a text is expected")
        }
        self.id = id
        self.text = text
        self.record = record
        sample = try Self.number(record, place: place)
        finish = try Self.finish(record)
        tokens = try Self.tokens(record)
        (usage, outputTokens) = try Self.usage(record)
    }

    private static func number(_ record: DataRecord, place: Int) throws -> Int {
        guard let value = record.fields["sample"], value != .null else { return place }
        guard let number = value.integerValue, number >= 0 else {
            throw record.malformed(
                "field 'sample' is '\(value.scalarText ?? value.kind)', but a whole number of at "
                    + "least 0 is expected"
            )
        }
        return number
    }

    private static func finish(_ record: DataRecord) throws -> FinishReason {
        guard let value = record.fields["finish"] ?? record.fields["finish_reason"], value != .null
        else { return .stop }
        let names: [String: FinishReason] = [
            "stop": .stop, "eos": .stop, "length": .length, "max_tokens": .length,
            "content_filter": .refused, "refused": .refused, "refusal": .refused,
            "aborted": .aborted, "cancelled": .aborted, "unknown": .unknown,
        ]
        guard case .text(let name) = value, let reason = names[name.lowercased()] else {
            throw record.malformed(
                "finish is '\(value.scalarText ?? value.kind)'; use one of "
                    + names.keys.sorted().joined(separator: ", ")
            )
        }
        return reason
    }
}

extension SampleRecord {
    /// Reads `logprobs`: a list of numbers or of objects, or an object whose `content` is one.
    private static func tokens(_ record: DataRecord) throws -> [TokenLogProbability]? {
        guard var value = record.fields["logprobs"], value != .null else { return nil }
        if case .object(let fields) = value, let content = fields["content"] { value = content }
        guard case .array(let entries) = value else {
            throw record.malformed("field 'logprobs' is \(value.kind), but a list is expected")
        }
        return try entries.map { entry in
            guard let token = token(entry) else {
                throw record.malformed(
                    "field 'logprobs' holds \(entry.kind); numbers, or objects with 'token' and "
                        + "'logprob', are expected"
                )
            }
            let alternatives = try alternatives(of: entry, in: record)
            return TokenLogProbability(
                text: token.text,
                logProbability: token.logProbability,
                alternatives: alternatives
            )
        }
    }

    private static func token(_ entry: JSONValue) -> (text: String, logProbability: Double)? {
        guard case .object(let fields) = entry else { return number(entry).map { ("", $0) } }
        guard let logProbability = fields["logprob"].flatMap(number),
            case .text(let text) = fields["token"]
        else { return nil }
        return (text, logProbability)
    }

    private static func alternatives(
        of entry: JSONValue,
        in record: DataRecord
    ) throws -> [TokenLogProbability.Alternative] {
        guard case .object(let fields) = entry, let list = fields["top_logprobs"], list != .null
        else { return [] }
        guard case .array(let entries) = list else {
            throw record.malformed("'top_logprobs' is \(list.kind), but a list is expected")
        }
        return try entries.map { entry in
            guard case .object = entry, let token = token(entry) else {
                throw record.malformed("'top_logprobs' needs objects with 'token' and 'logprob'")
            }
            return .init(text: token.text, logProbability: token.logProbability)
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// Reads `usage` as OpenAI writes it, or `tokens`, the number of output tokens.
    private static func usage(_ record: DataRecord) throws -> (whole: Usage?, output: Int?) {
        guard let value = record.fields["usage"], value != .null else {
            return (nil, try count("tokens", of: record.fields, in: record))
        }
        guard case .object(let fields) = value else {
            throw record.malformed("field 'usage' is \(value.kind), but an object is expected")
        }
        guard
            let output = try count("completion_tokens", of: fields, in: record)
                ?? count("output_tokens", of: fields, in: record)
        else {
            throw record.malformed("field 'usage' has no 'completion_tokens'")
        }
        let prompt =
            try count("prompt_tokens", of: fields, in: record)
            ?? count("input_tokens", of: fields, in: record)
        let whole = prompt.map { Usage(prompt: .reported($0), output: .reported(output)) }
        return (whole, output)
    }

    private static func count(
        _ name: String,
        of fields: [String: JSONValue],
        in record: DataRecord
    ) throws -> Int? {
        guard let value = fields[name], value != .null else { return nil }
        guard let count = value.integerValue, count >= 0 else {
            throw record.malformed("'\(name)' is \(value.kind), but a number of tokens is expected")
        }
        return count
    }
}
