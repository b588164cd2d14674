import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Compares expressions by their values at fixed points.
///
/// A point gives each variable a complex number near the positive real axis, so that the usual
/// identities of roots and logarithms hold there.
enum MathProbe {
    /// The number of points.
    static let pointCount = 8

    /// The fewest points with values on both sides that a comparison needs.
    static let leastPoints = 3

    /// Returns the values of a variable's stand-ins at one of the points.
    static func point(_ index: Int, for variables: Set<String>) -> [String: Complex] {
        var point: [String: Complex] = [:]
        for name in variables {
            var generator = RandomGenerator(Seed(0x6d61_7468).child(name, "\(index)"))
            let size = 0.5 + 2.5 * generator.unitInterval()
            let angle = 0.6 * generator.unitInterval() - 0.3
            point[name] = Complex(size * cos(angle), size * sin(angle))
        }
        return point
    }

    /// Whether two expressions have equal values: exactly where both are rational, else within a
    /// relative 1e-9 wherever both have one.
    static func areEqual(_ left: MathExpression, _ right: MathExpression) -> Bool {
        if let left = left.exactValue, let right = right.exactValue { return left == right }
        if let left = MathPolynomial(left), let right = MathPolynomial(right) {
            return left == right
        }
        return agree(of: left.variables.union(right.variables)) { point in
            guard let left = left.value(at: point), let right = right.value(at: point) else {
                return nil
            }
            return areClose(left, right)
        }
    }

    /// Whether two equations, given as differences of their sides, have the same solutions because
    /// one is a constant multiple of the other.
    static func areProportional(_ left: MathExpression, _ right: MathExpression) -> Bool {
        var ratio: Complex?
        return agree(of: left.variables.union(right.variables)) { point in
            guard let left = left.value(at: point), let right = right.value(at: point),
                left.magnitude > 1e-9, right.magnitude > 1e-9
            else { return nil }
            let quotient = left / right
            guard let first = ratio else {
                ratio = quotient
                return true
            }
            return areClose(first, quotient)
        }
    }

    /// Whether two numbers agree to a relative 1e-9.
    static func areClose(_ left: Complex, _ right: Complex) -> Bool {
        let distance = (left - right).magnitude
        return distance <= 1e-9 * max(left.magnitude, right.magnitude) || distance < 1e-12
    }

    /// Whether enough points have an opinion and all opinions are positive.
    private static func agree(
        of variables: Set<String>,
        _ opinion: ([String: Complex]) -> Bool?
    ) -> Bool {
        let points = variables.isEmpty ? 1 : pointCount
        var positive = 0
        for index in 0..<points {
            switch opinion(point(index, for: variables)) {
            case true?: positive += 1
            case false?: return false
            case nil: break
            }
        }
        return positive >= (variables.isEmpty ? 1 : leastPoints)
    }
}
