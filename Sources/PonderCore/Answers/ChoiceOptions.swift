/// The options of a multiple-choice problem, by letter and by text.
struct ChoiceOptions {
    private let count: Int
    private var indexByText: [String: Int?] = [:]

    /// Creates the options; a text that two options share names neither.
    init(_ choices: [String]) {
        count = choices.count
        for (index, choice) in choices.enumerated() {
            let text = ExactTextReader.canonical(choice)
            indexByText.updateValue(indexByText[text] == nil ? index : nil, forKey: text)
        }
    }

    /// Returns the option that a range names: by a letter at its start, or by the option's text.
    func choice(in range: Range<Int>, of text: inout TextBytes) -> Answer? {
        let core = text.trimmed(range)
        guard !core.isEmpty else { return nil }
        if let place = leadingLetter(in: core, of: &text) { return letter(at: place, of: &text) }
        guard core.count <= AnswerMarks.lengthLimit else { return nil }
        let written = text.text(in: core)
        guard let found = indexByText[ExactTextReader.canonical(written)], let index = found else {
            return nil
        }
        let name = UInt8(ascii: "A") + UInt8(index)
        return Answer(canonical: String(decoding: [name], as: UTF8.self), text: written)
    }

    /// Returns the letter at a place as an answer; `nil` if it is no option's.
    func letter(at place: Int, of text: inout TextBytes) -> Answer? {
        let byte = text[place]
        guard names(byte) else { return nil }
        let name = String(decoding: [byte.lowerCased & 0xdf], as: UTF8.self)
        return Answer(canonical: name, text: text.text(in: place..<place + 1))
    }

    /// Returns the place of the last option's capital letter in parentheses.
    func lastParenthesised(in text: inout TextBytes) -> Int? {
        var last: Int?
        for index in 0..<text.count where text[index] == UInt8(ascii: ")") {
            let letter = text[index - 1]
            guard letter.isUpperCase, names(letter), text[index - 2] == UInt8(ascii: "(") else {
                continue
            }
            last = index - 1
        }
        return last
    }

    /// Returns the place of the last option's capital letter that stands alone after a colon.
    func lastAfterColon(in text: inout TextBytes) -> Int? {
        var last: Int?
        var canFollow = false
        for index in 0..<text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ":") {
                canFollow = true
            } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "*") {
                if canFollow, byte.isUpperCase, names(byte), standsAlone(index, in: &text) {
                    last = index
                }
                canFollow = false
            }
        }
        return last
    }

    private func names(_ letter: UInt8) -> Bool {
        letter.isLetter && Int(letter.lowerCased) - 0x61 < count
    }

    /// Returns the place of a letter that starts a range, after emphasis, brackets and commands.
    private func leadingLetter(in range: Range<Int>, of text: inout TextBytes) -> Int? {
        var index = range.lowerBound
        skipWord("option", at: &index, in: &text)
        skipWord("choice", at: &index, in: &text)
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "\\") {
                index += 1
                while index < range.upperBound, text[index].isLetter { index += 1 }
            } else if byte.isWhiteSpace
                || [0x28, 0x2a, 0x24, 0x5b, 0x7b, 0x22, 0x60].contains(byte)
            {
                index += 1
            } else {
                break
            }
        }
        guard index < range.upperBound, names(text[index]), standsAlone(index, in: &text) else {
            return nil
        }
        if text[index].isUpperCase { return index }
        let next = text[index + 1]
        let isEnd = index + 1 == range.upperBound || next == UInt8(ascii: ")")
        return isEnd || next == UInt8(ascii: "}") ? index : nil
    }

    private func skipWord(_ word: StaticString, at index: inout Int, in text: inout TextBytes) {
        if text.hasAnyCase(word, at: index) { index += word.utf8CodeUnitCount }
    }

    /// Whether the letter at an index is no part of a word, nor the article before one.
    private func standsAlone(_ index: Int, in text: inout TextBytes) -> Bool {
        let next = text[index + 1]
        if next.isLetter || next.isDigit || next == UInt8(ascii: "'") || next >= 0x80 {
            return false
        }
        let isArticle = text[index] == UInt8(ascii: "A") || text[index] == UInt8(ascii: "I")
        guard isArticle, next == UInt8(ascii: " ") else { return true }
        let after = text[index + 2]
        return !(after.isLetter && !after.isUpperCase)
    }
}
