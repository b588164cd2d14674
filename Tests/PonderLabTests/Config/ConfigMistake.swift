import Testing

/// A config with one mistake, where it is, and what has to be said about it.
struct ConfigMistake: Sendable, CustomTestStringConvertible {
    var text: String
    var place: String
    var message: String

    var testDescription: String { "\(place) \(message)" }

    /// The small config with one line exchanged.
    init(_ line: Int, _ text: String, at place: String, _ message: String) {
        self.init(whole: ConfigFixture.config([line: text]), at: place, message)
    }

    /// The small config with lines appended, the first of which is line 8.
    init(adding text: String, at place: String, _ message: String) {
        self.init(whole: ConfigFixture.config(adding: text), at: place, message)
    }

    /// A whole config.
    init(whole text: String, at place: String, _ message: String) {
        (self.text, self.place, self.message) = (text, place, message)
    }
}
