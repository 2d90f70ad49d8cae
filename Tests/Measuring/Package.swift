// swift-tools-version: 6.1
import PackageDescription

// The rooms are declared `package`: what measures them is compiled as a part of their package. SwiftPM calls that after
// the directory that it lies in.
let root = Context.packageDirectory.split(separator: "/").dropLast(2).last.map { $0.lowercased() } ?? ""
let packageName = String(root.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
let product = Target.Dependency.product(name: "Rooms", package: root)
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "measuring",
    dependencies: [
        .package(path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        .target(name: "Municipality", dependencies: [product], packageAccess: false),
        .executableTarget(
            name: "benchmark", dependencies: ["Municipality", product, argumentParser], packageAccess: false),
        .testTarget(
            name: "MunicipalityTests",
            dependencies: ["Municipality", "benchmark", product, .product(name: "Crypto", package: "swift-crypto")],
            packageAccess: false),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .unsafeFlags(["-package-name", packageName]),
    ]
}
