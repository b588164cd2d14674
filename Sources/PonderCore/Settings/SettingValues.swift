/// The values of a catalog entry's settings, checked against their descriptions.
public struct SettingValues: Hashable, Sendable {
    /// The values by name, defaults filled in.
    public private(set) var values: [String: SettingValue]

    /// Creates values that have been checked, filling in defaults.
    ///
    /// - Throws: ``SettingError`` for the first unknown name, missing or impossible value.
    public init(_ given: [String: SettingValue], for specs: [SettingSpec]) throws {
        var values: [String: SettingValue] = [:]
        for name in given.keys.sorted() where !specs.contains(where: { $0.name == name }) {
            let known = specs.map(\.name).sorted().joined(separator: ", ")
            throw SettingError(
                name: name,
                message: known.isEmpty ? "takes no settings" : "unknown setting; it takes \(known)"
            )
        }
        for spec in specs {
            guard let value = given[spec.name] ?? spec.defaultValue else {
                if spec.isRequired {
                    throw SettingError(
                        name: spec.name,
                        message: "is missing; give \(spec.expectation)"
                    )
                }
                continue
            }
            if let complaint = spec.complaint(about: value) {
                let isTold = complaint.contains(spec.expectation)
                throw SettingError(
                    name: spec.name,
                    message: isTold ? complaint : "\(complaint); give \(spec.expectation)"
                )
            }
            values[spec.name] = value
        }
        self.values = values
    }

    /// The whole number of a setting that has a default or is required.
    public func integer(_ name: String) -> Int {
        guard let value = optionalInteger(name) else { missing(name) }
        return value
    }

    /// The whole number of an optional setting.
    public func optionalInteger(_ name: String) -> Int? {
        guard case .integer(let value) = values[name] else { return nil }
        return value
    }

    /// The number of a setting that has a default or is required.
    public func number(_ name: String) -> Double {
        guard let value = optionalNumber(name) else { missing(name) }
        return value
    }

    /// The number of an optional setting.
    public func optionalNumber(_ name: String) -> Double? {
        switch values[name] {
        case .number(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    /// The text or name of a setting that has a default or is required.
    public func text(_ name: String) -> String {
        guard let value = optionalText(name) else { missing(name) }
        return value
    }

    /// The text or name of an optional setting.
    public func optionalText(_ name: String) -> String? {
        guard case .text(let value) = values[name] else { return nil }
        return value
    }

    /// The truth of a setting that has a default or is required.
    public func flag(_ name: String) -> Bool {
        guard case .flag(let value) = values[name] else { missing(name) }
        return value
    }

    /// The texts of an optional list; empty without a value.
    public func list(_ name: String) -> [String] {
        guard case .list(let values) = values[name] else { return [] }
        return values
    }

    private func missing(_ name: String) -> Never {
        preconditionFailure("the setting '\(name)' has no value of the type asked for")
    }
}
