import Deadlines

/// Metrics in Prometheus' text format (version 0.0.4), which node_exporter's textfile collector reads.
struct MetricsText {
    private(set) var text = ""

    enum Kind: String {
        case counter, gauge, histogram
    }

    /// One number, with its labels in order.
    struct Sample {
        var suffix = ""
        var labels: [(name: String, value: String)] = []
        let value: String
    }

    /// Adds a family of numbers; without any it is left out.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
        guard !samples.isEmpty else { return }
        text += "# HELP fristd_\(name) \(help)\n# TYPE fristd_\(name) \(kind.rawValue)\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(MetricsText.escaped($0.value))\"" }.joined(separator: ",")
            text += "fristd_\(name)\(sample.suffix)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
        }
    }

    /// Adds one number without labels.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        add(name, kind, help, [Sample(value: String(value))])
    }

    /// Adds a time, where there is one.
    mutating func add(_ name: String, _ help: String, _ instant: Instant?) {
        add(name, .gauge, help, instant.map { [Sample(value: MetricsText.seconds($0.milliseconds))] } ?? [])
    }

    /// Milliseconds as seconds: `1.005`.
    static func seconds(_ milliseconds: Int64) -> String {
        if milliseconds % 1000 == 0 { return String(milliseconds / 1000) }
        var fraction = String(1000 + abs(milliseconds % 1000)).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(milliseconds < 0 ? "-" : "")\(abs(milliseconds / 1000)).\(fraction)"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
