/// A whole number read digit by digit, which knows when it has left the range of 128 bits.
struct DigitSum: Sendable {
    /// The number so far; `nil` once it does not fit.
    private(set) var value: Int128? = 0

    /// Appends a decimal digit, given in ASCII.
    mutating func append(_ digit: UInt8) {
        guard let old = value else { return }
        let (shifted, overflow) = old.multipliedReportingOverflow(by: 10)
        let (sum, carry) = shifted.addingReportingOverflow(Int128(digit - UInt8(ascii: "0")))
        value = overflow || carry ? nil : sum
    }

    /// Reads the digits from an index on, and returns the index after them.
    mutating func read(_ text: inout TextBytes, from start: Int) -> Int {
        var end = start
        var byte = text[end]
        while byte.isDigit {
            append(byte)
            end += 1
            byte = text[end]
        }
        return end
    }
}
