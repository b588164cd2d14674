import PonderCore
import Testing

@Suite
struct ModelErrorTests {
    @Test
    func `an error says its code and what happened`() {
        #expect(ModelError(.rateLimited, "slow down").description == "rateLimited: slow down")
    }

    @Test
    func `an identity has one line, with the revision where there is one`() {
        #expect(ModelIdentity(provider: "engine", name: "m").description == "engine:m")
        let pinned = ModelIdentity(provider: "engine", name: "m", revision: "abc")
        #expect(pinned.description == "engine:m@abc")
    }

    @Test
    func `only temperature zero is greedy`() {
        #expect(SamplingOptions(temperature: 0, maxOutputTokens: 1).isGreedy)
        #expect(!SamplingOptions(temperature: 0.01, maxOutputTokens: 1).isGreedy)
        #expect(!SamplingOptions(maxOutputTokens: 1).isGreedy)
    }
}
