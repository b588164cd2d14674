internal import PonderCore

/// Where a server listens: an `http` or `https` address with the path of its OpenAI endpoints.
public struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    /// The address without a slash at its end, for example `http://127.0.0.1:8091/v1`.
    public let description: String

    /// Reads an address.
    ///
    /// - Throws: `ModelError` with code `badRequest` for anything but
    ///   `http://host[:port][/path]` or `https://…`; a user name or password in it is refused and
    ///   not repeated.
    public init(_ text: String) throws {
        let example = "write it like http://127.0.0.1:8080/v1"
        func failure(_ message: String) -> ModelError {
            ModelError(.badRequest, message, isFatal: true, usage: Usage.none)
        }
        if text.contains("@") {
            throw failure(
                "the base URL holds a user name or password; name an environment variable for the"
                    + " key instead"
            )
        }
        let scheme = ["http://", "https://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme else {
            throw failure(
                "the base URL '\(text)' starts with neither http:// nor https://; \(example)"
            )
        }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        let allowed = rest.utf8.allSatisfy { (0x21...0x7e).contains($0) }
        guard !host.isEmpty, host.first != ":", allowed, !rest.contains("?"), !rest.contains("#")
        else { throw failure("the base URL '\(text)' is not an address; \(example)") }
        if let port = Self.port(of: host) {
            guard let number = Int(port), (1...65_535).contains(number) else {
                throw failure("the port '\(port)' of the base URL '\(text)' is not in 1...65535")
            }
        }
        var path = rest[host.endIndex...]
        while path.last == "/" { path = path.dropLast() }
        description = scheme + host + path
    }

    /// The address of an endpoint below this one.
    func endpoint(_ path: String) -> String { "\(description)/\(path)" }

    /// The address of an endpoint of the server itself, beside its `/v1`.
    func root(_ path: String) -> String {
        description.hasSuffix("/v1")
            ? "\(description.dropLast(3))/\(path)" : "\(description)/\(path)"
    }

    private static func port(of host: Substring) -> Substring? {
        let afterAddress = host.lastIndex(of: "]") ?? host.startIndex
        guard let colon = host[afterAddress...].lastIndex(of: ":") else { return nil }
        return host[host.index(after: colon)...]
    }
}
