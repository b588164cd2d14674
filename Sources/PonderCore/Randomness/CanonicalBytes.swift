/// Writes values as bytes that mean one thing only: every text and list carries its length.
///
/// Numbers are eight bytes, big-endian; a text is its UTF-8 length and bytes; an optional is a
/// zero byte, or a one byte and the value; a double is its IEEE 754 bit pattern, negative zero
/// written as zero. Recorded draws are found by a hash of these bytes, so the format never changes.
public struct CanonicalBytes: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Creates an empty writer that starts with a label, which keeps kinds of keys apart.
    public init(label: String) { write(label) }

    /// Writes a number.
    public mutating func write(_ value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }

    /// Writes a number.
    public mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value))) }

    /// Writes a number.
    public mutating func write(_ value: Double) { write(value == 0 ? 0 : value.bitPattern) }

    /// Writes a text.
    public mutating func write(_ text: String) {
        let utf8 = Array(text.utf8)
        write(utf8.count)
        bytes += utf8
    }

    /// Writes a digest.
    public mutating func write(_ digest: Digest) { bytes += digest.bytes }

    /// Writes a value that may be missing.
    public mutating func write<Value>(
        _ value: Value?,
        _ body: (inout CanonicalBytes, Value) -> Void
    ) {
        guard let value else {
            bytes.append(0)
            return
        }
        bytes.append(1)
        body(&self, value)
    }

    /// Writes a list.
    public mutating func write<Value>(
        list: [Value],
        _ body: (inout CanonicalBytes, Value) -> Void
    ) {
        write(list.count)
        for value in list { body(&self, value) }
    }

    /// The SHA-256 digest of what has been written.
    public var digest: Digest { SHA256.digest(bytes) }
}
