import Files

/// A file being read.
enum AnyReading: Sendable {
    case lines(Reading)
    case export(ExportReading)

    var entry: FileName {
        switch self {
        case .lines(let reading): reading.file.entry
        case .export(let reading): reading.file.entry
        }
    }
}
