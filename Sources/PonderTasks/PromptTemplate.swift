/// A text with places for a statement and its options.
struct PromptTemplate {
    /// What stands for the statement.
    static let statement = "{statement}"

    /// What stands for the options.
    static let choices = "{choices}"

    private let pieces: [String]
    private let hasChoices: Bool

    /// Creates a template, cut at its places once so that a statement cannot add any.
    init(_ text: String) {
        var pieces: [String] = []
        var piece = ""
        var rest = text[...]
        while let character = rest.first {
            guard let place = [Self.statement, Self.choices].first(where: rest.hasPrefix) else {
                piece.append(character)
                rest.removeFirst()
                continue
            }
            pieces += [piece, place]
            piece = ""
            rest.removeFirst(place.count)
        }
        self.pieces = pieces + [piece]
        hasChoices = pieces.contains(Self.choices)
    }

    /// Returns the text with a statement and options in their places.
    func text(_ statement: String, choices: [String]) -> String {
        let options = choices.enumerated().map { index, choice in
            "(\(String(decoding: [0x41 + UInt8(index % 26)], as: UTF8.self))) \(choice)"
        }.joined(separator: "\n")
        let whole = hasChoices || choices.isEmpty ? statement : "\(statement)\n\n\(options)"
        return pieces.enumerated().map { place, piece in
            guard place % 2 == 1 else { return piece }
            return piece == Self.statement ? whole : options
        }.joined()
    }
}
