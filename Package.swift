// swift-tools-version: 6.1
import PackageDescription

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "fristd",
    products: [
        .executable(name: "fristd", targets: ["fristd"]),
        .executable(name: "fristctl", targets: ["fristctl"]),
        // For what measures them, in Tests/Measuring.
        .library(
            name: "Rooms",
            targets: ["Configuration", "Deadlines", "Notices", "Rules", "Spool", "Store", "Telling", "TestSupport"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        // What is C.
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CLogFiles", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Systemd", dependencies: ["CSystemd", "Files", logging]),

        // What is pure.
        .target(name: "Deadlines", dependencies: [crypto]),
        .target(name: "Telling", dependencies: ["Deadlines"]),
        .target(name: "Rules", dependencies: ["Deadlines", "Telling", toml]),
        .target(name: "Figures", dependencies: ["Deadlines", "Telling"]),

        // What reads, keeps and writes.
        .target(name: "Files", dependencies: ["CLogFiles", "Deadlines"]),
        .target(name: "Import", dependencies: ["Deadlines", "Rules", csv]),
        .target(name: "Configuration", dependencies: ["Deadlines", "Figures", "Files", "Import", "Rules", "Telling"]),
        .target(name: "Store", dependencies: ["Deadlines", "Files", "Telling", grdb]),
        .target(name: "Spool", dependencies: ["Deadlines", "Files", "Import"]),
        .target(
            name: "Notices",
            dependencies: ["Deadlines", "Figures", "Files", "Rules", "Store", "Systemd", "Telling", logging, mustache]),

        // The programs.
        .executableTarget(
            name: "fristd",
            dependencies: [
                "Commands", "Configuration", "Deadlines", "Figures", "Files", "Import", "Notices", "Rules", "Spool",
                "Store",
                "Systemd", "Telling", argumentParser, logging,
            ]),
        .target(
            name: "Commands",
            dependencies: [
                "Configuration", "Deadlines", "Figures", "Files", "Import", "Notices", "Rules", "Spool", "Store",
                "Systemd", "Telling", argumentParser,
            ], path: "Sources/fristctl"),
        .executableTarget(name: "fristctl", dependencies: ["Commands"], path: "Sources/fristctlProgram"),

        // The tests.
        .target(
            name: "TestSupport",
            dependencies: ["Configuration", "Deadlines", "Rules", "Spool", "Systemd", "Telling"],
            path: "Tests/Support"),
        .testTarget(name: "SystemdTests", dependencies: ["CSystemd", "Systemd", "TestSupport", logging]),
        .testTarget(name: "FilesTests", dependencies: ["Deadlines", "Files", "TestSupport"]),
        .testTarget(name: "DeadlinesTests", dependencies: ["Configuration", "Deadlines", "Rules", "TestSupport"]),
        .testTarget(
            name: "TellingTests", dependencies: ["Configuration", "Deadlines", "Rules", "Telling", "TestSupport"]),
        .testTarget(
            name: "RulesTests",
            dependencies: ["Configuration", "Deadlines", "Figures", "Rules", "Telling", "TestSupport"]),
        .testTarget(
            name: "FiguresTests", dependencies: ["Configuration", "Deadlines", "Figures", "Telling", "TestSupport"]),
        .testTarget(
            name: "ConfigurationTests",
            dependencies: ["Configuration", "Deadlines", "Import", "Rules", "TestSupport"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Configuration", "Deadlines", "Rules", "Spool", "Store", "Telling", "TestSupport", grdb,
            ],
            resources: [.copy("Resources")]),
        .testTarget(
            name: "ImportTests",
            dependencies: ["Configuration", "Deadlines", "Import", "Rules", "Spool", "TestSupport"]),
        .testTarget(name: "SpoolTests", dependencies: ["Deadlines", "Files", "Import", "Spool", "TestSupport"]),
        .testTarget(
            name: "NoticesTests",
            dependencies: [
                "Configuration", "Deadlines", "Figures", "Files", "Notices", "Rules", "Store", "Systemd", "Telling",
                "TestSupport", logging,
            ]),
        .testTarget(
            name: "fristdTests",
            dependencies: [
                "fristd", "fristctl", "Commands", "Configuration", "Deadlines", "Notices", "Store", "TestSupport",
                logging,
            ],
            resources: [.copy("Resources")]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
