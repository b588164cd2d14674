import PonderCore
import Testing

@Suite
struct AnswerReaderTests {
    /// Reads any text that holds a digit, complete or not.
    private struct DigitReader: AnswerReader {
        func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
            text.contains("1") ? Answer(canonical: "1", text: "1") : nil
        }
    }

    @Test(
        arguments: [
            ("it is 1", FinishReason.stop, nil), ("it is 1", .length, nil),
            ("it is 1", .unknown, nil),
            ("it is 1", .refused, .refused), ("it is 1", .aborted, .truncated),
            ("so", .stop, .unparsable), ("so", .unknown, .unparsable), ("so", .length, .truncated),
            ("", .stop, .empty), (" \n\t", .stop, .empty), ("", .length, .truncated),
        ] as [(String, FinishReason, NoAnswer?)]
    )
    func `a reply has an answer or the reason why it has none`(
        _ text: String,
        _ finish: FinishReason,
        _ reason: NoAnswer?
    ) {
        let reply = Reply(text: text, finish: finish, usage: .none)
        let reading = DigitReader().read(reply, of: Problem("?"))
        let answer = AnswerReading.answer(Answer(canonical: "1", text: "1"))
        #expect(reading == reason.map { .none($0) } ?? answer)
    }

    @Test
    func `thinking is never read`() {
        let reply = Reply(text: "so", thinking: "1", finish: .stop, usage: .none)
        #expect(DigitReader().read(reply, of: Problem("?")) == .none(.unparsable))
    }

    @Test
    func `answers are equal by their canonical form`() {
        #expect(Answer(canonical: "4", text: "4.0") == Answer(canonical: "4", text: "four"))
        #expect(Answer(canonical: "4", text: "4") != Answer(canonical: "5", text: "4"))
        let equals = [Answer(canonical: "4", text: "a"), Answer(canonical: "4", text: "b")]
        #expect(Set(equals).count == 1)
    }
}
