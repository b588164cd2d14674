import PonderCore
import PonderTasks
import Testing

struct MathEquivalenceTests {
    @Test(arguments: [
        (#"\frac12"#, #"\frac{1}{2}"#), ("0.5", #"\frac{1}{2}"#), ("1/2", #"\dfrac{1}{2}"#),
        (#"\frac{2}{4}"#, #"\frac{1}{2}"#), ("0.75", #"\frac{3}{4}"#), (".5", "0.5"),
        ("2.0", "2"), ("025", "25"), ("10080", #"10,\!080"#), ("10,080", #"10,\!080"#),
        (#"10\,080"#, "10080"), ("10{,}080", "10080"), ("11111111100", #"11,\! 111,\! 111,\! 100"#),
        ("x = 4", "4"), ("4", "x=4"), ("5", "x=5"), ("y=-2x", "y = -2x"), ("-2x", "y = -2x"),
        ("2x + y = 0", "y = -2x"), (#"f(x) = 2x+1"#, "2x+1"), (#"\text{Area} = 5"#, "5"),
        (#"15\mbox{ cm}^2"#, "15"), ("15 cm^2", #"15\mbox{ cm}^2"#), (#"5\text{ m}"#, "5"),
        ("5 dollars", "5"), (#"\$18.90"#, "18.9"),
        (#"\frac{270}7\text{ degrees}"#, #"\frac{270}{7}"#),
        (#"76^\circ"#, "76"), ("76", #"76^{\circ}"#), ("76°", #"76^\circ"#),
        (#"137 \frac{1}{2}"#, "137.5"), (#"\frac{275}{2}"#, #"137 \frac{1}{2}"#), ("7 3/4", "7.75"),
        (#"\sqrt{12}"#, #"2\sqrt{3}"#), (#"2\sqrt3"#, #"2 \sqrt{3}"#), (#"\sqrt{4}"#, "2"),
        (#"\frac{1}{\sqrt{2}}"#, #"\frac{\sqrt{2}}{2}"#), (#"\sqrt[3]{-8}"#, "-2"),
        ("8^{1/3}", "2"),
        (#"\frac{\cos x}{\sin x}"#, #"\cot x"#), (#"\sin^2 x + \cos^2 x"#, "1"),
        (#"\sin 2x"#, #"2 \sin x \cos x"#), (#"\cos 60^\circ"#, "0.5"), (#"\log_2 8"#, "3"),
        (#"\tan^{-1} 1"#, #"\frac{\pi}{4}"#), (#"e^{i\pi}"#, "-1"), ("(6-5i)", "6 - 5i"),
        ("(x+1)^2", "x^2+2x+1"), ("3-13x", "-13x+3"),
        (#"\frac{11}{20}+\frac{9a}{20}"#, #"\frac{11+9a}{20}"#),
        ("3, 5, 7", "7,5,3"), (#"\{1,2\}"#, "2, 1"), ("x=1 or x=-2", "-2,1"),
        (#"1 \text{ and } -2"#, "-2,1"), (#"1+\sqrt{19}, 1-\sqrt{19}"#, #"1 \pm \sqrt{19}"#),
        ("(8, -2)", #"\left(8,-2\right)"#),
        (#"(\frac{6}{2}, \pi/2)"#, #"\left( 3, \frac{\pi}{2} \right)"#),
        (#"(-\infty,0]"#, #"\left(-\infty, 0\right]"#), (#"x \le 0"#, #"(-\infty, 0]"#),
        (#"[1, 2)"#, #"1 \le x < 2"#), ("(1,2)", "1<x<2"), ("2 > x > 1", "1 < x < 2"),
        (#"x \in [0,1]"#, "[0,1]"), (#"[3,4]\cup[0,1)"#, #"[0,1) \cup [3,4]"#),
        (
            #"\begin{bmatrix} -\frac13 \\ \frac23 \\ \frac53 \end{bmatrix}"#,
            #"\begin{pmatrix} -1/3 \\ 2/3 \\ 5/3 \end{pmatrix}"#
        ),
        (#"\text{Evelyn}"#, "Evelyn"), ("evelyn", #"\text{Evelyn}"#),
        (#"\textbf{east}"#, #"\text{east}"#),
        ("B", #"\text{(B)}"#), (#"\text{B}"#, #"\text{(B)}"#), ("(B)", #"\text{(B)}"#),
        ("4210_5", "4210_{5}"), (#"50\%"#, "50%"), (#"50 \text{ percent}"#, #"50\%"#),
        (#"0.\overline{3}"#, #"\frac13"#), (#"0.1\overline{6}"#, "1/6"), ("5!", "120"),
        (#"\binom{5}{2}"#, "10"), (#"3 \times 10^2"#, "300"), ("−5", "-5"), ("π", #"\pi"#),
        (#"\sqrt{x^2+1}"#, #"(1+x^2)^{1/2}"#), (#"|-3|"#, "3"), (#"\varnothing"#, #"\{\}"#),
        ("$5$", "5"), (#"\(5\)"#, "5"), (#"\displaystyle \frac{1}{4}"#, "0.25"), ("5.", "5"),
        ("x^2+y^2=1", "2x^2+2y^2=2"), ("n(n+1)/2", #"\frac{n^2+n}{2}"#), ("x_1 + 1", "1+x_{1}"),
        (#"\frac{1}{2}x"#, #"\frac{x}{2}"#), ("2^{10}", "1024"),
        (#"-\frac{\pi}{6}"#, #"\frac{-\pi}{6}"#),
    ])
    func `an answer with the target's value is right`(answer: String, target: String) {
        #expect(MathEquivalence.holds(between: answer, and: target))
    }

    @Test(arguments: [
        ("3", #"3\%"#), (#"3\%"#, "3"), ("0.03", #"3\%"#), ("1.33", #"\frac{4}{3}"#),
        (#"\frac43"#, "1.33"), ("3.14", #"\pi"#), ("3.14159", #"\pi"#), (#"\frac{22}{7}"#, #"\pi"#),
        ("", ""), (" ", " "), ("$", "$"), ("", "5"), ("5", ""), ("4", "5"), ("x=4", "5"),
        ("(1,2)", "[1,2]"), ("(1,2)", "(1,2]"), ("(1,2)", "(2,1)"), ("1,2", "(1,2)"),
        ("(1,2)", "1,2"),
        ("1<x<2", "(1,2)"), (#"x<0"#, #"(-\infty, 0]"#), ("(1,2,3)", "(1,2)"), ("3, 5", "3, 5, 7"),
        ("3, 5, 7, 9", "3, 5, 7"), ("3,3,5", "3,5,7"), (#"\{1\}"#, #"\{2\}"#), ("1", "-1"),
        (#"\begin{pmatrix} 1 & 2 \end{pmatrix}"#, #"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"#),
        (#"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"#, #"\begin{pmatrix} 2 \\ 1 \end{pmatrix}"#),
        ("(1,2)", #"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"#), ("40", "40_9"), ("36", "40_9"),
        ("40_8", "40_9"),
        ("90", #"\frac{\pi}{2}"#), (#"\frac{\pi}{2}"#, #"90^\circ"#),
        (#"\text{west}"#, #"\text{east}"#),
        ("C", #"\text{(B)}"#), (#"1 + \sqrt{19}"#, #"1 \pm \sqrt{19}"#), ("x+1", "x-1"),
        ("x^2", "x"),
        (#"\sqrt{x^2}"#, "|x|+1"), ("2k", "2n"), (#"\cot x"#, #"\tan x"#),
        (#"\infty"#, #"-\infty"#),
        ("y = 2x", "y = -2x"), ("x^2+y^2=1", "x^2+y^2=4"), ("1000", "1,000,000"),
        ("1.0000001", "1"),
        (#"\frac{1}{0}"#, "0"), ("undefined", "0"), (#"0.\overline{3}"#, "0.3"),
        ("2,100", "(2,100)"),
        ("5i", "5"), ("e", "2.71828"), ("12", "1, 2"), (#"3\frac{1}{2}"#, #"\frac{3}{2}"#),
        (#"\sin x"#, #"\sin 2x"#), ("10^{40}", "10^{41}"), (#"\text{even}"#, #"\text{odd}"#),
    ])
    func `an answer with another value is wrong`(answer: String, target: String) {
        #expect(!MathEquivalence.holds(between: answer, and: target))
    }

    @Test(arguments: MathGolds.all)
    func `every target of a real data set is read and equals itself`(gold: String) throws {
        let reader = MathReader()
        let answer = try #require(
            reader.answer(in: "So $\\boxed{\(gold)}$.", isComplete: false, of: Problem("?"))
        )
        #expect(answer.text == gold)
        #expect(!answer.canonical.isEmpty)
        #expect(MathEquivalence.holds(between: answer.text, and: gold))
    }

    @Test func `different targets of a real data set are different`() {
        for (index, left) in MathGolds.all.enumerated() {
            for right in MathGolds.all[..<index]
            where MathEquivalence.holds(between: left, and: right) {
                #expect(MathGolds.equal.contains([left, right]), "\(left) and \(right)")
            }
        }
    }
}
