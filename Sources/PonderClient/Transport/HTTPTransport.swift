internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import PonderCore
internal import PonderWire

/// Sends requests over a pool of connections; one call is one attempt.
struct HTTPTransport: Sendable {
    /// The most that is read of an error's body.
    private static let maximumErrorBytes = 64 << 10

    /// The pool.
    let client: HTTPClient
    /// The key, for servers that want one.
    let key: APIKey?
    /// What ends calls that take too long.
    let watch: CallWatch

    /// The configuration of a pool for a model: HTTP/1.1, so that a cancelled call closes its
    /// connection; no redirects, proxies or hidden attempts.
    static func configuration(for settings: OpenAIModelSettings) -> HTTPClient.Configuration {
        var pool = HTTPClient.Configuration.ConnectionPool()
        pool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2 * settings.concurrency
        pool.retryConnectionEstablishment = false
        // llama.cpp and uvicorn close idle connections after 5 s. A connection that is closed just
        // as a request goes out costs an attempt, so the client must be the first to give it up.
        pool.idleTimeout = .seconds(4)
        let connect = TimeAmount(settings.timeouts.connect)
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: connect),
            connectionPool: pool
        )
        configuration.httpVersion = .http1Only
        return configuration
    }

    /// Makes a call and hands a successful response to a reader.
    ///
    /// The connection is closed when the reader returns before the body has ended, when the task is
    /// cancelled, and when time is up.
    /// - Throws: `ModelError`, or `CancellationError` when the task was cancelled.
    func send<Outcome: Sendable>(
        _ call: HTTPCall,
        _ read:
            @escaping @Sendable (HTTPClientResponse, CallSignal<Outcome>) async throws -> Outcome
    ) async throws -> Outcome {
        let failures = CallFailures(call: call, key: key)
        let request = request(for: call)
        do {
            return try await watch.run { signal in
                let response: HTTPClientResponse
                do {
                    response = try await client.execute(request, deadline: .distantFuture)
                } catch {
                    throw failures.beforeReply(error)
                }
                signal.received()
                guard response.status.code == 200 else {
                    let said = try await text(of: response, signal)
                    throw failures.status(response.status, headers: response.headers, body: said)
                }
                return try await read(response, signal)
            }
        } catch {
            // The watch and the reader both end with the task; which is first is chance.
            try Task.checkCancellation()
            throw failures.duringReply(error)
        }
    }

    /// Makes a call and returns the JSON of a successful response.
    func json(_ call: HTTPCall, maximumBytes: Int) async throws -> JSONValue {
        try await send(call) { response, signal in
            try await Self.json(of: response, maximumBytes: maximumBytes, signal)
        }
    }

    /// Reads the whole body of a response as JSON.
    static func json<Outcome>(
        of response: HTTPClientResponse,
        maximumBytes: Int,
        _ signal: CallSignal<Outcome>
    ) async throws -> JSONValue {
        var bytes: [UInt8] = []
        for try await buffer in response.body {
            signal.received()
            bytes += buffer.readableBytesView
            guard bytes.count <= maximumBytes else {
                throw WireError(.tooLong, "the reply exceeds \(maximumBytes) bytes")
            }
        }
        return try JSONParser.parse(bytes)
    }

    private func request(for call: HTTPCall) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: call.url)
        request.headers.add(name: "User-Agent", value: "ponder")
        let accept = call.streams ? "text/event-stream" : "application/json"
        request.headers.add(name: "Accept", value: accept)
        if let key {
            request.headers.add(name: "Authorization", value: "Bearer \(key.secret)")
        }
        if let body = call.body {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body.utf8))
        }
        return request
    }

    /// Reads the beginning of an error's body; what breaks off says as much as it does.
    private func text<Outcome>(
        of response: HTTPClientResponse,
        _ signal: CallSignal<Outcome>
    ) async throws -> String {
        var bytes: [UInt8] = []
        do {
            for try await buffer in response.body {
                signal.received()
                bytes += buffer.readableBytesView.prefix(Self.maximumErrorBytes - bytes.count)
                if bytes.count >= Self.maximumErrorBytes { break }
            }
        } catch {
            // The status is the news; a body that breaks off must not hide it.
            try Task.checkCancellation()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
