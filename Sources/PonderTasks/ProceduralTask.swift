public import PonderCore

/// A task that can make samples itself.
///
/// The loader calls ``draw(level:with:)`` until it has as many different statements as it needs.
public protocol ProceduralTask: EvalTask {
    /// Makes a problem of a level and its target from random numbers.
    ///
    /// `level` is the number of one of the levels of the task's description.
    func draw(level: Int, with generator: inout RandomGenerator) -> (Problem, Target)
}
