import PonderBank
import PonderCore

/// Values that the tests of this target share.
enum Sample {
    static let model = ModelIdentity(provider: "script", name: "parrot", revision: "r1")
    static let bound = Spend(
        promptTokens: 100,
        outputTokens: 400,
        calls: 1,
        cost: Cost(picoDollars: 7_000),
        flops: 9_000
    )
    static let bill = Spend(
        promptTokens: 90,
        outputTokens: 35,
        calls: 1,
        cost: Cost(picoDollars: 1_234),
        flops: 5_678
    )
    static let usage = Usage(prompt: .reported(90), output: .reported(35))

    static func request(_ text: String = "What is 6 times 7?") -> ModelRequest {
        ModelRequest(
            messages: [.system("Answer."), .user(text)],
            sampling: SamplingOptions(temperature: 0.7, maxOutputTokens: 400)
        )
    }

    static func address(
        of request: ModelRequest = request(),
        index: Int = 0,
        seed: UInt64 = 7,
        epoch: Int = 0
    ) -> DrawAddress {
        DrawAddress(
            key: DrawKey(model: model, request: request),
            stream: DrawStream(runSeed: Seed(seed), epoch: epoch),
            index: index
        )
    }

    static func draw(_ text: String = "42", outputLimit: Int = 400) -> RecordedDraw {
        RecordedDraw(
            reply: Reply(text: text, finish: .stop, usage: usage),
            outputLimit: outputLimit,
            topLogProbabilities: nil
        )
    }

    /// Journals an attempt and commits its draw.
    static func take(
        _ draw: RecordedDraw = draw(),
        at address: DrawAddress = address(),
        of request: ModelRequest = request(),
        in bank: DrawBank
    ) throws {
        let entry = try bank.open(address, bound: bound)
        try bank.commit(
            draw,
            at: address,
            request: request,
            model: model,
            entry: entry,
            billed: bill
        )
    }

    /// Journals an attempt and records that it failed.
    static func fail(
        _ usage: Usage? = usage,
        at address: DrawAddress = address(),
        in bank: DrawBank
    ) throws {
        let entry = try bank.open(address, bound: bound)
        try bank.abandon(address, usage: usage, entry: entry, billed: bill)
    }
}
