import Deadlines
import Files
import Glibc

/// A file being read, over as many batches as it needs.
struct Reading: Sendable {
    private(set) var file: TakenFile
    private var stream: UpdateStream
    private let owner: UInt32
    private let producers: Producers

    init(_ taken: TakenFile, _ file: OpenFile, status: stat, reader: UpdateReader, producers: Producers) {
        self.file = taken
        self.producers = producers
        owner = status.st_uid
        let format = UpdateFormat(name: taken.entry.text) ?? .lines
        stream = UpdateStream(file, size: Int(status.st_size), format: format, reader: reader)
    }

    /// Reads lines into `batch`, at most `budget`, and says whether more follow.
    mutating func read(into batch: inout Batch, budget: inout Int, clock: WallTime) -> TakenFile.End {
        var part = file
        let index = batch.files.count
        part.end = .more
        do throws(FileError) {
            while budget > 0, part.end == .more {
                guard let (line, result) = try stream.next(clock: clock) else {
                    part.end = .complete
                    break
                }
                budget -= 1
                if stream.isAtEnd { part.end = .complete }
                switch checked(result, line) {
                case .success(let update): batch.entries.append(Batch.Entry(update: update, file: index, line: line))
                case .failure(let refusal): part.refusals.add(refusal)
                }
            }
        } catch {
            part.end = .abandoned
            batch.troubles.append(error)
        }
        batch.files.append(part)
        return part.end
    }

    private func checked(_ result: Result<Update, Refusal>, _ line: Int) -> Result<Update, Refusal> {
        if case .success(let update) = result, let refusal = producers.refusal(of: update, from: owner) {
            return .failure(refusal.at(line: line))
        }
        return result
    }
}
