/// The colours of charts: apart for colour-blind readers, and in contrast to their ground.
///
/// Hues follow Okabe and Ito, "Color Universal Design", 2008, with lightness adjusted so that each
/// has a contrast of at least 3 against the ground.
enum ChartStyle {
    /// The colours on a light ground, as declarations of variables.
    static let light = """
        --ground:#ffffff;--text:#1b1f24;--muted:#56606b;--grid:#e3e7ec;--frontier:#8a94a0;\
        --s0:#0069a8;--s1:#c04a00;--s2:#00795a;--s3:#a3397f;--s4:#8a6a00;--s5:#5b4fc4;--s6:#b3261e;\
        --s7:#4a545e;
        """

    /// The colours on a dark ground.
    static let dark = """
        --ground:#14181c;--text:#e8ebee;--muted:#a7b0ba;--grid:#2c333a;--frontier:#a7b0ba;\
        --s0:#5ab4ec;--s1:#ff9150;--s2:#35c79c;--s3:#ec8fc8;--s4:#e6bd3c;--s5:#aaa2ff;--s6:#ff8a80;\
        --s7:#c2cad2;
        """

    /// The rules that charts need, on the variables above.
    static let rules: String = {
        let colours = (0..<ChartMarker.count).map { index in
            ".s\(index){color:var(--s\(index))}"
        }
        return """
            .chart{font-family:system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}
            .chart text{fill:var(--text)}
            .chart .quiet{fill:var(--muted)}
            .chart .grid{stroke:var(--grid);stroke-width:1}
            .chart .axis{stroke:var(--muted);stroke-width:1}
            .chart .frontier{fill:none;stroke:var(--frontier);stroke-width:7;stroke-opacity:.3;\
            stroke-linejoin:round}
            .chart .oracle{fill:none;stroke:var(--muted);stroke-width:1.5;stroke-dasharray:5 4}
            .chart .band{fill:currentColor;fill-opacity:.1}
            .chart .line{fill:none;stroke:currentColor;stroke-width:2}
            .chart .whisker{stroke:currentColor;stroke-width:1.5;stroke-opacity:.6}
            .chart .mark{fill:currentColor;stroke:var(--ground);stroke-width:1}
            .chart .label{stroke:var(--ground);stroke-width:3;stroke-linejoin:round;\
            paint-order:stroke;font-weight:600}
            \(colours.joined(separator: "\n"))
            """
    }()
}
