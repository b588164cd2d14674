import PonderCore
import PonderTasks

extension EvalTask {
    /// Returns the grade of a whole reply; `nil` if no answer can be read from it.
    func isCorrect(_ reply: String, for sample: Sample) -> Bool? {
        reader.answer(in: reply, isComplete: true, of: sample.problem)
            .map { grader.grade($0, of: sample).isCorrect }
    }
}
