import PonderCore

extension ConfigReader {
    private static let priceExpectation =
        "dollars per million tokens, at most 1000000, no finer than a micro-dollar (0.000001)"

    /// Reads the prices of the declared models.
    func prices(_ node: ConfigNode?, models: [String]) -> [String: PriceTable] {
        guard let node, let mapping = mapping(node, "prices", keys: models) else { return [:] }
        var prices: [String: PriceTable] = [:]
        for entry in mapping.entries { prices[entry.key] = table(entry) }
        return prices
    }

    private func table(_ entry: ConfigEntry) -> PriceTable? {
        let what = "prices of '\(entry.key)'"
        guard let mapping = mapping(entry.value, what, keys: ConfigKeys.prices) else { return nil }
        for key in ["input", "output", "date"] where mapping[key] == nil {
            complain(
                entry.position,
                "\(what): \(key) is missing; give "
                    + (key == "date" ? "the day as YYYY-MM-DD" : Self.priceExpectation)
            )
        }
        let input = mapping["input"].flatMap { price($0, "input") }
        let cached = mapping["cached-input"].flatMap { price($0, "cached-input") }
        let output = mapping["output"].flatMap { price($0, "output") }
        let batch = mapping["batch"].flatMap { batchShare($0) }
        let date = mapping["date"].flatMap { self.date($0) }
        guard let input, let output, let date else { return nil }
        if let cached, cached > input, let node = mapping["cached-input"] {
            complain(
                node.position,
                "cached-input: it is above input; give at most the input's price"
            )
            return nil
        }
        return PriceTable(
            input: input,
            cachedInput: cached,
            output: output,
            batchPermille: batch ?? 1000,
            date: date
        )
    }

    private func price(_ node: ConfigNode, _ what: String) -> Int64? {
        units(node, what, scale: 6, in: ConfigLimits.price, Self.priceExpectation).map(Int64.init)
    }

    private func batchShare(_ node: ConfigNode) -> Int64? {
        units(
            node,
            "batch",
            scale: 3,
            in: 0...1000,
            "a share of the price from 0 to 1 in thousandths"
        )
        .map(Int64.init)
    }

    /// Reads a day of the Gregorian calendar.
    private func date(_ node: ConfigNode) -> String? {
        let expectation = "a day of the calendar as YYYY-MM-DD"
        guard let text = text(node, "date", expectation) else { return nil }
        guard Self.isDay(text) else {
            complain(node.position, "date: \(Self.quote(text)) is not \(expectation)")
            return nil
        }
        return text
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return false }
        let isLeap =
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year >= 1 && (1...12).contains(month) && (1...lengths[month - 1]).contains(day)
    }
}
