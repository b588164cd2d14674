#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A complex number in double precision.
struct Complex: Hashable, Sendable {
    /// The real part.
    var real: Double

    /// The imaginary part.
    var imaginary: Double

    /// Creates a number.
    init(_ real: Double, _ imaginary: Double = 0) {
        self.real = real
        self.imaginary = imaginary
    }

    /// The square root of minus one.
    static let unit = Complex(0, 1)

    /// Whether both parts are finite.
    var isFinite: Bool { real.isFinite && imaginary.isFinite }

    /// The absolute value.
    var magnitude: Double { hypot(real, imaginary) }

    /// The sum.
    static func + (left: Complex, right: Complex) -> Complex {
        Complex(left.real + right.real, left.imaginary + right.imaginary)
    }

    /// The difference.
    static func - (left: Complex, right: Complex) -> Complex {
        Complex(left.real - right.real, left.imaginary - right.imaginary)
    }

    /// The product.
    static func * (left: Complex, right: Complex) -> Complex {
        Complex(
            left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real
        )
    }

    /// The quotient; not finite if the divisor is 0.
    static func / (left: Complex, right: Complex) -> Complex {
        let square = right.real * right.real + right.imaginary * right.imaginary
        let product = left * Complex(right.real, -right.imaginary)
        return Complex(product.real / square, product.imaginary / square)
    }

    /// The exponential.
    var exponential: Complex {
        let size = exp(real)
        return Complex(size * cos(imaginary), imaginary == 0 ? 0 : size * sin(imaginary))
    }

    /// The principal logarithm; not finite for 0.
    var logarithm: Complex { Complex(log(magnitude), atan2(imaginary, real)) }

    /// The principal square root.
    var squareRoot: Complex {
        if imaginary == 0 {
            return real < 0 ? Complex(0, (-real).squareRoot()) : Complex(real.squareRoot())
        }
        return (logarithm / Complex(2)).exponential
    }

    /// The principal value of a power; `0` to a power with positive real part is 0.
    func raised(to exponent: Complex) -> Complex {
        if let whole = Int(exactly: exponent.real), exponent.imaginary == 0, whole.magnitude <= 64 {
            var result = Complex(1)
            for _ in 0..<whole.magnitude { result = result * self }
            return whole < 0 ? Complex(1) / result : result
        }
        if self == Complex(0) { return exponent.real > 0 ? self : Complex(.nan) }
        return (exponent * logarithm).exponential
    }

    /// The sine.
    var sine: Complex {
        Complex(sin(real) * cosh(imaginary), imaginary == 0 ? 0 : cos(real) * sinh(imaginary))
    }

    /// The cosine.
    var cosine: Complex {
        Complex(cos(real) * cosh(imaginary), imaginary == 0 ? 0 : -sin(real) * sinh(imaginary))
    }

    /// The principal arc sine.
    var arcSine: Complex {
        if imaginary == 0, real.magnitude <= 1 { return Complex(asin(real)) }
        let inner = Complex.unit * self + (Complex(1) - self * self).squareRoot
        return Complex(0, -1) * inner.logarithm
    }

    /// The principal arc tangent.
    var arcTangent: Complex {
        if imaginary == 0 { return Complex(atan(real)) }
        let left = (Complex(1) - Complex.unit * self).logarithm
        let right = (Complex(1) + Complex.unit * self).logarithm
        return Complex(0, 0.5) * (left - right)
    }
}
