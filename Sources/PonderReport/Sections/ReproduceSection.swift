import PonderRecord

/// Says how to get the same numbers again.
enum ReproduceSection {
    static func make(_ data: ReportData) -> [ReportSection] {
        guard !data.logs.isEmpty else { return [] }
        let blocks = data.logs.enumerated().flatMap { index, log -> [ReportBlock] in
            let suffix = data.logs.count > 1 ? "-\(index + 1)" : ""
            let file = "experiment\(suffix).yaml"
            let repeatable =
                log.header.notRepeatable.isEmpty
                ? "The run repeats itself byte for byte."
                : "The run is not repeatable byte for byte; a replay of its bank (--replay) is."
            return [
                .paragraph(
                    "\(log.header.name): save the config below as \(file), keep the bank or the "
                        + "pool that it names, and run the commands. \(repeatable) Config digest: "
                        + "\(log.header.configDigest)."
                ),
                .code("ponder run \(file) --out run\(suffix)\nponder report run\(suffix)"),
                .details("Resolved config of \(log.header.name)", [.code(log.header.config)]),
            ]
        }
        return [
            ReportSection(
                anchor: "reproduce",
                title: "How to reproduce",
                question: "How can these numbers be made again?",
                blocks: blocks
            )
        ]
    }
}
