import PonderCore
import PonderRecord
import Testing

struct ResultRecordTests {
    @Test func `failed replays count neither as right nor as wrong`() {
        let result = SampleRun.result()
        #expect(result.scoredReplays == 3)
        #expect(result.accuracy == 2.0 / 3.0)
        #expect(result.coverage == 1)
    }

    @Test func `a result whose replays all failed has no accuracy`() {
        var result = SampleRun.result()
        result.outcomes = [.failed: 4]
        #expect(result.accuracy == nil)
        #expect(result.coverage == nil)
    }

    @Test func `the total adds up the roles and saturates money`() {
        var result = SampleRun.result()
        result.charged = [
            .policy: Charge(outputTokens: 3, costPicoDollars: .max, flops: WideInteger(5)),
            .verifier: Charge(outputTokens: 4, costPicoDollars: 1, flops: WideInteger(6)),
        ]
        #expect(result.total.outputTokens == 7)
        #expect(result.total.costPicoDollars == .max)
        #expect(result.total.flops == WideInteger(11))
    }

    @Test func `the one replay of a realised result is its own peak`() {
        let charge = Charge(outputTokens: 9)
        let result = ResultRecord(
            row: 0,
            problem: "a",
            index: 0,
            epoch: 0,
            difficulty: nil,
            replays: 1,
            correct: 1,
            covered: 1,
            candidates: 1,
            outcome: .answered,
            stop: .finished,
            answer: "1",
            confidence: 1,
            charged: [.policy: charge],
            modelledMicroseconds: 1,
            error: nil
        )
        #expect(result.peak == charge)
        #expect(result.outcomes == [.answered: 1])
        #expect(SampleRun.result().peak == nil)
    }
}
