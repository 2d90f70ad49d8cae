import CLogFiles

/// A file's access list. Source: acl(5).
package enum AccessList {
    private static let name = "system.posix_acl_access"

    /// Gives an open file the list of the one at `path`, where that has one.
    package static func copy(from path: String, to descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = lgetxattr(path, name, &bytes, bytes.count)
        if count > 0 { fsetxattr(descriptor, name, bytes, count, 0) }
    }
}
