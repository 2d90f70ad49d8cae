import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Commands

/// Tables on terminals of every width, and in a file.
@Suite struct TableTests {
    private static let long = "ODSHERRED/boern-og-unge/2026-000417-underretning-2"

    private static func table() -> Table {
        var table = Table([
            Table.Column("Frist"), Table.Column("Sag"), Table.Column("Ref", .cut(rank: 0)),
            Table.Column("Regel", .cut(rank: 1)), Table.Column("Besked", .beneath),
        ])
        let message = "Der er endnu ikke registreret en vurdering af underretningen, og fristen er passeret."
        table.add([
            "12-05-2026", "2026-0417", "anbringelse-hos-plejefamilie", "boernesamtale-foer-afgoerelse", "\(message)",
        ])
        table.add(["12-05-2026 08.00", "\(long)", "ref", "genvurdering", "kort"])
        return table
    }

    private static func output(_ width: Int?) -> Output {
        Output(isTerminal: width != nil, columns: width) { _ in nil }
    }

    @Test func `in a file every cell is whole and each row one line`() {
        let lines = Self.table().lines(for: .plain)
        #expect(lines.count == 3)
        for (line, row) in zip(lines.dropFirst(), Self.table().rows) {
            #expect(row.allSatisfy { line.contains($0.text) })
        }
        // Columns stand beneath their headings.
        let place = lines[0].range(of: "Regel").map { lines[0].distance(from: lines[0].startIndex, to: $0.lowerBound) }
        for (line, word) in [(lines[1], "boernesamtale"), (lines[2], "genvurdering")] {
            #expect(line.range(of: word).map { line.distance(from: line.startIndex, to: $0.lowerBound) } == place)
        }
    }

    @Test func `no line is wider than the terminal, and what must be whole is`() {
        for width in 40...220 {
            let lines = Self.table().lines(for: Self.output(width))
            for line in lines where !line.contains(Self.long) {
                // The names that are never cut may need more than so narrow a terminal has.
                #expect(line.count <= max(width, 56), "\(width): \(line)")
            }
            for name in ["12-05-2026 08.00", "2026-0417", Self.long] {
                #expect(lines.contains { $0.contains(name) }, "\(width): \(name)")
            }
            // What goes beneath is broken, not cut.
            let words = lines.joined(separator: " ").split(separator: " ")
            #expect("Der er endnu ikke registreret en vurdering".split(separator: " ").allSatisfy(words.contains))
        }
    }

    @Test func `the least important is cut first`() {
        func row(_ width: Int) -> String {
            Self.table().lines(for: Self.output(width)).first { $0.contains("2026-0417") } ?? ""
        }
        #expect(row(70).hasSuffix("2026-0417  anbringel…  boernesamtale-foer-afgoerelse"), "\(row(70))")
        #expect(row(60).hasSuffix("2026-0417  anbring…  boernesamtale-foer-a…"), "\(row(60))")
    }

    @Test func `numbers are set right, under headings of several lines where room is short`() {
        var table = Table([
            Table.Column("Regel"), Table.Column("over ved slut", .number), Table.Column("for sent", .number),
        ])
        table.add(["underretning-24-timer", "7", "12"])
        table.add(["genvurdering", "1234", "3"])
        #expect(
            table.lines(for: Self.output(36)) == [
                "                       over", "                        ved   for",
                "Regel                  slut  sent", "underretning-24-timer     7    12",
                "genvurdering           1234     3",
            ])
        #expect(
            table.lines(for: Self.output(24)) == [
                "Regel", "  over", "   ved   for", "  slut  sent", "underretning-24-timer", "     7    12",
                "genvurdering", "  1234     3",
            ])
    }

    @Test func `a colour takes no room`() {
        var table = Table([Table.Column("Status"), Table.Column("Sag")])
        table.add([Table.Cell("mangler", .alarming), "2026-0417"])
        let plain = table.lines(for: Self.output(80))
        let coloured = table.lines(for: Output(isTerminal: true, columns: 80) { $0 == "TERM" ? "xterm" : nil })
        #expect(coloured[1] == "\u{1B}[1;31mmangler\u{1B}[0m  2026-0417")
        #expect(coloured.map { $0.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") } == plain)
    }
}

/// What a terminal, a file and the environment make of the output.
@Suite struct OutputTests {
    private func output(terminal: Bool = true, columns: Int? = 100, _ variables: [String: String] = ["TERM": "xterm"])
        -> Output
    {
        Output(isTerminal: terminal, columns: columns) { name in variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    }

    @Test func `colours are for terminals that want them`() {
        #expect(output().hasColours)
        #expect(!output(terminal: false).hasColours)
        #expect(!output(["TERM": "dumb"]).hasColours && !output([:]).hasColours)
        #expect(!output(["TERM": "xterm", "NO_COLOR": "1"]).hasColours)
        #expect(output(["TERM": "xterm", "NO_COLOR": ""]).hasColours)
        #expect(output(["TERM": "xterm", "NO_COLOR": "1"]).isMovable)
    }

    @Test func `the width is the environment's, else the terminal's, and none in a file`() {
        #expect(output().width == 100 && output(columns: nil).width == 80)
        #expect(output(["TERM": "xterm", "COLUMNS": "60"]).width == 60)
        #expect(output(["TERM": "xterm", "COLUMNS": "wide"]).width == 100)
        #expect(output(["TERM": "xterm", "COLUMNS": "0"]).width == 100)
        #expect(output(terminal: false, ["TERM": "xterm", "COLUMNS": "60"]).width == nil)
    }

    @Test func `long text is broken at spaces under its own beginning`() {
        let output = output(columns: 30)
        #expect(
            output.wrapped("02-06-2026  ✉ Der er endnu ikke registreret noget") == [
                "02-06-2026  ✉ Der er endnu", "            ikke registreret", "            noget",
            ])
        #expect(output.wrapped("kort") == ["kort"])
        #expect(output.wrapped("    \(String(repeating: "x", count: 40)) y").count == 2)
    }
}
