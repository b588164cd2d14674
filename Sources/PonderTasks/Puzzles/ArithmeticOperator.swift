/// One of the four operators of arithmetic.
package enum ArithmeticOperator: UInt8, Hashable, Sendable, CaseIterable {
    /// Plus.
    case add = 0x2b
    /// Minus.
    case subtract = 0x2d
    /// Times.
    case multiply = 0x2a
    /// Divided by.
    case divide = 0x2f

    /// The sign.
    package var sign: String { String(decoding: [rawValue], as: UTF8.self) }

    /// 1 for plus and minus, 2 for times and divided by.
    var precedence: Int { self == .add || self == .subtract ? 1 : 2 }
}
