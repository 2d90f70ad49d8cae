import Glibc

/// The name of an entry of a directory: any bytes but NUL and `/`, UTF-8 or not.
package struct FileName: Hashable, Sendable {
    /// The longest name the file systems of Linux take, in bytes (NAME_MAX).
    package static let longest = 255

    /// The bytes, and the NUL that system calls want after them.
    package let characters: [CChar]

    /// The name `text`, which holds neither NUL nor `/`.
    package init(_ text: String) {
        characters = Array(text.utf8CString)
    }

    /// Copies a name that ends with NUL.
    package init(copying pointer: UnsafePointer<CChar>) {
        characters = Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer) + 1))
    }

    /// Copies bytes that hold no NUL.
    package init(bytes: some Sequence<UInt8>) {
        characters = bytes.map { CChar(bitPattern: $0) } + [0]
    }

    /// The bytes without the NUL.
    package var bytes: [UInt8] {
        characters.dropLast().map { UInt8(bitPattern: $0) }
    }

    /// The name as text; what is no UTF-8 is replaced.
    package var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the name is UTF-8 without control characters.
    package var isPlain: Bool {
        String(validating: bytes, as: UTF8.self) != nil && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// Whether it is `.` or `..`.
    package var isDirectoryItself: Bool { text == "." || text == ".." }

    /// Whether the name begins with a full stop.
    package var isHidden: Bool {
        characters[0] == CChar(UInt8(ascii: "."))
    }
}

extension FileName: Comparable {
    /// By the bytes.
    package static func < (left: FileName, right: FileName) -> Bool {
        strcmp(left.characters, right.characters) < 0
    }
}
