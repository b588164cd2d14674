import PonderCore
import PonderRecord

/// Says exactly which models, problems, prompts, prices and rates the numbers rest on.
enum ProvenanceSection {
    static func make(_ data: ReportData) -> [ReportSection] {
        guard !data.logs.isEmpty else { return [] }
        var blocks: [ReportBlock] = [.table(models(data)), .table(tasks(data))]
        blocks += prompts(data)
        for log in data.logs where !log.header.notRepeatable.isEmpty {
            blocks.append(
                .paragraph("\(log.header.name) may differ when it is run again, because:")
            )
            blocks.append(.list(log.header.notRepeatable))
        }
        return [
            ReportSection(
                anchor: "provenance",
                title: "Models, problems, prompts",
                question: "What exactly do these numbers rest on?",
                blocks: blocks
            )
        ]
    }

    private static func models(_ data: ReportData) -> ReportTable {
        let rows = data.logs.flatMap { log in
            log.header.models.map { model in
                [
                    ReportTable.Cell(log.header.name), ReportTable.Cell(model.name),
                    ReportTable.Cell(model.identity.description),
                    ReportTable.Cell(model.prices?.date ?? "no prices", tone(model.prices)),
                    ReportTable.Cell(NumberText.dollars(model.prices.map { dollars($0.input) })),
                    ReportTable.Cell(NumberText.dollars(model.prices.map { dollars($0.output) })),
                    ReportTable.Cell(
                        NumberText.metric(model.shape.map { Double($0.nonEmbeddingParameters) })
                    ),
                    ReportTable.Cell(NumberText.amount(model.prefillRate)),
                    ReportTable.Cell(NumberText.amount(model.decodeRate)),
                ]
            }
        }
        return ReportTable(
            "Which models, at which prices and rates? Without a shape FLOPs are not known, without "
                + "prices money is not. Modelled seconds rest on the two rates.",
            text: ["Run", "Model", "Identity", "Prices of"],
            numbers: [
                "Input, US$ per million", "Output, US$ per million", "Non-embedding parameters",
                "Prefill, tokens/s", "Decode, tokens/s",
            ],
            rows: rows
        )
    }

    private static func tasks(_ data: ReportData) -> ReportTable {
        let rows = data.logs.flatMap { log in
            log.header.tasks.map { task in
                [
                    ReportTable.Cell(log.header.name), ReportTable.Cell(task.name),
                    ReportTable.Cell(task.source), ReportTable.Cell(short(task.digest)),
                    ReportTable.Cell(short(task.promptDigest)),
                    ReportTable.Cell("\(task.problems)"),
                ]
            }
        }
        return ReportTable(
            "Which problems, with which prompt? Digests are the first 16 digits of SHA-256.",
            text: ["Run", "Task", "Source", "Problems' digest", "Prompt's digest"],
            numbers: ["Problems"],
            rows: rows
        )
    }

    private static func prompts(_ data: ReportData) -> [ReportBlock] {
        var shown: [String] = []
        var blocks: [ReportBlock] = []
        for task in data.logs.flatMap(\.header.tasks) where !shown.contains(task.promptDigest) {
            shown.append(task.promptDigest)
            blocks.append(.details("Prompt of \(task.name)", [.code(task.prompt)]))
        }
        return blocks
    }

    private static func dollars(_ microDollars: Int64) -> Double { Double(microDollars) / 1e6 }

    private static func short(_ digest: String) -> String { String(digest.prefix(16)) }

    private static func tone(_ prices: PriceTable?) -> ReportTable.Tone {
        prices == nil ? .muted : .plain
    }
}
