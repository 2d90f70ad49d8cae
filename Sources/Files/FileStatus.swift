package import Deadlines
package import Glibc

extension stat {
    /// What is at `path`; nil where nothing can be seen there.
    ///
    /// - Parameter following: whether a symbolic link stands for what it leads to.
    package init?(of path: String, following: Bool = true) {
        self.init()
        guard fstatat(AT_FDCWD, path, &self, following ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    }

    /// Whether it is a regular file.
    package var isRegular: Bool { st_mode & S_IFMT == S_IFREG }

    /// Whether it is a directory.
    package var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }

    /// When it was last written, by the system's clock.
    package var lastWritten: Instant {
        Instant(milliseconds: Int64(st_mtim.tv_sec) * 1000 + Int64(st_mtim.tv_nsec) / 1_000_000)
    }
}
