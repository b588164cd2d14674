import PonderCore
import PonderTasks
import Testing

struct ExpressionPuzzleTests {
    @Test(arguments: [
        ("(10-4)*(13-9)", [4, 9, 10, 13], true), ("4*9-10-2", [4, 9, 10, 13], false),
        ("8/(3-8/3)", [3, 3, 8, 8], true), ("24+0", [4, 6, 1, 1], false),
        ("4*6", [4, 6, 1, 1], false),
        ("4*6*1*1", [4, 6, 1, 1], true), ("4*6*1*1*1", [4, 6, 1, 1], false),
        ("46-22", [4, 6, 2, 2], false),
        ("1*1*4*6/1", [4, 6, 1, 1], false), ("6/(1-1)*4", [1, 1, 4, 6], false),
        ("1+1+4+6", [1, 1, 4, 6], false),
    ])
    func `every number is used exactly once and the value is exact`(
        text: String,
        numbers: [Int],
        isSolved: Bool
    ) throws {
        let expression = try #require(ExpressionReader.parse(text))
        #expect(ExpressionPuzzle(numbers: numbers, target: 24).isSolved(by: expression) == isSolved)
    }

    @Test func `by the other rule numbers may be left over but not reused`() throws {
        let puzzle = ExpressionPuzzle(numbers: [4, 6, 5, 2], target: 24, usesAll: false)
        #expect(puzzle.isSolved(by: try #require(ExpressionReader.parse("4*6"))))
        #expect(!puzzle.isSolved(by: try #require(ExpressionReader.parse("6+6+6+6"))))
        #expect(!puzzle.isSolved(by: try #require(ExpressionReader.parse("4*5"))))
    }

    @Test(arguments: [true, false])
    func `a statement is read back as its puzzle`(usesAll: Bool) {
        let puzzle = ExpressionPuzzle(numbers: [4, 9, 10, 13], target: 24, usesAll: usesAll)
        #expect(ExpressionPuzzle(statement: puzzle.statement) == puzzle)
    }

    @Test(arguments: [
        "", "Make 24", "Make 24 from the numbers 4, 9", "Use 1, 2, 3 and 4 to make 24.",
        "Make x from the numbers 4, 9, using each exactly once, with + - * / and parentheses.",
        "Make 24 from the numbers , using each exactly once, with + - * / and parentheses.",
        "Make 24 from the numbers 4 9, using each exactly once, with + - * / and parentheses.",
        " Make 24 from the numbers 4, 9, using each exactly once, with + - * / and parentheses.",
    ])
    func `any other statement is no puzzle`(statement: String) {
        #expect(ExpressionPuzzle(statement: statement) == nil)
    }

    @Test func `the checker scores what it can read and nothing else`() {
        let checker = ExpressionVerifier(ExpressionPuzzle(numbers: [4, 6, 1, 1], target: 24))
        func answer(_ text: String) -> Answer { Answer(canonical: text, text: text) }
        #expect(checker.verdict(on: answer("4 * 6 * 1 * 1")) == .score(1))
        #expect(checker.verdict(on: answer("4 * 6 + 1 + 1")) == .score(0))
        #expect(checker.verdict(on: answer("4 *")) == .unreadable)
        #expect(checker.verdict(on: nil) == .unreadable)
        #expect(checker.needs.usesChecker)
        #expect(checker.needs.role == nil)
    }
}
