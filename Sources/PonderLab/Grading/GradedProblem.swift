import PonderCore
import PonderStatistics
import PonderTasks

/// The replies to one problem, graded and counted by class of equal answers.
struct GradedProblem {
    let count: Int
    let correct: Int
    let outcomes: [String: Int]
    /// The sizes of the classes of equal right answers; a puzzle has several.
    private let right: [Int]
    private let wrong: [Int]
    private let unreadable: Int

    init(_ group: SampleFile.Group, task: any EvalTask) {
        var right: [Answer: Int] = [:]
        var wrong: [Answer: Int] = [:]
        var outcomes: [String: Int] = [:]
        for reply in group.replies {
            let reading = task.reader.read(
                reply.text,
                finish: reply.finish,
                of: group.sample.problem
            )
            switch reading {
            case .none(let reason): outcomes[reason.rawValue, default: 0] += 1
            case .answer(let answer):
                outcomes["answered", default: 0] += 1
                if task.grader.grade(answer, of: group.sample).isCorrect {
                    right[answer, default: 0] += 1
                } else {
                    wrong[answer, default: 0] += 1
                }
            }
        }
        count = group.replies.count
        self.outcomes = outcomes
        self.right = right.values.sorted(by: >)
        self.wrong = wrong.values.sorted(by: >)
        correct = self.right.reduce(0, +)
        unreadable = count - correct - self.wrong.reduce(0, +)
    }

    var accuracy: Double { Double(correct) / Double(count) }

    func passAtK(_ k: Int) -> Double {
        PoolEstimator.passAtK(n: count, c: correct, k: k)
    }

    func majorityAtK(_ k: Int) -> Double {
        right.indices.reduce(0) { sum, index in
            var others = right
            let size = others.remove(at: index)
            return sum
                + PoolEstimator.majorityAtK(
                    correct: size,
                    others: others + wrong,
                    unreadable: unreadable,
                    k: k
                )
        }
    }
}
