import Foundation
import PonderCore
import Testing

/// Every mistake is one clear line and an exit code, never a trace.
@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct UsageTests {
    /// A mistake at the command line.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var code: Int32
        var message: String
        /// Whether the argument parser's usage follows.
        var showsUsage = false

        var testDescription: String { arguments.joined(separator: " ") }

        init(_ line: String, _ code: Int32, _ message: String, showsUsage: Bool = false) {
            arguments = line.split(separator: " ").map(String.init)
            self.code = code
            self.message = message
            self.showsUsage = showsUsage
        }
    }

    /// Files that the mistakes name; `URL` is a server's address.
    private static let files = [
        "good.yaml": """
        name: t
        models: {toy: {provider: openai, base-url: "URL", model: toy}}
        tasks: [{task: arithmetic, level: 1, count: 1}]
        strategies: [{strategy: single}]
        """,
        "empty.yaml": "",
        "samples.jsonl": #"{"id": 1, "text": "3", "question": "What is 1 + 2?", "answer": "3"}"#,
        "text.txt": "not JSON",
    ]

    /// Files like the good one with one thing changed.
    private static let variants = [
        "key.yaml": ("name: t", "nam: t"), "task.yaml": ("arithmetic", "arithmetics"),
        "strategy.yaml": ("single", "singel"), "provider.yaml": ("openai", "opnai"),
        "model.yaml": ("model: toy", "model: other"),
        "server.yaml": ("URL", "http://127.0.0.1:1/v1"),
        "nan.yaml": ("single}", "single, sampling: {temperature: .nan}}"),
        "address.yaml": ("URL", "nowhere"),
    ]

    private static let mistakes = [
        Mistake("run", 64, "Error: Missing expected argument '<config>'", showsUsage: true),
        Mistake(
            "run nothing.yaml",
            64,
            "nothing.yaml: error: the config cannot be read: there is no"
        ),
        Mistake("run folder", 64, "folder: error: the config cannot be read: it is a folder"),
        Mistake("run empty.yaml", 64, "empty.yaml:1:1: error: the config is empty"),
        Mistake("run text.txt", 64, "text.txt:1:1: error: "),
        Mistake("run key.yaml", 64, "key.yaml:1:1: error: unknown key 'nam'"),
        Mistake(
            "run task.yaml",
            64,
            "task.yaml:3:16: error: task: there is no 'arithmetics'; did you"
        ),
        Mistake(
            "run strategy.yaml",
            64,
            "strategy.yaml:4:25: error: strategy: there is no 'singel'"
        ),
        Mistake("run provider.yaml", 64, "provider.yaml:2:"),
        Mistake("run nan.yaml", 64, "nan.yaml:4:57: error: temperature: '.nan' is not a number"),
        Mistake("run address.yaml", 1, "error: the base URL 'nowhere' starts with neither"),
        Mistake("run model.yaml", 1, "error: http://127.0.0.1:PORT/v1 does not serve 'other'"),
        Mistake(
            "run server.yaml",
            1,
            "error: GET http://127.0.0.1:1/v1/models: the server cannot be "
                + "reached (Connection refused); does it run at this address?"
        ),
        Mistake("run good.yaml --bogus", 64, "Error: Unknown option '--bogus'", showsUsage: true),
        Mistake("run good.yaml --out", 64, "Error: Missing value for '--out", showsUsage: true),
        Mistake("run good.yaml --out text.txt", 1, "error: text.txt: the folder cannot be created"),
        Mistake(
            "run good.yaml --out A --bank no/b.sqlite",
            1,
            "error: no/b.sqlite: the bank cannot"
        ),
        Mistake("run good.yaml --out B --bank text.txt", 1, "error: text.txt: not a draw bank"),
        Mistake(
            "run good.yaml --out C --replay",
            1,
            "error: C/draws.sqlite: there is no draw bank"
        ),
        Mistake("summary", 64, "Error: Missing expected argument '<folder>'", showsUsage: true),
        Mistake("summary nothing", 64, "error: nothing: there is no such file or folder"),
        Mistake("summary folder", 64, "error: "),
        Mistake("summary text.txt", 64, "error: "),
        Mistake("summary folder --format xml", 64, "Error: The value 'xml' is", showsUsage: true),
        Mistake(
            "compare folder",
            64,
            "Error: Missing expected argument '<second>'",
            showsUsage: true
        ),
        Mistake("compare nothing folder", 64, "error: nothing: there is no such file or folder"),
        Mistake("report nothing", 64, "error: nothing: there is no such file or folder"),
        Mistake("report", 64, "Error: Missing expected argument '<folders> ...'", showsUsage: true),
        Mistake("grade --task nope --samples samples.jsonl", 64, "error: there is no task 'nope'"),
        Mistake("grade --task gsm8k --samples nothing", 64, "error: nothing: cannot be read"),
        Mistake("grade --task gsm8k --samples folder", 64, "error: folder: cannot be read"),
        Mistake(
            "grade --task gsm8k --samples empty.yaml",
            64,
            "error: empty.yaml: holds no samples"
        ),
        Mistake("grade --task gsm8k --samples text.txt", 64, "error: text.txt:1: is not JSON"),
        Mistake(
            "grade --task gsm8k --samples samples.jsonl --k 2",
            64,
            "error: --k 2: the problem"
        ),
        Mistake(
            "grade --task math --samples samples.jsonl --data text.txt",
            64,
            "error: text.txt:1"
        ),
        Mistake("solve", 64, "Error: Missing expected argument '<question>'", showsUsage: true),
        Mistake("solve x", 64, "Error: Missing expected argument '--base-url", showsUsage: true),
        Mistake(
            "solve x --base-url nowhere --model toy",
            1,
            "error: the base URL 'nowhere' starts"
        ),
        Mistake("solve x --base-url http://127.0.0.1:1/v1 --model toy", 1, "error: GET http://127"),
        Mistake("solve x --base-url URL --model other", 1, "error: URL does not serve 'other'"),
        Mistake(
            "solve x --base-url URL --model toy --strategy nope",
            64,
            "error: there is no strategy"
        ),
        Mistake(
            "solve x --base-url URL --model toy --dialect nope",
            64,
            "error: there is no dialect"
        ),
        Mistake(
            "solve x --base-url URL --model toy --draws 0",
            64,
            "error: self-consistency: draws: 0"
        ),
        Mistake(
            "solve x --base-url URL --model toy --temperature nan",
            64,
            "Error: --temperature must be a number from 0 to 100",
            showsUsage: true
        ),
        Mistake(
            "solve x --base-url URL --model toy --temperature 0",
            64,
            "error: at temperature 0"
        ),
        Mistake(
            "solve x --base-url URL --model toy --time-limit 1e300",
            64,
            "Error: --time-limit must be above 0 seconds",
            showsUsage: true
        ),
        Mistake(
            "solve x --base-url URL --model toy --max-reply-tokens 9223372036854775807",
            64,
            "Error: --max-reply-tokens must be from 1 to 10000000",
            showsUsage: true
        ),
        Mistake(
            "solve x --base-url URL --model toy --max-output-tokens 9223372036854775807",
            64,
            "Error: --max-output-tokens must be from 1",
            showsUsage: true
        ),
        Mistake(
            "solve x --base-url URL --model toy --set draws",
            64,
            "error: --set draws: write NAME"
        ),
        Mistake("solve x --base-url URL --model toy --set a=1", 64, "error: self-consistency: a: "),
        Mistake(
            "solve x --base-url URL --model toy --dialect openai-reasoning --temperature 1",
            64,
            "error: servers of the dialect openai-reasoning take no --temperature"
        ),
        Mistake(
            "solve x --base-url URL --model toy --concurrency 0",
            64,
            "error: --concurrency must"
        ),
        Mistake(
            "solve x --base-url URL --model toy --api-key-variable NOPE",
            64,
            "error: the environment variable NOPE is not set"
        ),
        Mistake("frobnicate", 64, "Error: Unexpected argument 'frobnicate'", showsUsage: true),
    ]

    @Test func `Every mistake gets one clear line and its exit code`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                for (name, text) in Self.files {
                    try write(text.replacing("URL", with: server.address), to: name, in: folder)
                }
                let good = try #require(Self.files["good.yaml"])
                for (name, (old, new)) in Self.variants {
                    let text = good.replacing(old, with: new)
                    #expect(text != good)
                    try write(text.replacing("URL", with: server.address), to: name, in: folder)
                }
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/folder",
                    withIntermediateDirectories: false
                )
                for mistake in Self.mistakes {
                    try await check(mistake, address: server.address, in: folder)
                }
                #expect(server.received == 0)
            }
        }
    }

    private func check(_ mistake: Mistake, address: String, in folder: String) async throws {
        let line = mistake.testDescription
        let ending = try await PonderProcess(
            mistake.arguments.map { $0 == "URL" ? address : $0 },
            in: folder
        ).wait()
        let message = mistake.message.replacing("http://127.0.0.1:PORT/v1", with: address)
            .replacing("URL does", with: "\(address) does")
        #expect(ending.code == mistake.code, "\(line): \(ending.errors)")
        #expect(ending.errors.hasPrefix(message), "\(line): \(ending.errors)")
        #expect(ending.output.isEmpty, "\(line)")
        #expect((ending.errorLines.count == 1) != mistake.showsUsage, "\(line): \(ending.errors)")
        for trace in ["Fatal", "Backtrace", ".swift:", "(code:", "Optional("] {
            #expect(!ending.errors.contains(trace), "\(line): \(ending.errors)")
        }
    }

    @Test func `The version is printed`() async throws {
        try await withTemporaryFolder { folder in
            let ending = try await PonderProcess.run("--version", in: folder)
            #expect(ending.code == 0)
            #expect(ending.output.split(separator: ".").count == 3)
        }
    }
}
