import Deadlines
import Files
import Glibc

/// Lets in what may come in: regular files of producers, by names that may be kept (spec §7).
struct Door {
    let directory: Directory
    let producers: Producers
    let imports: ExportImports

    /// What stands at the door.
    enum Visitor {
        /// Nothing any more.
        case gone
        /// What is not read: moved to `rejected/` as it is, or removed.
        case refused(TakenFile)
        /// A regular file; with a refusal it is copied to `rejected/` masked, and not read.
        case opened(OpenFile, stat, Refusal?)
    }

    /// Opens `entry`, unless it is known not to be a regular file: opening a device may set it to work.
    func open(_ entry: Directory.Entry) throws(FileError) -> Visitor {
        guard entry.isRegular ?? true else { return try refuse(entry.name, unlike) }
        if entry.isRegular == nil {
            guard let status = try directory.status(of: entry.name) else { return .gone }
            guard status.isRegular else { return try refuse(entry.name, unlike) }
        }
        let file: OpenFile
        do {
            file = try directory.open(entry.name)
        } catch {
            return try visitor(entry.name, error)
        }
        let status = try file.status()
        guard status.isRegular else { return try refuse(entry.name, unlike) }
        return .opened(file, status, refusal(of: entry.name, status))
    }

    private func visitor(_ name: FileName, _ error: FileError) throws(FileError) -> Visitor {
        switch error.code {
        case ENOENT: return .gone
        case ELOOP, ENXIO, ENODEV: return try refuse(name, unlike)
        case EACCES, EPERM:
            // What nobody could search later is not kept.
            let refusal = Refusal(wrong: "the daemon may not read it", right: "give its group read access")
            return try refuse(name, refusal, keeping: .nothing)
        default: throw error
        }
    }

    private func refuse(
        _ name: FileName, _ refusal: Refusal, keeping: TakenFile.Keeping? = nil
    ) throws(FileError) -> Visitor {
        guard let status = try directory.status(of: name) else { return .gone }
        // One that cannot be removed is moved like a link.
        let goes = status.isDirectory && directory.canRemove(name, depth: 16)
        var file = TakenFile(name, in: directory, status: status, keeping: keeping ?? (goes ? .nothing : .whole))
        file.refusals.add(refusal)
        return .refused(file)
    }

    private var unlike: Refusal {
        Refusal(
            wrong: "it is not a regular file, and links, devices, FIFOs and directories are not followed",
            right: "write the file itself, or rename it in")
    }

    private func refusal(of name: FileName, _ status: stat) -> Refusal? {
        let text = name.text
        if CPR.found(in: text) {
            return Refusal(
                field: "file name", value: text, wrong: "a CPR-like number stands in the file's name",
                right: "name the file after its producer and the time")
        }
        if !name.isPlain {
            return Refusal(
                field: "file name", value: text, wrong: "the name is not UTF-8 or holds control characters",
                right: "use letters, digits and . _ -")
        }
        if UpdateFormat(name: text) == nil, imports.rule(of: text) == nil {
            if text.lowercased().hasSuffix(".csv") {
                return Refusal(
                    field: "file name", value: text,
                    wrong: "no [import.NAME] in fristd.toml has \"files\" that match it",
                    right: "add one with a mapping of its columns, correct the name, or send lines of JSON as .jsonl")
            }
            return Refusal(
                field: "file name", value: text, wrong: "the name ends neither in .json nor in .jsonl",
                right: "call it .json for one object, .jsonl for one a line")
        }
        if let rule = imports.rule(of: text) {
            if status.st_size > ExportReader.largest { return .exportTooLarge }
            if let producer = rule.producer,
                let refusal = producers.refusal(ofExportFrom: producer, owner: status.st_uid)
            {
                return refusal
            }
        } else if status.st_size > UpdateFile.largest {
            return .tooLarge
        }
        return producers.refusal(ofOwner: status.st_uid)
    }
}
