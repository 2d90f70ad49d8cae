@main
struct Room {
    static func main() {}
}
