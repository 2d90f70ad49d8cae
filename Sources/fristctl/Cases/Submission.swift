import Deadlines
import Glibc
import Spool

/// Lines to submit, each validated but for the clock.
struct Submission {
    /// The good lines, as they were.
    private(set) var lines: [[UInt8]] = []
    /// What is wrong with the others: file, line and reason.
    private(set) var refusals: [String] = []

    init(_ files: [String], reader: UpdateReader) throws {
        for file in files {
            try Failure.reading {
                var source = try UpdateFile(path: file == "-" ? UpdateFile.standardInput : file, reader: reader)
                try source.eachSlice(of: 1000) { add($0, of: file) }
            }
        }
    }

    private mutating func add(_ new: [UpdateLine], of file: String) {
        for line in new {
            switch line.result {
            case .success: lines.append(line.bytes.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
            case .failure(let refusal): refusals.append("\(file):\(line.number): \(refusal.description)")
            }
        }
    }
}
