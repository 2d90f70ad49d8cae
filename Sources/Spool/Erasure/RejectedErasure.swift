import Deadlines
import Foundation
import Glibc

/// What was refused: lines that nobody could make sense of. When in doubt one goes: whoever sent it has it still.
extension SpoolErasure {
    /// The lines, and beside them the report, which tells of each by its place.
    mutating func eraseRejected(_ directory: Directory) {
        eachFile(of: directory) { (erasure, directory, name) throws(SpoolError) in
            let text = name.text
            if text.hasSuffix(FileName.reportEnding) {
                let base = FileName(String(text.dropLast(FileName.reportEnding.count)))
                try erasure.erase(base, in: directory)
            } else if try directory.status(of: name.report) == nil {
                // Somebody has taken the report away.
                try erasure.eraseLines(of: name, in: directory)
            }
        }
    }

    /// The content of what was refused. What cannot be read goes: nobody has ever read it, and its report stays.
    private mutating func content(of name: FileName, in directory: Directory) throws(SpoolError) -> [UInt8] {
        do { return try directory.content(of: name) } catch {
            guard error.code == EACCES || error.code == EPERM else { throw error }
            try directory.remove(name)
            files += 1
            return []
        }
    }

    /// Whether it is packed, as a producer sent it by a name that stands for lines.
    ///
    /// - Throws: where somebody has packed it here.
    private func isPacked(_ bytes: [UInt8], _ name: FileName, in directory: Directory) throws(SpoolError) -> Bool {
        guard PackedForm(beginning: bytes) != nil else { return false }
        guard UpdateFormat(name: name.text) != nil else {
            throw SpoolError("search", "\(directory.path)/\(name.text)", code: ENOTSUP)
        }
        return true
    }

    private mutating func eraseLines(of name: FileName, in directory: Directory) throws(SpoolError) {
        let bytes = try content(of: name, in: directory)
        let isPacked = try isPacked(bytes, name, in: directory)
        guard isPacked || concerns(bytes, name), !bytes.isEmpty else { return }
        let kept = isPacked ? [] : Array(parts(of: bytes, name).filter { !mayHold($0) }.joined())
        try put(kept, in: directory, name, instead: bytes, as: discreet(name))
    }

    private mutating func erase(_ name: FileName, in directory: Directory) throws(SpoolError) {
        let text = try directory.content(of: name.report)
        let bytes = try content(of: name, in: directory)
        let hasLines = try directory.status(of: name)?.isRegular ?? false
        let isPacked = try isPacked(bytes, name, in: directory)
        guard isPacked || concerns(text + bytes, name) else { return }
        let parts = parts(of: bytes, name)
        // The header of a table is no row of it.
        let header = UpdateFormat(name: name.text) == nil && !parts.isEmpty ? 1 : 0
        let gone = Set(parts.indices.filter { isPacked || mayHold(parts[$0]) })
        let rows = Set(gone.filter { $0 >= header }.map { $0 - header })
        let isOver = !gone.isEmpty && rows.count == parts.count - header
        if hasLines {
            let kept = isOver ? [] : Array(parts.indices.filter { !gone.contains($0) }.map { parts[$0] }.joined())
            try put(kept, in: directory, name, instead: bytes, as: discreet(name))
        }
        guard let report = RefusalReport(text) else {
            let blotted = mentions.blotted(inRefused: text)
            return try put(blotted, in: directory, name.report, instead: text, as: discreet(name).report)
        }
        let rest = report.without(rows, of: parts.count - header).blotted(by: mentions)
        let kept = rest.tells ? rest == report ? text : rest.encoded() : []
        try put(kept, in: directory, name.report, instead: text, as: discreet(name).report)
    }

    /// Whether a refused line, row or object may be of such a case.
    private func mayHold(_ part: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(part)
        // A sign that no line has: it may be written in another way, and then cannot be searched.
        if bytes.contains(0) { return true }
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        if let reference = object?["case"] as? String, IdentifierForm.reference.matches(reference) {
            return mentions.isErased(reference) || mentions.isErasedCase(named: bytes)
        }
        return mentions.mayAppear(inRefused: bytes) || mentions.mayAppear(inRefused: SpoolErasure.unescaped(bytes))
    }

    /// The text with `\u0041` and `\/` read as JSON reads them, as far as they are ASCII.
    static func unescaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = text[...]
        while let sign = rest.popFirst() {
            guard sign == UInt8(ascii: "\\"), let next = rest.first else {
                result.append(sign)
                continue
            }
            if next == UInt8(ascii: "u"),
                let code = UInt8(String(decoding: rest.dropFirst().prefix(4), as: UTF8.self), radix: 16)
            {
                result.append(code)
                rest = rest.dropFirst(5)
            } else {
                result += next == UInt8(ascii: "/") ? [next] : [sign, next]
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
