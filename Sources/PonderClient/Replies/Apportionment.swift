/// Divides a total into whole parts in proportion to weights.
package enum Apportionment {
    /// Returns one part per weight; the parts sum to the total.
    ///
    /// Source: the method of largest remainders (Hamilton); ties go to the lower index. With all
    /// weights zero the parts are as equal as can be.
    /// - Precondition: there is a weight, and none is negative.
    package static func divide(_ total: Int, by weights: [Int]) -> [Int] {
        precondition(!weights.isEmpty, "nothing to apportion among")
        let isFlat = weights.allSatisfy { $0 == 0 }
        let shares = isFlat ? weights.map { _ in Int128(1) } : weights.map { Int128($0) }
        let sum = shares.reduce(0, +)
        var parts = shares.map { Int(Int128(total) * $0 / sum) }
        let remainders = shares.map { Int128(total) * $0 % sum }
        let order = shares.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(total - parts.reduce(0, +)) { parts[index] += 1 }
        return parts
    }
}
