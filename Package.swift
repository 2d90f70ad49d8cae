// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "fristd",
    products: [
        .executable(name: "fristd", targets: ["fristd"]),
        .executable(name: "fristctl", targets: ["fristctl"]),
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
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CLogFiles", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(
            name: "Systemd", dependencies: ["CLogFiles", "CSystemd", .product(name: "Logging", package: "swift-log")]),
        .target(
            name: "Deadlines",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),
        .target(
            name: "Import", dependencies: ["Deadlines", .product(name: "SwiftCSV", package: "SwiftCSV")]),
        .target(name: "Configuration", dependencies: ["Deadlines", "Import"]),
        .target(name: "Store", dependencies: ["Deadlines", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(name: "Spool", dependencies: ["Deadlines", "Import"]),
        .target(
            name: "Notices",
            dependencies: [
                "Deadlines", "Store", "Systemd", .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "fristd",
            dependencies: [
                "Commands", "Configuration", "Deadlines", "Import", "Notices", "Spool", "Store", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "Commands",
            dependencies: [
                "Configuration", "Deadlines", "Import", "Notices", "Spool", "Store", "Systemd",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Sources/fristctl"),
        .executableTarget(name: "fristctl", dependencies: ["Commands"], path: "Sources/fristctlProgram"),
        .target(name: "TestSupport", dependencies: ["Configuration", "Spool", "Systemd"], path: "Tests/Support"),
        .target(name: "Municipality", dependencies: ["Deadlines"]),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "Configuration", "Deadlines", "Municipality", "Notices", "Spool", "Store",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "SystemdTests", dependencies: ["Systemd", "TestSupport"]),
        .testTarget(name: "DeadlinesTests", dependencies: ["Deadlines", "Configuration", "Spool", "TestSupport"]),
        .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "TestSupport"]),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Configuration", "Spool", "Store", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ], resources: [.copy("Resources")]),
        .testTarget(
            name: "ImportTests",
            dependencies: ["Configuration", "Deadlines", "Import", "Spool", "TestSupport"]),
        .testTarget(name: "SpoolTests", dependencies: ["Import", "Spool", "TestSupport"]),
        .testTarget(
            name: "MunicipalityTests",
            dependencies: [
                "Configuration", "Deadlines", "Municipality", "Spool", "TestSupport", "benchmark",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(name: "NoticesTests", dependencies: ["Configuration", "Notices", "TestSupport"]),
        .testTarget(
            name: "fristdTests",
            dependencies: ["fristd", "fristctl", "Commands", "Configuration", "Notices", "TestSupport"],
            resources: [.copy("Resources")]),
    ],
    swiftLanguageModes: [.v6]
)
