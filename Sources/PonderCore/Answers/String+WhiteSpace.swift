extension String {
    /// The text without white space at its ends, with every run of it inside as one space.
    package var collapsingWhiteSpace: String {
        var bytes: [UInt8] = []
        var isPending = false
        for byte in utf8 {
            if byte.isWhiteSpace {
                isPending = !bytes.isEmpty
                continue
            }
            if isPending { bytes.append(UInt8(ascii: " ")) }
            isPending = false
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
