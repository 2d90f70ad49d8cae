/// A form in which the content of a file is packed, so that nobody can search it as it is; known by its first bytes.
package enum PackedForm: CaseIterable, Sendable {
    case gzip, bzip2, xz, zstandard, lz4, lzip, compress, zip, tar

    /// The form of a file that begins so, nil for any other; 512 bytes are enough.
    package init?(beginning bytes: some RandomAccessCollection<UInt8>) {
        let form = PackedForm.allCases.first { bytes.dropFirst($0.offset).starts(with: $0.signature) }
        guard let form else { return nil }
        self = form
    }

    private var offset: Int { self == .tar ? 257 : 0 }

    private var signature: [UInt8] {
        switch self {
        case .gzip: [0x1F, 0x8B]
        case .bzip2: Array("BZh".utf8)
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        case .zstandard: [0x28, 0xB5, 0x2F, 0xFD]
        case .lz4: [0x04, 0x22, 0x4D, 0x18]
        case .lzip: Array("LZIP".utf8)
        case .compress: [0x1F, 0x9D]
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        case .tar: Array("ustar".utf8)
        }
    }
}
