import Foundation

/// Maps values to coordinates, with ticks where people expect them.
package struct ChartScale: Sendable {
    /// The values at the ends.
    package let domain: ClosedRange<Double>
    /// The coordinates at the ends; the first may be larger.
    let range: (Double, Double)
    /// The ticks, ascending, all inside the domain.
    package let ticks: [Double]
    private let isLogarithmic: Bool

    /// Returns the coordinate of a value.
    package func position(_ value: Double) -> Double {
        let (low, high, at) =
            isLogarithmic
            ? (log10(domain.lowerBound), log10(domain.upperBound), log10(value))
            : (domain.lowerBound, domain.upperBound, value)
        return range.0 + (at - low) / (high - low) * (range.1 - range.0)
    }

    /// A logarithmic scale that ends at 1, 2 or 5 times a power of ten.
    ///
    /// Ticks are at 1, 2 and 5, or where those are more than `limit`, at powers of ten.
    /// - Precondition: there is a value, and all are positive.
    package static func logarithmic(
        _ values: [Double],
        range: (Double, Double),
        limit: Int
    ) -> ChartScale {
        precondition(values.allSatisfy { $0 > 0 }, "a logarithmic scale needs positive values")
        let low = values.min() ?? 1
        let high = values.max() ?? 1
        // Half a step of room on each side keeps marks off the edges.
        let steps = Self.steps(from: low / 1.15, to: high * 1.15)
        var ticks = steps
        if ticks.count > limit {
            ticks = steps.filter { isPowerOfTen($0) }
            let every = (ticks.count + limit - 1) / limit
            if every > 1 { ticks = ticks.indices.filter { $0 % every == 0 }.map { ticks[$0] } }
        }
        return ChartScale(
            domain: (steps.first ?? low)...(steps.last ?? high),
            range: range,
            ticks: ticks,
            isLogarithmic: true
        )
    }

    /// A linear scale over shares, with round ticks and at most a sixth of room around the values.
    package static func shares(_ values: [Double], range: (Double, Double)) -> ChartScale {
        let low = max(0, values.min() ?? 0)
        let high = min(1, values.max() ?? 1)
        let step = [0.02, 0.05, 0.1, 0.2].first { (high - low) / $0 <= 6 } ?? 0.2
        // The tolerance keeps a value on a tick from taking one step more.
        var first = Int(((low / step) + 1e-9).rounded(.down))
        var last = Int(((high / step) - 1e-9).rounded(.up))
        let top = Int((1 / step).rounded())
        if first == last { last += 1 }
        if last > top { (first, last) = (max(0, first - 1), top) }
        return ChartScale(
            domain: Double(first) * step...Double(last) * step,
            range: range,
            ticks: (first...last).map { Double($0) * step },
            isLogarithmic: false
        )
    }

    /// All of 1, 2 and 5 times powers of ten around two values: at least two.
    private static func steps(from low: Double, to high: Double) -> [Double] {
        let lowest = Int(log10(low).rounded(.down)) - 1
        let highest = Int(log10(high).rounded(.up)) + 1
        let all = (lowest...highest).flatMap { exponent in
            [1.0, 2, 5].map { scaled($0, exponent) }
        }
        let first = all.lastIndex { $0 <= low } ?? all.startIndex
        let last = all.firstIndex { $0 >= high } ?? all.endIndex - 1
        return Array(all[first...max(last, first + 1)])
    }

    /// The digit times a power of ten, exact where a double can be.
    private static func scaled(_ digit: Double, _ exponent: Int) -> Double {
        exponent < 0 ? digit / pow(10, Double(-exponent)) : digit * pow(10, Double(exponent))
    }

    private static func isPowerOfTen(_ value: Double) -> Bool {
        let exponent = log10(value)
        return abs(exponent - exponent.rounded()) < 1e-9
    }
}
