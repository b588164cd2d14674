import PonderCore
import Testing

@Suite
struct PriceTableTests {
    private let prices = PriceTable(
        input: 150_000,
        cachedInput: 75_000,
        output: 600_000,
        date: "2026-01-01"
    )

    @Test
    func `a million tokens cost their price to the pico-dollar`() {
        let million = 1_000_000
        #expect(prices.cost(promptTokens: million, outputTokens: 0).dollars == 0.15)
        #expect(prices.cost(promptTokens: 0, outputTokens: million).dollars == 0.6)
        let cost = prices.cost(promptTokens: 1234, cachedPromptTokens: 1000, outputTokens: 17)
        #expect(cost.picoDollars == 234 * 150_000 + 1000 * 75_000 + 17 * 600_000)
    }

    @Test
    func `more cached tokens than there are cost no more than all of them`() {
        let most = prices.cost(promptTokens: 10, cachedPromptTokens: 10, outputTokens: 1)
        #expect(prices.cost(promptTokens: 10, cachedPromptTokens: 99, outputTokens: 1) == most)
    }

    @Test
    func `a batch discount rounds up`() {
        let half = PriceTable(input: 3, output: 0, batchPermille: 500, date: "2026-01-01")
        #expect(half.cost(promptTokens: 1, outputTokens: 0).picoDollars == 2)
        #expect(half.cost(promptTokens: 2, outputTokens: 0).picoDollars == 3)
    }

    @Test
    func `without a cached price a cached token costs as much as any`() {
        let plain = PriceTable(input: 5, output: 1, date: "2026-01-01")
        #expect(
            plain.cost(promptTokens: 4, cachedPromptTokens: 3, outputTokens: 0).picoDollars == 20
        )
    }

    @Test
    func `a cached token that is dearer than a computed one is a mistake`() async {
        await #expect(processExitsWith: .failure) {
            _ = PriceTable(input: 1, cachedInput: 2, output: 1, date: "2026-01-01")
        }
    }

    @Test
    func `amounts saturate instead of overflowing`() {
        let most = Cost(picoDollars: .max)
        #expect(most + Cost(picoDollars: 1) == most)
        #expect(Cost(picoDollars: .min) - Cost(picoDollars: 1) == Cost(picoDollars: .min))
        #expect(Cost.dollars(1e30) == most)
        #expect(Cost.dollars(-1e30) == Cost(picoDollars: .min))
        #expect(Cost.dollars(1.5).picoDollars == 1_500_000_000_000)
        let dear = PriceTable(input: .max, output: .max, date: "2026-01-01")
        #expect(dear.cost(promptTokens: 1_000_000, outputTokens: 1) == most)
    }
}
