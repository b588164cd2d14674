/// Holds a two-sided confidence interval with its level.
public struct ConfidenceInterval: Sendable, Hashable {
    /// The lower end; `-infinity` or a stated bound where the data do not limit it.
    public let low: Double
    /// The upper end, at least ``low``; `infinity` where the data do not limit it.
    public let high: Double
    /// The confidence level, strictly between 0 and 1.
    public let level: Double

    /// Half the distance between the ends.
    public var halfWidth: Double { (high - low) / 2 }

    /// Creates an interval.
    public init(low: Double, high: Double, level: Double) {
        precondition(low <= high, "An interval needs low <= high, got \(low) and \(high)")
        precondition(level > 0 && level < 1, "A level is strictly between 0 and 1, got \(level)")
        self.low = low
        self.high = high
        self.level = level
    }

    /// Returns whether the value lies in the closed interval.
    public func contains(_ value: Double) -> Bool {
        low <= value && value <= high
    }
}
