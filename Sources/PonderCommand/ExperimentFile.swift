import Foundation
import PonderLab

/// Reads experiments with the providers that this program has.
enum ExperimentFile {
    /// The experiment in a file.
    ///
    /// - Throws: ``CommandFailure`` with every mistake in the file.
    static func load(_ path: String) throws -> Experiment {
        let loader = ExperimentLoader(
            providers: ModelFactory.providers,
            environment: { ProcessInfo.processInfo.environment[$0] }
        )
        do {
            return try loader.experiment(at: path)
        } catch let error as ExperimentError {
            throw CommandFailure.usage(error.description)
        }
    }
}
