import PonderCore

/// Reads the numbers of LaTeX answers exactly.
enum MathNumber {
    /// Returns the value of digits with at most one point, such as `12`, `.5` or `0.1(6)`, where
    /// the part in parentheses repeats for ever; `nil` if it is out of range.
    static func value(of digits: String) -> ExactNumber? {
        guard let open = digits.firstIndex(of: "("), digits.last == ")" else {
            return ExactNumber(digits)
        }
        let repetend = digits[open...].dropFirst().dropLast()
        let head = digits[..<open]
        guard let point = head.firstIndex(of: "."), !repetend.isEmpty, repetend.utf8.count <= 18,
            let part = Int(repetend), part >= 0,
            let fixed = ExactNumber(head.last == "." ? "\(head)0" : String(head)),
            let scale = ExactNumber(10).raised(to: repetend.utf8.count),
            let nines = scale.subtracting(ExactNumber(1)),
            let shift = ExactNumber(10).raised(to: head[point...].utf8.count - 1),
            let divisor = nines.multiplied(by: shift),
            let tail = ExactNumber(part).divided(by: divisor)
        else { return nil }
        return fixed.adding(tail)
    }
}
