/// One line of a run log.
public enum RunRecord: Hashable, Sendable {
    /// The first line.
    case header(RunHeader)
    /// The draws of a problem.
    case pool(PoolRecord)
    /// One call.
    case call(CallRecord)
    /// One search's trace.
    case trace(TraceRecord)
    /// One problem's result.
    case result(ResultRecord)
    /// The end of an invocation.
    case end(EndRecord)
}

extension RunRecord: Codable {
    private enum Key: String, CodingKey {
        case kind
        case data
    }

    private enum Kind: String, Codable {
        case header
        case pool
        case call
        case trace
        case result
        case end
    }

    /// Reads a line; throws `UnknownKind` for a kind of a later version.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let name = try container.decode(String.self, forKey: .kind)
        guard let kind = Kind(rawValue: name) else { throw UnknownKind(name: name) }
        switch kind {
        case .header: self = .header(try container.decode(RunHeader.self, forKey: .data))
        case .pool: self = .pool(try container.decode(PoolRecord.self, forKey: .data))
        case .call: self = .call(try container.decode(CallRecord.self, forKey: .data))
        case .trace: self = .trace(try container.decode(TraceRecord.self, forKey: .data))
        case .result: self = .result(try container.decode(ResultRecord.self, forKey: .data))
        case .end: self = .end(try container.decode(EndRecord.self, forKey: .data))
        }
    }

    /// Writes a line.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .header(let data): try Self.write(.header, data, to: &container)
        case .pool(let data): try Self.write(.pool, data, to: &container)
        case .call(let data): try Self.write(.call, data, to: &container)
        case .trace(let data): try Self.write(.trace, data, to: &container)
        case .result(let data): try Self.write(.result, data, to: &container)
        case .end(let data): try Self.write(.end, data, to: &container)
        }
    }

    private static func write(
        _ kind: Kind,
        _ data: some Encodable,
        to container: inout KeyedEncodingContainer<Key>
    ) throws {
        try container.encode(kind, forKey: .kind)
        try container.encode(data, forKey: .data)
    }

    /// A kind of record that this version does not know; readers skip it.
    package struct UnknownKind: Error {
        package let name: String
    }
}
