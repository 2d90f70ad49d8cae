import ArgumentParser
import Store

/// `fristctl backup`: a copy of the store, while the daemon runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the store into a file while the daemon runs, and look the copy through.",
        discussion: """
            The file is the whole store: keep it as well guarded, and no longer. To restore it, stop fristd, put it in the \
            state directory as fristd.sqlite, owned by fristd, remove fristd.sqlite-wal and fristd.sqlite-shm, and start.
            """)

    @OptionGroup var config: ConfigOption

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Flag(help: "Replace a file that is there.")
    var force = false

    func run() throws {
        try reporting {
            let size = try Backup(path: file, replaces: force).write(config.settings())
            print("\(file) holds the store as it was, \((size + 1023) / 1024) KiB, and has been looked through")
        }
    }
}
