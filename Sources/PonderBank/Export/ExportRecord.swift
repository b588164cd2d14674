import PonderCore

/// One line of an export; the case's name and its labels are the JSON keys.
enum ExportRecord: Codable {
    /// The first line.
    case header(format: String, version: Int)
    /// A request, which the draws after it were taken from.
    case request(key: String, model: ModelIdentity, request: ModelRequest)
    /// What the failed attempts at an address used, oldest first.
    case attempts(key: String, stream: String, index: Int, usages: [Usage])
    /// A draw.
    case draw(key: String, stream: String, index: Int, draw: RecordedDraw)
    /// The upper bound of a prompt's tokens.
    case bound(prompt: String, tokens: Int)
    /// The last line: how much came before it.
    case end(tally: BankTally)

    /// What the first line says about the kind of file.
    static let format = "ponder-draws"

    /// The version that this code reads and writes.
    static let version = 1
}
