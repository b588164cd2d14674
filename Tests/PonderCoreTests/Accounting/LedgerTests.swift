import PonderCore
import Testing

@Suite
struct LedgerTests {
    @Test
    func `each role has its own line, and the total has them all`() {
        let line = Ledger.Line(
            asSent: Spend(promptTokens: 10, outputTokens: 4, calls: 1),
            distinctPromptTokens: 7,
            distinctFlops: 5,
            reasoningTokens: 3
        )
        var ledger = Ledger()
        ledger.add(line, to: .policy)
        ledger.add(line, to: .policy)
        ledger.add(line, to: .verifier)
        var other = Ledger()
        other.add(ledger)
        #expect(other == ledger)
        #expect(ledger.lines[.policy]?.asSent.calls == 2)
        #expect(ledger.lines[.verifier] == line)
        #expect(ledger.lines[.expert] == nil)
        #expect(ledger.total.asSent == Spend(promptTokens: 30, outputTokens: 12, calls: 3))
        #expect(ledger.total.distinctPromptTokens == 21)
        #expect(ledger.total.distinctFlops == 15)
        #expect(ledger.total.reasoningTokens == 9)
    }

    @Test
    func `a sum of counts is known as well as the worse of them`() {
        #expect(TokenCount.reported(1) + .counted(2) == .counted(3))
        #expect(TokenCount.bounded(1) + .counted(2) == .bounded(3))
        #expect(TokenCount.reported(1) + .reported(2) == .reported(3))
        #expect(TokenCount.Source.allCases.sorted() == [.reported, .counted, .bounded])
    }
}
