internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import PonderCore
internal import PonderWire

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Turns what can go wrong in a call into errors that say what, where, and what to do.
struct CallFailures: Sendable {
    /// The most characters of a server's words that an error repeats.
    private static let quotedLength = 300

    /// The call.
    let call: HTTPCall
    /// The key that was sent, which no error may repeat.
    let key: APIKey?

    // MARK: Connections

    /// The failure of a call that got no response.
    func beforeReply(_ error: any Error) -> any Error {
        if let error = error as? HTTPClientError {
            switch error {
            case .connectTimeout, .tlsHandshakeTimeout:
                return unreachable("no connection in time")
            case .getConnectionFromPoolTimeout:
                let advice = "more calls were made at a time than 'concurrency' allows"
                return ModelError(
                    .timeout,
                    "\(call.endpoint): no free connection in time; \(advice)",
                    isRetryable: true,
                    usage: Usage.none
                )
            case .remoteConnectionClosed, .cancelled: return duringReply(error)
            default:
                let message = "\(call.endpoint): the request could not be sent: \(error)"
                return ModelError(.badRequest, message, usage: Usage.none)
            }
        }
        if error is NIOConnectionError { return unreachable("\(error)") }
        if let error = error as? IOError, Self.connectErrors.contains(error.errnoCode) {
            return unreachable(String(cString: strerror(error.errnoCode)))
        }
        // The TLS library is no dependency of its own; its errors are known by their module.
        if String(reflecting: type(of: error)).hasPrefix("NIOSSL.") {
            return ModelError(
                .unreachable,
                "\(call.endpoint): no secure connection could be made: \(error)",
                usage: Usage.none
            )
        }
        return error
    }

    /// The failure of a call at any later point: what it used is unknown.
    func duringReply(_ error: any Error) -> any Error {
        switch error {
        case is ModelError, is CancellationError: return error
        case let error as CallWatch.Expired: return expired(error.limit)
        case let error as WireError: return malformed(error.message)
        default:
            let what = "the connection broke before the reply was complete (\(error))"
            return ModelError(.connectionLost, "\(call.endpoint): \(what)", isRetryable: true)
        }
    }

    private static let connectErrors: Set<CInt> = [
        ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL,
    ]

    private func unreachable(_ why: String) -> ModelError {
        ModelError(
            .unreachable,
            "\(call.endpoint): the server cannot be reached (\(why)); does it run at this address?",
            isRetryable: true,
            usage: Usage.none
        )
    }

    private func expired(_ limit: CallWatch.Limit) -> ModelError {
        let what =
            switch limit {
            case .firstByte(let time): "the server did not begin to answer within \(time)"
            case .idle(let time): "the server fell silent for \(time) in mid-reply"
            case .total(let time): "the reply was not complete within \(time)"
            }
        return ModelError(.timeout, "\(call.endpoint): \(what)", isRetryable: true)
    }

    // MARK: Replies

    /// A reply that could not be understood.
    func malformed(_ what: String, isRetryable: Bool = true, usage: Usage? = nil) -> ModelError {
        ModelError(
            .malformedReply,
            "\(call.endpoint): \(what)",
            isRetryable: isRetryable,
            usage: usage
        )
    }

    /// A stream that ended in the middle without breaking the protocol.
    var cutOff: ModelError {
        let message = "\(call.endpoint): the stream ended before the reply was complete"
        return ModelError(.connectionLost, message, isRetryable: true)
    }

    /// A response whose body is neither JSON nor an event stream.
    func wrongContentType(_ type: String?) -> ModelError {
        malformed(
            "the server answered with content type '\(type ?? "none")' where JSON or an event"
                + " stream was expected; is this an OpenAI-compatible endpoint?",
            isRetryable: false
        )
    }

    /// A failure that a server reported inside a reply with status 200.
    func reported(_ failure: ServerFailure) -> ModelError {
        if let code = failure.code.flatMap({ Int($0) }), (400...599).contains(code) {
            var error = error(HTTPResponseStatus(statusCode: code), [:], failure)
            error.usage = nil
            return error
        }
        let message = "\(call.endpoint): the server broke off: \(quoted(failure.message))"
        return ModelError(.server, message, isRetryable: true)
    }

    /// The failure that a status and a body tell of.
    func status(
        _ status: HTTPResponseStatus,
        headers: HTTPHeaders,
        body: String
    ) -> ModelError {
        let json = try? JSONParser.parse(body)
        let failure = json.flatMap(ServerFailure.init(json:)) ?? ServerFailure(message: body)
        return error(status, headers, failure)
    }

    /// Returns what a server said, without the key, shortened, in quotes.
    func quoted(_ text: String) -> String {
        let safe = key?.redact(text) ?? text
        let line = String(safe.split(whereSeparator: \.isNewline).joined(separator: " "))
        guard !line.isEmpty else { return "nothing" }
        let cut = line.prefix(Self.quotedLength)
        return "\"\(cut)\(cut.endIndex < line.endIndex ? "…" : "")\""
    }

    private func error(
        _ status: HTTPResponseStatus,
        _ headers: HTTPHeaders,
        _ failure: ServerFailure
    ) -> ModelError {
        let rule = StatusRule(status: Int(status.code), failure: failure, key: key)
        let location = headers.first(name: "Location").map { " to \(quoted($0))" } ?? ""
        let said = quoted(failure.message)
        return ModelError(
            rule.code,
            "\(call.endpoint) answered \(status.code)\(location): \(said)\(rule.advice)",
            isRetryable: rule.isRetryable,
            isFatal: rule.isFatal,
            retryAfter: rule.isRetryable ? RetryAfter.delay(in: headers) : nil,
            usage: rule.mayHaveGenerated ? nil : Usage.none
        )
    }
}
