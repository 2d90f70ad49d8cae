import Files
import Systemd

extension Progress {
    /// Where a bar is drawn.
    struct Terminal: Sendable {
        let width: Int
        private let file: OpenFile

        /// The terminal behind a descriptor; nil where there is none that can draw a line anew.
        init?(descriptor: Int32, variable: (String) -> String? = Environment.value) {
            let output = Output(descriptor: descriptor, variable: variable)
            guard output.isMovable, let width = output.width,
                let file = try? OpenFile(duplicating: descriptor, path: "the terminal")
            else { return nil }
            self.file = file
            self.width = width
        }

        /// Draws. A terminal that is gone needs no bar.
        func write(_ text: String) { try? file.write(Array(text.utf8)) }
    }
}
