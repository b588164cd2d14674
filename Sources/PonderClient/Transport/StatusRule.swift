internal import PonderCore
internal import PonderWire

/// What an HTTP status other than 200 means for a call.
struct StatusRule: Sendable {
    /// The kind of failure.
    var code = ModelError.Code.badRequest
    /// Whether another attempt can succeed.
    var isRetryable = false
    /// Whether no call to the model can succeed.
    var isFatal = false
    /// Whether the model may have run, so that what was used is unknown.
    var mayHaveGenerated = false
    /// What to do, after a separator; may be empty.
    var advice = ""

    /// Looks up the rule of a status.
    init(status: Int, failure: ServerFailure, key: APIKey?) {
        switch status {
        case 300..<400:
            isFatal = true
            advice = "; redirects are not followed: set the base URL to the new address"
        case 401, 403:
            code = .authentication
            isFatal = true
            advice = Self.keyAdvice(key)
        case 402: useUpQuota(key)
        case 404, 405:
            code = .notFound
            isFatal = true
            advice = "; check the base URL (it usually ends in /v1) and the model's name"
        case 429 where Self.isQuota(failure): useUpQuota(key)
        case 429:
            code = .rateLimited
            isRetryable = true
        case 408, 409, 425:
            code = .server
            isRetryable = true
        case 501: code = .unsupported
        case 500...599:
            code = .server
            isRetryable = true
            // A gateway that gave up does not know what the model behind it did.
            mayHaveGenerated = [502, 504].contains(status) || (520...526).contains(status)
        default:
            if Self.isContextOverflow(failure) {
                advice =
                    "; the prompt and the output limit do not fit the model's context:"
                    + " shorten the prompt or lower the output limit"
            }
        }
    }

    private mutating func useUpQuota(_ key: APIKey?) {
        code = .authentication
        isFatal = true
        let whose = key.map { "the key in \($0.variable)" } ?? "this server"
        advice = "; the account behind \(whose) has no credit left"
    }

    private static func keyAdvice(_ key: APIKey?) -> String {
        guard let key else {
            return "; no key was sent: name the environment variable that holds one"
        }
        return "; the key in the environment variable \(key.variable) was not accepted"
    }

    private static func isQuota(_ failure: ServerFailure) -> Bool {
        let words = [failure.code, failure.type].compactMap { $0 }
        return words.contains("insufficient_quota") || words.contains("billing_hard_limit_reached")
    }

    private static func isContextOverflow(_ failure: ServerFailure) -> Bool {
        let words = [failure.code, failure.type].compactMap { $0 }
        return words.contains("context_length_exceeded")
            || words.contains("exceed_context_size_error")
            || failure.message.contains("maximum context length")
    }
}
