import Foundation
import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class ToyServerHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: ToyServer
    private var path = ""
    private var body = Data()

    init(server: ToyServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (path, body) = (head.uri, Data())
        case .body(let buffer): body += buffer.readableBytesView
        case .end: answer(in: context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func answer(in context: ChannelHandlerContext) {
        switch path {
        case "/v1/models":
            send(
                Data(#"{"object": "list", "data": [{"id": "toy", "object": "model"}]}"#.utf8),
                in: context
            )
        case "/props":
            send(
                Data(#"{"default_generation_settings": {"n_ctx": 4096}, "total_slots": 64}"#.utf8),
                in: context
            )
        case "/v1/chat/completions":
            guard let call = ToyCall(body), let reply = try? call.reply else {
                return fail(400, "not understood", in: context)
            }
            let fate = server.receive(call)
            guard let delay = fate.delay else { return }
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(delay)) {
                let (handler, context) = bound.value
                if fate.isFailing {
                    handler.fail(500, "out of order", in: context)
                } else {
                    handler.send(reply, in: context)
                }
            }
        default: fail(404, "no such path", in: context)
        }
    }

    private func fail(_ status: Int, _ message: String, in context: ChannelHandlerContext) {
        send(Data(#"{"error": {"message": "\#(message)"}}"#.utf8), status: status, in: context)
    }

    private func send(_ body: Data, status: Int = 200, in context: ChannelHandlerContext) {
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: status),
            headers: ["Content-Type": "application/json", "Content-Length": "\(body.count)"]
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        let buffer = context.channel.allocator.buffer(bytes: body)
        context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
