import PonderCore

extension ConfigReader {
    /// Reads the value of a setting and checks it.
    func value(_ node: ConfigNode, of spec: SettingSpec) -> SettingValue? {
        guard let value = typed(node, spec) else { return nil }
        guard let complaint = spec.complaint(about: value) else { return value }
        var hint = complaint.contains(spec.expectation) ? "" : "; give \(spec.expectation)"
        if case .choice(let names) = spec.kind, case .text(let name) = value {
            hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        }
        complain(node.position, "\(spec.name): \(complaint)\(hint)")
        return nil
    }

    /// Reads one value of a setting, or the values of a sweep over it.
    ///
    /// A sweep over a setting that is itself a list is a list of lists.
    func values(_ node: ConfigNode, of spec: SettingSpec) -> [Located<SettingValue>] {
        if spec.kind == .list, let items = node.items,
            !items.contains(where: { $0.items != nil })
        {
            return value(node, of: spec).map { [Located($0, node.position)] } ?? []
        }
        return sweep(node, spec.name) { value($0, of: spec) }
    }

    /// Reads a scalar by the type that a setting expects.
    private func typed(_ node: ConfigNode, _ spec: SettingSpec) -> SettingValue? {
        if spec.kind == .list { return texts(node, spec) }
        guard let text = text(node, spec.name, spec.expectation) else { return nil }
        let value: SettingValue? =
            switch spec.kind {
            case .flag: Bool(text).map(SettingValue.flag)
            case .integer: integer(text).map(SettingValue.integer)
            case .number: DecimalText(text)?.double.map(SettingValue.number)
            case .choice, .text, .list: .text(text)
            }
        if value == nil {
            complain(node.position, "\(spec.name): \(Self.quote(text)) is not \(spec.expectation)")
        }
        return value
    }

    private func integer(_ text: String) -> Int? {
        guard case .whole(let units)? = DecimalText(text)?.units() else { return nil }
        return Int(exactly: units)
    }

    private func texts(_ node: ConfigNode, _ spec: SettingSpec) -> SettingValue? {
        guard let items = node.items else {
            complain(node.position, "\(spec.name): give \(spec.expectation), not \(node.words)")
            return nil
        }
        let texts = items.map { text($0, spec.name) }
        return texts.contains(nil) ? nil : .list(texts.compactMap(\.self))
    }
}
