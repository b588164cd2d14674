import PonderCore
import Testing

@Suite
struct DrawKeyTests {
    private static let model = ModelIdentity(provider: "test", name: "model", revision: "r1")

    private static let plain = ModelRequest(
        messages: [.user("What is 2 + 2?")],
        sampling: SamplingOptions(maxOutputTokens: 64)
    )

    private static let full = ModelRequest(
        messages: [.system("Be brief."), .user("Wie viel ist 2 + 2? ✓"), .assistant("Vier.")],
        partialReply: "It is ",
        sampling: SamplingOptions(
            temperature: 0.7,
            topP: 0.95,
            topK: 40,
            minP: 0.05,
            maxOutputTokens: 256,
            effort: "high",
            maxThinkingTokens: 1000
        ),
        stop: ["\n\n", "END"],
        seed: 5,
        constraint: .choice(["yes", "no"]),
        topLogProbabilities: 3
    )

    @Test(arguments: [
        (plain, "6b3cac147d21820235b39bbb1cca433e9c7e298198996e4cfed63a9b2bf83a59"),
        (full, "c6b9971c7324c6a29daafc20c64bcf3960ec0b15b80783c7947cc6ceff8fcce8"),
    ])
    func `keys never change, since recorded draws are found by them`(
        _ request: ModelRequest,
        _ hash: String
    ) {
        #expect(DrawKey(model: Self.model, request: request).description == hash)
    }

    @Test
    func `the key of a prompt never changes`() {
        let key = PromptKey(model: Self.model, request: Self.plain)
        let hash = "dabfb1d632bb24ab07d0a1d33f81ee3f67614383198d70f67e2d32d005d7de18"
        #expect(key.digest.description == hash)
    }

    @Test(
        arguments: [
            (0, 10_637_739_275_633_363_107), (1, 9_251_462_935_118_279_239),
            (1000, 2_163_526_206_700_016_256),
        ] as [(Int, UInt64)]
    )
    func `the seed of a draw never changes`(_ index: Int, _ seed: UInt64) {
        let stream = DrawStream(runSeed: Seed(7), epoch: 1)
        let hash = "9631c3cf9c96e5b7e5012c71b02d572f3edfebc0a774fa9b66f8d67bf1019a00"
        #expect(stream.digest.description == hash)
        let key = DrawKey(model: Self.model, request: Self.plain)
        #expect(DrawAddress(key: key, stream: stream, index: index).seed == seed)
    }

    @Test
    func `neither a seed nor log-probabilities are part of a key`() {
        var request = Self.full
        request.seed = nil
        request.topLogProbabilities = nil
        let key = DrawKey(model: Self.model, request: request)
        #expect(key == DrawKey(model: Self.model, request: Self.full))
    }

    @Test
    func `every other field is part of a key`() {
        let changes: [(inout ModelRequest) -> Void] = [
            { $0.messages[1].text += "!" },
            { $0.messages[2].speaker = .user },
            { $0.messages.append(.user("")) },
            { $0.messages.removeLast() },
            { $0.partialReply = nil },
            { $0.partialReply = "" },
            { $0.sampling.temperature = nil },
            { $0.sampling.temperature = 0 },
            { $0.sampling.topP = 0.9 },
            { $0.sampling.topK = 41 },
            { $0.sampling.minP = 0.95 },
            { $0.sampling.maxOutputTokens = 255 },
            { $0.sampling.effort = "low" },
            { $0.sampling.maxThinkingTokens = nil },
            { $0.stop = ["\n\nEND"] },
            { $0.stop = [] },
            { $0.constraint = nil },
            { $0.constraint = .choice(["yesno"]) },
            { $0.constraint = .regex("yes|no") },
            { $0.constraint = .jsonSchema("yes|no") },
            { $0.constraint = .grammar("yes|no") },
        ]
        var keys = [DrawKey(model: Self.model, request: Self.full)]
        for change in changes {
            var request = Self.full
            change(&request)
            keys.append(DrawKey(model: Self.model, request: request))
        }
        for model in [
            ModelIdentity(provider: "other", name: "model", revision: "r1"),
            ModelIdentity(provider: "test", name: "models", revision: "r1"),
            ModelIdentity(provider: "test", name: "model", revision: ""),
            ModelIdentity(provider: "test", name: "modelr", revision: "1"),
        ] {
            keys.append(DrawKey(model: model, request: Self.full))
        }
        #expect(Set(keys).count == changes.count + 5)
    }

    @Test
    func `seeds differ by stream, key and index`() {
        let keys = [Self.plain, Self.full].map { DrawKey(model: Self.model, request: $0) }
        let streams = [(7, 0), (7, 1), (8, 0), (8, 1)].map {
            DrawStream(runSeed: Seed($0.0), epoch: $0.1)
        }
        var seeds: Set<UInt64> = []
        for key in keys {
            for stream in streams {
                for index in 0..<8 {
                    seeds.insert(DrawAddress(key: key, stream: stream, index: index).seed)
                }
            }
        }
        #expect(seeds.count == 64)
    }
}
