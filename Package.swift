// swift-tools-version: 6.3

import PackageDescription

/// Products that a library user of `Ponder` never resolves or builds: everything but swift-collections.
func lab(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Lab"]))
}

let package = Package(
    name: "ponder",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .library(name: "Ponder", targets: ["Ponder"]),
        .executable(name: "ponder", targets: ["ponder-cli"]),
    ],
    traits: [
        .default(enabledTraits: ["Lab"]),
        .trait(
            name: "Lab",
            description: "The experiment lab: command line, HTTP models, draw bank, reports."
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .target(name: "PonderCore"),
        .target(
            name: "Ponder",
            dependencies: [
                "PonderCore",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ]
        ),
        .target(name: "PonderRecord", dependencies: ["PonderCore"]),
        .executableTarget(
            name: "ponder-cli",
            dependencies: [
                "Ponder",
                lab("AsyncHTTPClient", "async-http-client"),
                lab("GRDB", "GRDB.swift"),
                lab("Yams", "Yams"),
                lab("ArgumentParser", "swift-argument-parser"),
                lab("NIOCore", "swift-nio"),
                lab("NIOPosix", "swift-nio"),
                lab("NIOHTTP1", "swift-nio"),
                lab("Subprocess", "swift-subprocess"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    var settings = target.swiftSettings ?? []
    settings += [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
    ]
    if target.type != .test {
        settings.append(.treatWarning("ExplicitSendable", as: .error))
    }
    target.swiftSettings = settings
}
