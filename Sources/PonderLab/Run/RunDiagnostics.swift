public import PonderCore
public import PonderRecord

/// What happened on the way to a run's results: never part of them.
public struct RunDiagnostics: Hashable, Sendable, Codable {
    /// What the invocation that wrote this was billed.
    public var billed: Charged
    /// What all invocations of the run were billed, calls lost in a crash included; with a bank.
    public var billedByAllInvocations: Charged?
    /// Attempts that a killed invocation left open, billed as reserved.
    public var lostAttempts: Int
    /// The seconds that the invocation took.
    public var seconds: Double
    /// The calls whose reply came from the bank.
    public var callsFromBank: Int
    /// The calls whose reply came from a model.
    public var callsFromModel: Int
    /// The calls that failed for good.
    public var callsFailed: Int
    /// The failed attempts before those replies.
    public var failedAttempts: Int
    /// The prompt tokens that servers said they had cached, of calls from a model.
    public var reportedCachedPromptTokens: Int

    /// An amount of spending in plain numbers.
    public struct Charged: Hashable, Sendable, Codable {
        /// Prompt tokens.
        public var promptTokens: Int
        /// Output tokens.
        public var outputTokens: Int
        /// Attempts at calls.
        public var calls: Int
        /// Money in dollars.
        public var costUSD: Double
        /// Operations.
        public var flops: WideInteger

        /// Creates an amount.
        public init(_ spend: Spend) {
            promptTokens = spend.promptTokens
            outputTokens = spend.outputTokens
            calls = spend.calls
            costUSD = spend.cost.dollars
            flops = WideInteger(spend.flops)
        }
    }

    /// The name of the file in a run's folder.
    public static let fileName = "diagnostics.json"

    /// Gathers the diagnostics of a run from its log and its bill.
    public init(
        log: RunLog,
        billed: Spend,
        billedByAllInvocations: Spend?,
        lostAttempts: Int,
        elapsed: Duration
    ) {
        self.billed = Charged(billed)
        self.billedByAllInvocations = billedByAllInvocations.map { Charged($0) }
        self.lostAttempts = lostAttempts
        seconds = elapsed / .seconds(1)
        callsFromBank = log.calls.count { $0.source == .bank }
        callsFromModel = log.calls.count { $0.source == .model }
        callsFailed = log.calls.count { $0.source == nil }
        failedAttempts = log.calls.reduce(0) { $0 + $1.failedAttempts }
        reportedCachedPromptTokens = log.calls.reduce(0) { sum, call in
            sum + (call.source == .model ? call.usage?.cachedPrompt.value ?? 0 : 0)
        }
    }
}
