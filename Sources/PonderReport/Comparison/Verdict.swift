/// Words a difference between two rows.
enum Verdict {
    /// What a difference says, in percentage points: the difference with its interval if it is
    /// significant, else that it is inconclusive.
    static func text(
        difference: Double,
        low: Double?,
        high: Double?,
        minimumDetectable: Double?,
        isSignificant: Bool
    ) -> String {
        let interval =
            if let low, let high {
                "[\(NumberText.points(low)), \(NumberText.points(high))]"
            } else {
                "[unknown, unknown]"
            }
        guard !isSignificant else { return "\(NumberText.points(difference)) \(interval)" }
        let least = minimumDetectable.map { NumberText.fixed($0 * 100, 1) } ?? "unknown"
        return "inconclusive: difference \(interval), minimum detectable \(least)"
    }
}
