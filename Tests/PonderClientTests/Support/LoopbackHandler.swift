import NIOCore
import NIOHTTP1
import PonderWire

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Answers the requests of one connection by a script.
final class LoopbackHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: LoopbackServer
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(server: LoopbackServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer): body += buffer.readableBytesView
        case .end:
            guard let head else { return }
            let headers = head.headers.map { ($0.name.lowercased(), $0.value) }
            let request = ReceivedRequest(
                method: head.method.rawValue,
                path: head.uri,
                headers: Dictionary(headers) { first, _ in first },
                body: (try? JSONParser.parse(body)) ?? .null
            )
            run(
                server.answer(request)[...],
                in: NIOLoopBound(context, eventLoop: context.eventLoop)
            )
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        server.noteClosed()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func run(
        _ steps: ArraySlice<ServerStep>,
        in bound: NIOLoopBound<ChannelHandlerContext>
    ) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        let context = bound.value
        switch step {
        case .head(let status, let headers):
            let head = HTTPResponseHead(
                version: .http1_1,
                status: HTTPResponseStatus(statusCode: status),
                headers: HTTPHeaders(headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            )
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        case .send(let text): write(text, in: context)
        case .repeated(let text, let count): return repeatedly(text, count, then: rest, in: bound)
        case .end: context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .close: context.close(promise: nil)
        case .reset: reset(context)
        case .stall: return
        }
        run(rest, in: bound)
    }

    private func write(_ text: String, in context: ChannelHandlerContext) {
        let buffer = IOData.byteBuffer(context.channel.allocator.buffer(string: text))
        context.writeAndFlush(wrapOutboundOut(.body(buffer)), promise: nil)
    }

    /// Writes the next piece when the last one is gone, and stops when the client is.
    private func repeatedly(
        _ text: String,
        _ count: Int,
        then rest: ArraySlice<ServerStep>,
        in bound: NIOLoopBound<ChannelHandlerContext>
    ) {
        guard count > 0 else { return run(rest, in: bound) }
        let context = bound.value
        let buffer = IOData.byteBuffer(context.channel.allocator.buffer(string: text))
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        let loop = context.eventLoop
        context.writeAndFlush(wrapOutboundOut(.body(buffer))).whenSuccess {
            handler.value.server.noteSent(text.utf8.count)
            // A write may succeed at once: without a new turn of the loop the stack would grow.
            loop.execute { handler.value.repeatedly(text, count - 1, then: rest, in: bound) }
        }
    }

    private func reset(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let abrupt = linger(l_onoff: 1, l_linger: 0)
        (context.channel as? any SocketOptionProvider)?.setSoLinger(abrupt).whenComplete { _ in
            bound.value.close(promise: nil)
        }
    }
}
