import Foundation
import GRDB
import PonderBank
import PonderCore
import Testing

struct DrawTests {
    @Test(arguments: FinishReason.allCases)
    func `Every field of a draw comes back as it was committed`(finish: FinishReason) async throws {
        let token = TokenLogProbability(
            text: " 4",
            byteCount: 2,
            logProbability: -0.1 - 0.2,
            alternatives: [
                .init(text: "\u{FFFD}", logProbability: -.infinity),
                .init(text: "\"\\/\n", logProbability: -Double.leastNonzeroMagnitude),
            ]
        )
        let bare = TokenLogProbability(text: "2", logProbability: -1e300)
        let reply = Reply(
            text: "e\u{301} \0 \u{2028} 👩‍🔬 \u{10FFFF}",
            thinking: "six sevens",
            finish: finish,
            usage: Usage(
                prompt: .reported(90),
                cachedPrompt: .counted(64),
                output: .bounded(.max),
                reasoning: .reported(30)
            ),
            tokens: [token, bare]
        )
        let draw = RecordedDraw(reply: reply, outputLimit: .max, topLogProbabilities: 20)
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            try Sample.take(draw, in: bank)
            let found = try #require(bank.draws(at: Sample.address()).first)
            #expect(found == draw)
            #expect(found.reply.text.unicodeScalars.elementsEqual(reply.text.unicodeScalars))
            #expect(try bank.draws(at: Sample.address()).count == 1)
        }
    }

    @Test func `A log-probability that is no number does not lose the draw`() async throws {
        var draw = Sample.draw()
        draw.reply.tokens = [TokenLogProbability(text: "4", logProbability: .nan)]
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            try Sample.take(draw, in: bank)
            let found = try #require(bank.draws(at: Sample.address()).first?.reply.tokens?.first)
            #expect(found.logProbability.isNaN)
        }
    }

    @Test func `Equal requests with different indexes get different draws`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            for index in 0..<3 {
                try Sample.take(Sample.draw("\(index)"), at: Sample.address(index: index), in: bank)
            }
            for index in 0..<3 {
                let texts = try bank.draws(at: Sample.address(index: index)).map(\.reply.text)
                #expect(texts == ["\(index)"])
            }
            #expect(try bank.draws(at: Sample.address(index: 3)).isEmpty)
        }
    }

    @Test func `Runs with other seeds, and other epochs, find none of a run's draws`() async throws
    {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            try Sample.take(at: Sample.address(seed: 1, epoch: 0), in: bank)
            #expect(try bank.draws(at: Sample.address(seed: 2, epoch: 0)).isEmpty)
            #expect(try bank.draws(at: Sample.address(seed: 1, epoch: 1)).isEmpty)
            #expect(try bank.draws(at: Sample.address(seed: 1, epoch: 0)).count == 1)
        }
    }

    @Test func `Draws under different limits stand side by side, the lowest first`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            for limit in [400, 9, 50] {
                try Sample.take(Sample.draw("\(limit)", outputLimit: limit), in: bank)
            }
            let draws = try bank.draws(at: Sample.address())
            #expect(draws.map(\.outputLimit) == [9, 50, 400])
            #expect(draws.map(\.reply.text) == ["9", "50", "400"])
        }
    }

    @Test func `The first draw of an address and limit stays, both are billed`() async throws {
        try await withTemporaryFolder { folder in
            let first = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            let second = try DrawBank(path: folder + "/bank.sqlite", run: "b")
            try Sample.take(Sample.draw("first"), in: first)
            try Sample.take(Sample.draw("second"), in: second)
            #expect(try second.draws(at: Sample.address()).map(\.reply.text) == ["first"])
            #expect(try second.billed(run: "a") == Sample.bill)
            #expect(try second.billed(run: "b") == Sample.bill)
        }
    }

    @Test func `Failed attempts stay with their address in order, cancelled ones do not`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            let other = Sample.address(index: 1)
            let usages = [3, 1, 2].map { Usage(prompt: .counted($0), output: .bounded($0)) }
            for usage in usages { try Sample.fail(usage, in: bank) }
            try Sample.fail(nil, in: bank)
            try Sample.fail(Usage.none, at: other, in: bank)
            #expect(try bank.failedAttempts(at: Sample.address()) == usages)
            try Sample.take(in: bank)
            #expect(try bank.failedAttempts(at: Sample.address()) == usages)
            #expect(try bank.failedAttempts(at: other) == [.none])
            #expect(try bank.failedAttempts(at: Sample.address(index: 2)).isEmpty)
        }
    }

    @Test func `A request is stored once, without seed and log-probabilities`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            for index in 0..<3 {
                var request = Sample.request()
                request.seed = UInt64(index)
                request.topLogProbabilities = index
                try Sample.take(at: Sample.address(index: index), of: request, in: bank)
            }
            let rows = try DatabaseQueue(path: path).read { database in
                try String.fetchAll(database, sql: "SELECT request FROM requests")
            }
            let golden = """
                {"messages":[{"speaker":"system","text":"Answer."},\
                {"speaker":"user","text":"What is 6 times 7?"}],\
                "sampling":{"maxOutputTokens":400,"temperature":0.7},"stop":[]}
                """
            #expect(rows == [golden])
        }
    }

    @Test func `A bound of a prompt comes back, and the first one stays`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            let prompt = PromptKey(model: Sample.model, request: Sample.request()).digest
            #expect(try bank.promptBound(of: prompt) == nil)
            try bank.recordPromptBound(123, of: prompt)
            try bank.recordPromptBound(456, of: prompt)
            #expect(try bank.promptBound(of: prompt) == 123)
        }
    }

    @Test func `A draw under another request's key stops the program`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let result = await #expect(processExitsWith: .failure) { [path = path as String] in
                let bank = try DrawBank(path: path, run: "a")
                try Sample.take(at: Sample.address(), of: Sample.request("Other?"), in: bank)
            }
            // A trap is one signal or the other, depending on the processor; an error is neither.
            let status = try #require(result?.exitStatus)
            #expect([.signal(SIGILL), .signal(SIGTRAP)].contains(status))
            let draws = try DrawBank(replaying: path).draws(at: Sample.address())
            #expect(draws.isEmpty)
        }
    }
}
