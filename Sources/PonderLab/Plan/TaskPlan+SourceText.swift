extension TaskPlan {
    /// Where the samples come from, in words, without any folder of this machine.
    var sourceText: String {
        guard let data else {
            let level = level.map { " of level \($0)" } ?? ""
            return "\(count ?? 0) generated problems\(level), seed \(seed ?? 0)"
        }
        let name = data.written.split(separator: "/").last.map(String.init) ?? data.written
        return offset > 0 ? "\(name) from record \(offset + 1)" : name
    }
}
