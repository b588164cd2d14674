internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import PonderCore
internal import PonderWire

/// Reads a successful response, streamed or collected, whichever the server chose.
struct ReplyReader: Sendable {
    /// How much longer than its text a stream may be, since every token comes in an envelope.
    private static let envelope = 16

    /// What makes errors of it.
    let failures: CallFailures
    /// The longest reply, line or event that is read.
    let maximumBytes: Int
    /// Who watches.
    let onDelta: (@Sendable (ReplyDelta) -> Void)?

    /// Reads a response into an assembler and returns it.
    func read(
        _ response: HTTPClientResponse,
        into assembler: ReplyAssembler,
        _ signal: CallSignal<ReplyAssembler>
    ) async throws -> ReplyAssembler {
        let type = response.headers.first(name: "Content-Type")
        switch type?.prefix(while: { $0 != ";" }).lowercased() {
        case "application/json":
            return try await collect(response, into: assembler, signal)
        case "text/event-stream":
            return try await stream(response, into: assembler, signal)
        default: throw failures.wrongContentType(type)
        }
    }

    private func collect(
        _ response: HTTPClientResponse,
        into assembler: ReplyAssembler,
        _ signal: CallSignal<ReplyAssembler>
    ) async throws -> ReplyAssembler {
        var assembler = assembler
        let json = try await HTTPTransport.json(
            of: response,
            maximumBytes: maximumBytes,
            signal
        )
        try add(json, to: &assembler)
        pass(assembler.finish())
        return assembler
    }

    private func stream(
        _ response: HTTPClientResponse,
        into assembler: ReplyAssembler,
        _ signal: CallSignal<ReplyAssembler>
    ) async throws -> ReplyAssembler {
        var assembler = assembler
        var parser = ServerSentEventParser(maximumBytes: maximumBytes)
        var byteCount = 0
        var isDone = false
        for try await buffer in response.body {
            if isDone { continue }
            signal.received()
            byteCount += buffer.readableBytes
            guard byteCount / Self.envelope <= maximumBytes else {
                let limit = maximumBytes * Self.envelope
                throw WireError(.tooLong, "the stream exceeds \(limit) bytes")
            }
            for event in try parser.feed(buffer.readableBytesView) {
                if event.isDone {
                    isDone = true
                    break
                }
                try add(try JSONParser.parse(event.data), to: &assembler)
            }
            if isDone {
                pass(assembler.finish())
                signal.completed(assembler)
            }
        }
        if isDone { return assembler }
        guard assembler.isComplete else { throw failures.cutOff }
        pass(assembler.finish())
        return assembler
    }

    private func add(_ json: JSONValue, to assembler: inout ReplyAssembler) throws {
        if let failure = ServerFailure(json: json) { throw failures.reported(failure) }
        pass(try assembler.add(try CompletionChunk(json: json)))
    }

    private func pass(_ deltas: [ReplyDelta]) {
        guard let onDelta else { return }
        for delta in deltas { onDelta(delta) }
    }
}
