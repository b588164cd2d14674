/// Generates the random numbers of every resampling procedure, the same on every platform.
///
/// The algorithm is SplitMix64: a counter stepped by the odd constant `0x9E3779B97F4A7C15`, whose
/// value passes through a 64-bit mixing function. Its period is 2^64, and equal seeds give equal
/// sequences for ever: the outputs are pinned by golden vectors in the tests.
///
/// The type does not conform to `RandomNumberGenerator` on purpose. The distributions of the
/// standard library may change between releases, which would change published intervals.
///
/// **Source**: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA
/// 2014, doi:10.1145/2660193.2660195.
public struct ResamplingGenerator: Sendable, Hashable {
    private var state: UInt64

    /// Creates a generator whose sequence is determined by the seed alone.
    public init(seed: UInt64) {
        state = seed
    }

    /// Returns the next 64 uniformly distributed bits.
    ///
    /// - Complexity: O(1).
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Returns a uniformly distributed integer in `0..<bound`, without modulo bias.
    ///
    /// Multiplies 64 random bits by the bound and keeps the upper half of the product; the few
    /// values that would be drawn too often are rejected.
    ///
    /// **Source**: Lemire, *Fast Random Integer Generation in an Interval*, 2019, arXiv 1805.10941.
    ///
    /// - Precondition: `bound > 0`.
    /// - Complexity: O(1) expected; a rejection has probability `bound / 2^64`.
    public mutating func integer(below bound: Int) -> Int {
        precondition(bound > 0, "A bounded draw needs a positive bound, got \(bound)")
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        if product.low < width {
            let threshold = (0 &- width) % width
            while product.low < threshold {
                product = next().multipliedFullWidth(by: width)
            }
        }
        return Int(product.high)
    }

    /// Returns a uniformly distributed multiple of 2^-53 in `0..<1`.
    ///
    /// - Complexity: O(1).
    public mutating func unitDouble() -> Double {
        Double(next() >> 11) * 0x1p-53
    }
}
