/// An export, byte for byte: what version 1 of the format looks like.
///
/// The checks were computed by another program from the description of the format.
enum GoldenExport {
    static let text = #"""
        {"check":"e39f6d4661a387ff","header":{"format":"ponder-draws","version":1}}
        {"check":"af2391c37fef0b54",\#
        "request":{"key":"6149c3eb8fa6aaed92a5d5b01dcd5503bbeba8769aa8574f7985a880ad4b47d3",\#
        "model":{"name":"parrot","provider":"script","revision":"r1"},\#
        "request":{"messages":[{"speaker":"system","text":"Answer."},{"speaker":"user",\#
        "text":"What is 6 times 7?"}],"sampling":{"maxOutputTokens":400,"temperature":0.7},\#
        "stop":[]}}}
        {"check":"dff4b7e23d8ca816","attempts":{"index":0,\#
        "key":"6149c3eb8fa6aaed92a5d5b01dcd5503bbeba8769aa8574f7985a880ad4b47d3",\#
        "stream":"dad14264843beb3450a21c081cfc2daf015e5996ed7eef162fafd03801705460",\#
        "usages":[{"cachedPrompt":{"source":"reported","value":0},"output":{"source":"reported",\#
        "value":35},"prompt":{"source":"reported","value":90},"reasoning":{"source":"reported",\#
        "value":0}}]}}
        {"check":"60858f1d7e1b1fd2","draw":{"draw":{"outputLimit":400,"reply":{"finish":"stop",\#
        "text":"42","usage":{"cachedPrompt":{"source":"reported","value":0},\#
        "output":{"source":"reported","value":35},"prompt":{"source":"reported","value":90},\#
        "reasoning":{"source":"reported","value":0}}}},"index":0,\#
        "key":"6149c3eb8fa6aaed92a5d5b01dcd5503bbeba8769aa8574f7985a880ad4b47d3",\#
        "stream":"dad14264843beb3450a21c081cfc2daf015e5996ed7eef162fafd03801705460"}}
        {"check":"27b344211db3d61d",\#
        "bound":{"prompt":"d12bb840c5ee05fdaf9b1c2224e270fe71d278575cf80ff0efeab95b004c3ad3",\#
        "tokens":31}}
        {"check":"c449a83fd03f8cc5","end":{"tally":{"attempts":1,"draws":1,"promptBounds":1,\#
        "requests":1}}}

        """#
}
