import ArgumentParser
import Ponder

/// Lists the strategies and verifiers with their settings.
struct StrategiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategies",
        abstract: "List strategies and verifiers with their settings.",
        discussion: "Example:\n  ponder strategies"
    )

    func run() {
        let output = StandardStream.output
        output.print("Strategies")
        for entry in StrategyCatalog.entries {
            output.print("\n  \(entry.id)\n    \(entry.summary)")
            for setting in entry.settings where !isVerifierSetting(setting) { show(setting) }
        }
        output.print("\nVerifiers, for strategies that take one")
        for entry in VerifierCatalog.entries {
            output.print("\n  \(entry.id)\n    \(entry.summary)")
            entry.settings.forEach(show)
        }
    }

    private func isVerifierSetting(_ setting: SettingSpec) -> Bool {
        VerifierCatalog.settings.contains { $0.name == setting.name }
    }

    private func show(_ setting: SettingSpec) {
        let standard = setting.defaultValue.map { ", default \($0)" } ?? ""
        StandardStream.output.print(
            "      \(setting.name): \(setting.expectation)\(standard)\n        \(setting.summary)"
        )
    }
}
