import PonderCore
import PonderTasks
import Testing

struct GenerationTests {
    private static let tasks: [any ProceduralTask] = [
        CountdownTask(), CountdownTask(usesAll: false), ArithmeticTask(),
    ]

    @Test(arguments: tasks.indices)
    func `the same seed makes the same samples and a longer list begins with them`(
        index: Int
    ) throws {
        let task = Self.tasks[index]
        let short = try task.load(from: .generated(seed: Seed(7), count: 30))
        let long = try task.load(from: .generated(seed: Seed(7), count: 60))
        let other = try task.load(from: .generated(seed: Seed(8), count: 30))
        #expect(short == Array(long.prefix(30)))
        #expect(short.map(\.problem.statement) != other.map(\.problem.statement))
        #expect(Set(long.map(\.problem.statement)).count == 60)
        #expect(Set(long.map(\.id)).count == 60)
    }

    @Test(arguments: tasks.indices)
    func `levels are taken in turn unless one is named`(index: Int) throws {
        let task = Self.tasks[index]
        let levels = task.description.levels.map { "\($0.number)" }
        let all = try task.load(from: .generated(seed: Seed(1), count: levels.count))
        #expect(all.map(\.difficulty) == levels)
        let second = try task.load(from: .generated(seed: Seed(1), count: 5, level: 2))
        #expect(second.map(\.difficulty) == Array(repeating: "2", count: 5))
    }

    @Test func `every countdown puzzle has a solution`() throws {
        for level in 1...2 {
            let samples = try CountdownTask().load(
                from: .generated(seed: Seed(3), count: 40, level: level)
            )
            for sample in samples {
                let puzzle = try #require(ExpressionPuzzle(statement: sample.problem.statement))
                #expect(puzzle.numbers.count == level + 2)
                let expressions = puzzle.numbers.map { ArithmeticExpression.literal($0) }
                let solution = try #require(Self.solution(expressions, puzzle), "\(puzzle)")
                #expect(CountdownTask().isCorrect("Answer: \(solution)", for: sample) == true)
            }
        }
    }

    @Test func `targets of arithmetic are the values of the statements`() throws {
        let task = ArithmeticTask()
        let samples = try task.load(from: .generated(seed: Seed(4), count: 100))
        for sample in samples {
            let words = sample.problem.statement.split(separator: "?")
            let text = try #require(words.first).dropFirst("What is ".count)
            let value = try #require(ExpressionReader.parse(String(text))?.value)
            #expect(sample.target.description == "\(value)")
            #expect(task.isCorrect("#### \(value)", for: sample) == true)
            #expect(task.isCorrect("#### \(value)1", for: sample) == false)
        }
    }

    @Test func `golden samples never change`() throws {
        let arithmetic = try ArithmeticTask().load(from: .generated(seed: Seed(1), count: 5))
        #expect(arithmetic.map(\.problem.statement) == Self.goldenArithmetic)
        let countdown = try CountdownTask().load(from: .generated(seed: Seed(1), count: 2))
        #expect(countdown.map(\.problem.statement) == Self.goldenCountdown)
        #expect(countdown.map(\.id) == ["countdown-1-1-1", "countdown-2-1-1"])
    }

    @Test func `more problems than a level has are refused`() {
        let error = #expect(throws: TaskError.self) {
            try ArithmeticTask().load(from: .generated(seed: Seed(1), count: 20_000, level: 1))
        }
        #expect(error?.description.contains("too few different problems") == true)
    }

    @Test(arguments: [(0, 1), (-1, 1), (3, 0), (3, 9)])
    func `an impossible count or level is refused`(count: Int, level: Int) {
        let error = #expect(throws: TaskError.self) {
            try ArithmeticTask().load(from: .generated(seed: Seed(1), count: count, level: level))
        }
        #expect(error?.code == .unsupportedSource)
    }

    @Test func `a task of data alone makes no samples`() {
        let error = #expect(throws: TaskError.self) {
            try GSM8KTask().load(from: .generated(seed: Seed(1), count: 1))
        }
        #expect(error?.description == "gsm8k makes no samples itself; name a data file")
    }

    /// Finds a solution by trying everything.
    private static func solution(
        _ parts: [ArithmeticExpression],
        _ puzzle: ExpressionPuzzle
    ) -> ArithmeticExpression? {
        if parts.count == 1 { return puzzle.isSolved(by: parts[0]) ? parts[0] : nil }
        for left in parts.indices {
            for right in parts.indices where left != right {
                let rest = parts.indices.filter { $0 != left && $0 != right }.map { parts[$0] }
                for sign in ArithmeticOperator.allCases {
                    let joined = ArithmeticExpression.operation(sign, parts[left], parts[right])
                    if let found = solution(rest + [joined], puzzle) { return found }
                }
            }
        }
        return nil
    }

    private static let goldenArithmetic = [
        "29 - 44", "4 * 5 - 13", "(14 - 45) * (23 - 15)", "633 * 73 + 1842",
        "(11 / 8 + 7 / 8) * 18",
    ].map { "What is \($0)? Give the exact value, as a whole number or a fraction." }

    private static let goldenCountdown = [
        "Make 28 from the numbers 86, 44, 14", "Make 31 from the numbers 23, 64, 85, 33",
    ].map { "\($0), using each exactly once, with + - * / and parentheses." }
}
