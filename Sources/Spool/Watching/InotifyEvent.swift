import Files
import Glibc

/// One event of inotify(7).
struct InotifyEvent {
    /// The watch it belongs to; -1 for an overflow.
    let watch: Int32
    /// What happened, as `IN_…` bits.
    let mask: UInt32
    /// The entry it happened to; empty for the directory itself.
    let name: FileName

    /// Whether one of `bits`, each an `IN_…`, is set.
    func has(_ bits: Int32...) -> Bool { bits.contains { mask & UInt32($0) != 0 } }

    /// The events in what read(2) delivered.
    static func events(in bytes: UnsafeRawBufferPointer) -> [InotifyEvent] {
        var events: [InotifyEvent] = []
        var offset = 0
        let header = MemoryLayout<inotify_event>.size
        while offset + header <= bytes.count {
            let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
            let end = offset + header + Int(event.len)
            guard end <= bytes.count else { break }
            // The kernel pads the name with NULs.
            let name = bytes[(offset + header)..<end].prefix { $0 != 0 }
            events.append(
                InotifyEvent(
                    watch: event.wd, mask: event.mask, name: FileName(bytes: name)))
            offset = end
        }
        return events
    }
}
