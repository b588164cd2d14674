extension UInt8 {
    /// Whether the byte is one of `0` to `9`.
    package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether the byte is an English letter.
    package var isLetter: Bool { isUpperCase || (self >= 0x61 && self <= 0x7a) }

    /// Whether the byte is an English capital letter.
    package var isUpperCase: Bool { self >= 0x41 && self <= 0x5a }

    /// Whether the byte is a space, a tab or a line break.
    package var isWhiteSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0d) }

    /// The small letter of a capital letter; every other byte unchanged.
    package var lowerCased: UInt8 { isUpperCase ? self | 0x20 : self }
}
