import Foundation

/// The JSON texts of the bank and of exports: keys are in order, so equal values are equal bytes.
enum BankJSON {
    private static let infinity = "Infinity"
    private static let negativeInfinity = "-Infinity"
    private static let notANumber = "NaN"

    /// Writes a value on one line.
    ///
    /// A log-probability that is infinite or not a number becomes a text: a model that reports one
    /// has been paid all the same.
    static func text(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: infinity,
            negativeInfinity: negativeInfinity,
            nan: notANumber
        )
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads a value.
    static func value<Value: Decodable>(
        _ type: Value.Type,
        from text: some Sequence<UInt8>
    ) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: infinity,
            negativeInfinity: negativeInfinity,
            nan: notANumber
        )
        return try decoder.decode(type, from: Data(text))
    }
}
