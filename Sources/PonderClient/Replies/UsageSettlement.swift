internal import PonderCore
internal import PonderWire

/// Works out what each choice of a reply used from what the server reported.
///
/// The prompt is billed once and stands on the first choice. What a server reports for all choices
/// together is apportioned, marked as counted, and adds up to what was reported.
struct UsageSettlement {
    /// The choices that came.
    let choices: [ChoiceState]
    /// The usage of all choices together.
    let total: WireUsage?
    /// The number of choices that were asked for.
    let count: Int
    /// What the usage of several choices covers.
    let coverage: ChoiceUsage
    /// The output limit of each choice.
    let outputLimit: Int

    /// Whether the prompt's tokens are not reported, so that their bound is needed.
    var needsPromptBound: Bool { promptSource?.promptTokens == nil }

    private var isPerChoice: Bool { count > 1 && coverage == .perChoice }

    private var promptSource: WireUsage? {
        isPerChoice ? choices.lazy.compactMap(\.usage).first { $0.promptTokens != nil } : total
    }

    /// Returns the usage of each choice, in order; the bound stands in for an unreported prompt.
    func usages(promptBound: Int) -> [Usage] {
        let outputs = outputs
        let reasoning = reasoning(of: outputs)
        return choices.indices.map { place in
            guard place == 0 else {
                return Usage(
                    prompt: .reported(0),
                    output: outputs[place],
                    reasoning: reasoning[place]
                )
            }
            return firstUsage(promptBound, output: outputs[0], reasoning: reasoning[0])
        }
    }

    /// Returns what a reply without any choice used; `nil` when the server did not say.
    var withoutChoices: Usage? {
        guard let total, let prompt = total.promptTokens, let output = total.output else {
            return nil
        }
        return Usage(prompt: .reported(prompt), output: .reported(output))
    }

    private func firstUsage(
        _ promptBound: Int,
        output: TokenCount,
        reasoning: TokenCount
    ) -> Usage {
        let source = promptSource
        let prompt = source?.promptTokens.map(TokenCount.reported) ?? .bounded(promptBound)
        let cached = min(source?.cachedTokens ?? 0, prompt.value)
        return Usage(
            prompt: prompt,
            cachedPrompt: .reported(cached),
            output: output,
            reasoning: reasoning
        )
    }

    // MARK: Output

    private var outputs: [TokenCount] {
        if isPerChoice {
            return choices.map {
                $0.usage?.output.map(TokenCount.reported) ?? .bounded(outputLimit)
            }
        }
        guard let output = total?.output else {
            return choices.map { _ in .bounded(outputLimit) }
        }
        guard choices.count > 1 else { return [.reported(output)] }
        return Apportionment.divide(output, by: weights).map(TokenCount.counted)
    }

    /// Token counts where every choice has its tokens, else bytes of text.
    private var weights: [Int] {
        let tokens = choices.map(\.tokens.count)
        return tokens.allSatisfy { $0 > 0 } ? tokens : choices.map(\.byteCount)
    }

    // MARK: Reasoning

    private func reasoning(of outputs: [TokenCount]) -> [TokenCount] {
        if isPerChoice {
            return choices.indices.map { place in
                let reported = choices[place].usage?.reasoningTokens
                return reported.map(TokenCount.reported) ?? visible(place, of: outputs[place].value)
            }
        }
        guard let reported = total?.reasoningTokens else {
            return choices.indices.map { visible($0, of: outputs[$0].value) }
        }
        guard choices.count > 1 else { return [.reported(reported)] }
        // Shares of the output never exceed it, since the total does not.
        return Apportionment.divide(reported, by: outputs.map(\.value)).map(TokenCount.counted)
    }

    /// The share of thinking in what a choice wrote, by bytes.
    private func visible(_ place: Int, of output: Int) -> TokenCount {
        let choice = choices[place]
        let thinking = choice.thinking.utf8.count
        guard thinking > 0 else { return .reported(0) }
        return .counted(
            Apportionment.divide(output, by: [thinking, choice.byteCount - thinking])[0]
        )
    }
}

extension WireUsage {
    /// All output tokens: servers that leave hidden thinking out of the completion bill it in
    /// total.
    fileprivate var output: Int? {
        var output = completionTokens
        if let total = totalTokens, let prompt = promptTokens, total >= prompt {
            output = max(output ?? 0, total - prompt)
        }
        guard let output else { return nil }
        guard let reasoning = reasoningTokens, reasoning > output else { return output }
        return output + reasoning
    }
}
