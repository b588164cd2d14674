import Ponder
import PonderCore

extension ConfigReader {
    /// Reads the models, with their prices.
    func models(_ root: ConfigMapping, sources: inout ExperimentSources) -> [ModelConfig] {
        guard let node = root["models"], let mapping = names(node, "models") else { return [] }
        if mapping.entries.isEmpty {
            complain(mapping.position, "models: declare at least one model")
        }
        let prices = self.prices(root["prices"], models: mapping.entries.map(\.key))
        let priced = root["prices"].flatMap(\.keys) ?? []
        var models: [ModelConfig] = []
        for entry in mapping.entries {
            sources.models[entry.key] = entry.position
            checkName(entry)
            guard var model = model(entry, sources: &sources) else { continue }
            model.prices = prices[entry.key]
            if priced.contains(entry.key) { model.knowsPrices = true }
            models.append(model)
        }
        return models
    }

    private func checkName(_ entry: ConfigEntry) {
        let isPrintable = !entry.key.unicodeScalars.contains {
            $0.properties.generalCategory == .control
        }
        if entry.key.isEmpty || entry.key.count > 100 || !isPrintable {
            complain(entry.position, "models: a model's name is one line of 1 to 100 characters")
        }
    }

    private func model(_ entry: ConfigEntry, sources: inout ExperimentSources) -> ModelConfig? {
        let what = "model '\(entry.key)'"
        let known = catalog.providers.map(\.id)
        guard let written = names(entry.value, what) else { return nil }
        guard let provider = written["provider"] else {
            complain(
                entry.position,
                "\(what): provider is missing; give one of \(known.joined(separator: ", "))"
            )
            return nil
        }
        guard let id = choice(provider, "provider", of: known),
            let spec = catalog.providers.first(where: { $0.id == id }),
            let mapping = mapping(
                entry.value,
                what,
                keys: ConfigKeys.model + spec.settings.map(\.name)
            )
        else { return nil }
        sources.modelSettings[entry.key] = Dictionary(
            uniqueKeysWithValues: mapping.entries.map { ($0.key, $0.value.position) }
        )
        let shape = mapping["shape"].flatMap { self.shape($0) }
        let rates = mapping["rates"].flatMap { self.rates($0) } ?? ModelRates()
        let concurrency = mapping["concurrency"].flatMap {
            integer($0, "concurrency", in: ConfigLimits.concurrency)
        }
        let secrets = self.secrets(mapping, of: spec, owner: entry)
        guard let settings = settings(mapping, of: spec, owner: entry) else { return nil }
        return ModelConfig(
            name: entry.key,
            provider: id,
            settings: settings,
            secrets: secrets,
            shape: shape,
            rates: rates,
            concurrency: concurrency,
            knowsShape: spec.knowsShape || mapping["shape"] != nil,
            knowsPrices: spec.isFree
        )
    }

    /// Reads the settings of a provider that are no secrets.
    private func settings(
        _ mapping: ConfigMapping,
        of spec: ProviderSpec,
        owner: ConfigEntry
    ) -> SettingValues? {
        let specs = spec.settings.filter { !spec.secretSettings.contains($0.name) }
        var given: [String: SettingValue] = [:]
        for setting in specs {
            guard let node = mapping[setting.name] else {
                if setting.isRequired, setting.defaultValue == nil {
                    complain(missing: setting, owner)
                }
                continue
            }
            guard let value = value(node, of: setting) else { continue }
            if case .text(let text) = value, text.contains("${") {
                let secret = spec.secretSettings.sorted().joined(separator: ", ")
                complain(
                    node.position,
                    "\(setting.name): ${…} is read for secrets only"
                        + (secret.isEmpty ? "" : " (\(secret))") + "; write the value itself"
                )
            }
            given[setting.name] = value
        }
        if spec.id == ProviderSpec.poolID, let node = mapping["path"],
            case .text(let path) = given["path"]
        {
            _ = file(path, at: node.position, "path")
        }
        // It throws for a value that is missing only: that has been said above, with its place.
        return try? SettingValues(given, for: specs)
    }

    /// Reads the secrets of a provider from the environment variables that the config names.
    private func secrets(
        _ mapping: ConfigMapping,
        of spec: ProviderSpec,
        owner: ConfigEntry
    ) -> [String: Secret] {
        var secrets: [String: Secret] = [:]
        for setting in spec.settings where spec.secretSettings.contains(setting.name) {
            guard let node = mapping[setting.name] else {
                if setting.isRequired { complain(missing: setting, owner) }
                continue
            }
            secrets[setting.name] = secret(node, setting.name)
        }
        return secrets
    }

    /// Reads one secret; a text that is not a reference is never repeated.
    private func secret(_ node: ConfigNode, _ name: String) -> Secret? {
        guard let text = text(node, name, "${NAME}") else { return nil }
        guard text.hasPrefix("${"), text.hasSuffix("}"),
            Self.isVariable(text.dropFirst(2).dropLast())
        else {
            complain(
                node.position,
                "\(name): a secret does not belong in a file; write ${NAME} and set that variable"
            )
            return nil
        }
        let variable = String(text.dropFirst(2).dropLast())
        guard let value = catalog.environment(variable), !value.isEmpty else {
            complain(node.position, "\(name): the environment variable \(variable) is not set")
            return nil
        }
        return Secret(variable: variable, value: value)
    }

    private static func isVariable(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.unicodeScalars.allSatisfy {
            switch $0 {
            case "a"..."z", "A"..."Z", "0"..."9", "_": true
            default: false
            }
        }
    }

    private func complain(missing setting: SettingSpec, _ owner: ConfigEntry) {
        complain(
            owner.position,
            "model '\(owner.key)': \(setting.name) is missing; give \(setting.expectation)"
        )
    }

    /// Resolves the path of a file, which must be there.
    func file(_ written: String, at position: SourcePosition, _ what: String) -> ConfigPath? {
        let path = ConfigPath(written, in: folder)
        guard catalog.isFile(path.resolved) else {
            complain(
                position,
                "\(what): there is no file '\(path.resolved)'; paths start at the config's folder"
            )
            return nil
        }
        return path
    }

    private func shape(_ node: ConfigNode) -> ComputeModel? {
        guard let mapping = mapping(node, "shape", keys: ConfigKeys.shape) else { return nil }
        var values: [String: Int] = [:]
        for key in ConfigKeys.shape {
            if let node = mapping[key] {
                values[key] = integer(node, key, in: ConfigLimits.shape(key))
            } else if key != "attention-width" {
                complain(mapping.position, "shape: \(key) is missing; give a whole number")
            }
        }
        guard let parameters = values["non-embedding"], let layers = values["layers"],
            let width = values["width"], let vocabulary = values["vocabulary"]
        else { return nil }
        return ComputeModel(
            nonEmbeddingParameters: parameters,
            layers: layers,
            width: width,
            attentionWidth: values["attention-width"],
            vocabulary: vocabulary
        )
    }

    private func rates(_ node: ConfigNode) -> ModelRates? {
        guard let mapping = mapping(node, "rates", keys: ConfigKeys.rates) else { return nil }
        var rates = ModelRates()
        if let node = mapping["prefill"], let rate = number(node, "prefill", in: ConfigLimits.rate)
        {
            rates.prefill = rate
        }
        if let node = mapping["decode"], let rate = number(node, "decode", in: ConfigLimits.rate) {
            rates.decode = rate
        }
        return rates
    }
}
