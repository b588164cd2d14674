/// The style sheet of HTML reports.
enum HTMLStyle {
    /// The most charts that a switch can choose from: the number of axes.
    private static let charts = SpendAxis.allCases.count

    /// The style sheet; it holds no character that XML would have to escape but `>`.
    static let text = """
        :root{color-scheme:light dark;\(ChartStyle.light)--panel:#f5f7f9;--accent:#0b5cad;\
        --good:#00694f;--bad:#a8201a;--note:#fff4d6}
        @media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)--panel:#1c2228;\
        --accent:#8cc4ff;--good:#5fd6b0;--bad:#ff9d94;--note:#3a3218}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.55 system-ui,\
        -apple-system,"Segoe UI","DejaVu Sans",sans-serif}
        header,main{max-width:72rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2rem}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;overflow-wrap:anywhere}
        h2{font-size:1.4rem;line-height:1.3;margin:0;overflow-wrap:anywhere}
        h3{font-size:1.1rem;margin:2.25rem 0 .5rem}
        p{margin:.5rem 0}
        section{margin:2rem 0;padding-top:1.5rem;border-top:1px solid var(--grid)}
        .quiet,.question,figcaption,.hint{color:var(--muted)}
        .question{margin:.1rem 0 1rem;font-style:italic}
        main p,main li,figcaption{max-width:48rem;overflow-wrap:anywhere}
        a{color:var(--accent)}
        nav ul{display:flex;flex-wrap:wrap;gap:.35rem 1.1rem;list-style:none;padding:0;margin:1rem 0 0}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .warning{background:var(--note);padding:.6rem .9rem;border-radius:.4rem}
        figure{margin:1rem 0 1.75rem}
        figcaption{font-size:.9rem;margin-bottom:.5rem}
        figcaption strong{color:var(--text)}
        .scroll{overflow-x:auto;border:1px solid var(--grid);border-radius:.4rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem;\
        font-variant-numeric:tabular-nums}
        th,td{padding:.4rem .7rem;text-align:left;vertical-align:top;\
        border-bottom:1px solid var(--grid)}
        thead th{background:var(--panel);color:var(--muted);font-weight:600;vertical-align:bottom}
        tbody tr:last-child th,tbody tr:last-child td{border-bottom:0}
        tbody th{font-weight:600;min-width:11rem}
        td.long{min-width:18.5rem}
        .number{text-align:right}
        td.number{white-space:nowrap}
        .good{color:var(--good);font-weight:600}
        .bad{color:var(--bad);font-weight:600}
        .muted{color:var(--muted)}
        pre{background:var(--panel);border:1px solid var(--grid);border-radius:.4rem;\
        padding:.75rem 1rem;overflow-x:auto;font-size:.85rem;line-height:1.45}
        code{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
        details{margin:.75rem 0}
        summary{cursor:pointer;color:var(--accent)}
        .charts{margin:1rem 0}
        .hint{display:inline-block;margin:0 .6rem 0 0}
        .charts input{position:absolute;opacity:0;width:1px;height:1px}
        .charts label{display:inline-block;padding:.3rem .75rem;margin:.15rem .25rem .15rem 0;\
        border:1px solid var(--muted);border-radius:1rem;cursor:pointer;font-size:.9rem}
        .charts input:checked+label{background:var(--accent);border-color:var(--accent);\
        color:var(--ground)}
        .charts input:focus-visible+label{outline:3px solid var(--accent);outline-offset:2px}
        .panels{margin-top:.75rem}
        .panel{margin:0}
        .panel svg{display:block;width:100%;height:auto;max-width:62rem}
        .panel figcaption{margin-top:.5rem}
        .panel .narrow{display:none}
        @media (max-width:719px){
        header,main{padding:0 .9rem}
        header{padding-top:1.25rem}
        h1{font-size:1.5rem}
        .panel .wide{display:none}
        .panel .narrow{display:block}
        th,td{padding:.35rem .5rem}
        tbody th{min-width:8.5rem}
        td.long{min-width:14rem}
        }
        @media screen{
        .panels>.panel{display:none}
        \(shown){display:block}
        }
        \(ChartStyle.rules)
        """

    /// The nth chart shows when the nth radio button is checked.
    private static let shown = (1...charts).map { index in
        ".charts>input:nth-of-type(\(index)):checked~.panels>.panel:nth-of-type(\(index))"
    }.joined(separator: ",\n")
}
