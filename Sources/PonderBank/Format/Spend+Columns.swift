import GRDB
import PonderCore

extension Spend {
    /// The five columns: prompt tokens, output tokens, calls, pico-dollars, operations as text.
    var arguments: StatementArguments {
        [promptTokens, outputTokens, calls, cost.picoDollars, String(flops)]
    }

    /// Reads five columns in the order of ``arguments``; `nil` if the operations are no number.
    init?(row: Row) throws {
        guard let flops = Int128(try row.decode(String.self, atIndex: 4)) else { return nil }
        self.init(
            promptTokens: try row.decode(Int.self, atIndex: 0),
            outputTokens: try row.decode(Int.self, atIndex: 1),
            calls: try row.decode(Int.self, atIndex: 2),
            cost: Cost(picoDollars: try row.decode(Int64.self, atIndex: 3)),
            flops: flops
        )
    }

    /// Returns the sum, or `nil` where plain addition would trap: the terms come from a file.
    func adding(_ other: Spend) -> Spend? {
        func sum<Number: FixedWidthInteger>(_ left: Number, _ right: Number) -> Number? {
            let (sum, overflow) = left.addingReportingOverflow(right)
            return overflow ? nil : sum
        }
        guard let promptTokens = sum(promptTokens, other.promptTokens),
            let outputTokens = sum(outputTokens, other.outputTokens),
            let calls = sum(calls, other.calls),
            let flops = sum(flops, other.flops)
        else { return nil }
        return Spend(
            promptTokens: promptTokens,
            outputTokens: outputTokens,
            calls: calls,
            cost: cost + other.cost,
            flops: flops
        )
    }
}
