/// The keys of a config's mappings, in the order in which the resolved config prints them.
enum ConfigKeys {
    static let experiment = [
        "name", "seed", "bank", "pool", "models", "roles", "prices", "tasks", "sampling",
        "strategies", "budget", "spend-limit", "epochs", "concurrency", "problems-in-flight",
        "retries",
    ]
    static let model = ["provider", "shape", "rates", "concurrency"]
    static let shape = ["non-embedding", "layers", "width", "attention-width", "vocabulary"]
    static let rates = ["prefill", "decode"]
    static let prices = ["input", "cached-input", "output", "batch", "date"]
    static let task = [
        "task", "data", "limit", "offset", "level", "count", "seed", "fields", "prompt",
    ]
    static let prompt = ["system", "template", "shots"]
    static let strategy = ["strategy", "sampling", "roles", "budget"]
    static let budget = ["per-problem", "per-row"]
    static let retries = ["attempts", "initial-delay-seconds", "maximum-delay-seconds"]
}
