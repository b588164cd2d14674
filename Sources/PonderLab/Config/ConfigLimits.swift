/// The ranges of a config's numbers.
enum ConfigLimits {
    static let concurrency = 1...1024
    static let problemsInFlight = 1...65_536
    static let epochs = 1...1000
    static let pool = 2...100_000
    static let problems = 1...1_000_000
    static let offset = 0...1_000_000_000
    static let shots = 0...1000
    static let attempts = 1...100
    /// Tokens a second.
    static let rate = 0.001...1e9
    /// Nanoseconds: at most a day.
    static let delay: ClosedRange<Int128> = 0...86_400_000_000_000
    /// Micro-dollars per million tokens: at most a million dollars.
    static let price: ClosedRange<Int128> = 0...1_000_000_000_000
    /// The most rows of an experiment.
    static let rows = 10_000

    /// The range of a size of a model; the largest keep the FLOPs of any call in 128 bits.
    static func shape(_ key: String) -> ClosedRange<Int> {
        switch key {
        case "non-embedding": 1...1_000_000_000_000_000
        case "layers": 1...100_000
        default: 1...100_000_000
        }
    }
}
