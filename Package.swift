// swift-tools-version: 6.3

import PackageDescription

/// A product that users of the `Ponder` library alone neither resolve nor build.
func lab(_ name: String, _ package: String) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: ["Lab"]))
}

let collections = Target.Dependency.product(
    name: "OrderedCollections",
    package: "swift-collections"
)

let package = Package(
    name: "ponder",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .library(name: "Ponder", targets: ["Ponder"]),
        .library(name: "PonderClient", targets: ["PonderClient"]),
        .executable(name: "ponder", targets: ["PonderCommand"]),
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
    ],
    targets: [
        // Layer 0
        .target(name: "PonderCore"),
        // Layer 1
        .target(name: "PonderStatistics"),
        .target(name: "PonderRecord", dependencies: ["PonderCore"]),
        .target(name: "PonderWire", dependencies: ["PonderCore"]),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
        ),
        // Layer 2
        .target(name: "Ponder", dependencies: ["PonderCore", collections]),
        .target(name: "PonderTasks", dependencies: ["PonderCore"]),
        .target(
            name: "PonderClient",
            dependencies: [
                "PonderCore",
                "PonderWire",
                lab("AsyncHTTPClient", "async-http-client"),
                lab("NIOCore", "swift-nio"),
                lab("NIOHTTP1", "swift-nio"),
            ]
        ),
        .target(
            name: "PonderBank",
            dependencies: ["PonderCore", "CZlib", lab("GRDB", "GRDB.swift")]
        ),
        // Layer 3
        .target(
            name: "PonderLab",
            dependencies: [
                "Ponder", "PonderBank", "PonderCore", "PonderRecord", "PonderStatistics",
                "PonderTasks", lab("Yams", "Yams"),
            ]
        ),
        .target(
            name: "PonderReport",
            dependencies: ["PonderCore", "PonderRecord", "PonderStatistics"]
        ),
        // Layer 4
        .executableTarget(
            name: "PonderCommand",
            dependencies: [
                "Ponder", "PonderBank", "PonderClient", "PonderLab", "PonderRecord",
                "PonderReport", "PonderStatistics", "PonderTasks",
                lab("ArgumentParser", "swift-argument-parser"),
            ]
        ),
        // Tests
        .target(name: "PonderTestKit", dependencies: ["Ponder", "PonderCore"]),
        .testTarget(name: "PonderCoreTests", dependencies: ["PonderCore", "PonderTestKit"]),
        .testTarget(name: "PonderStatisticsTests", dependencies: ["PonderStatistics"]),
        .testTarget(
            name: "PonderRecordTests",
            dependencies: ["PonderCore", "PonderRecord"],
            resources: [.copy("Fixtures")]
        ),
        .testTarget(name: "PonderWireTests", dependencies: ["PonderCore", "PonderWire"]),
        .testTarget(name: "PonderTests", dependencies: ["Ponder", "PonderCore", "PonderTestKit"]),
        .testTarget(name: "PonderTasksTests", dependencies: ["PonderCore", "PonderTasks"]),
        .testTarget(
            name: "PonderClientTests",
            dependencies: [
                "PonderClient", "PonderCore", "PonderWire",
                lab("NIOCore", "swift-nio"),
                lab("NIOPosix", "swift-nio"),
                lab("NIOHTTP1", "swift-nio"),
            ]
        ),
        .testTarget(
            name: "PonderBankTests",
            dependencies: ["PonderBank", "PonderCore", lab("GRDB", "GRDB.swift")]
        ),
        .testTarget(
            name: "PonderLabTests",
            dependencies: [
                "Ponder", "PonderCore", "PonderLab", "PonderRecord", "PonderReport", "PonderTasks",
                "PonderTestKit",
            ]
        ),
        .testTarget(
            name: "PonderReportTests",
            dependencies: ["PonderCore", "PonderRecord", "PonderReport"],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "PonderCommandTests",
            dependencies: [
                "PonderCommand", "PonderCore", "PonderRecord",
                lab("NIOCore", "swift-nio"),
                lab("NIOPosix", "swift-nio"),
                lab("NIOHTTP1", "swift-nio"),
            ],
            exclude: ["Snapshots"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
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
