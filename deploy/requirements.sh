# shellcheck shell=bash
# What the scripts here need beyond a Swift toolchain, and where they keep what they make once. Sourced, not run.

export LC_ALL=C.UTF-8

# What was made once and may be thrown away at any time: outside the tree, so that a clean clone stays clean.
if [ -z "${FRISTD_CACHE:-}" ]; then
    if [ "$(id -u)" -eq 0 ]; then
        FRISTD_CACHE=${XDG_CACHE_HOME:-/var/cache}/fristd
    else
        FRISTD_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/fristd
    fi
fi
export FRISTD_CACHE

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "must be root for: $*"
    fi
}

# require_packages NAME…: installs those that dpkg does not know as installed. Asks nothing where all are there.
require_packages() {
    local name missing=()
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing ${missing[*]} …"
    # One stale list of many is no reason to stop: the installation says whether it matters.
    as_root apt-get -qq update || say "Not every package list could be renewed."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y "${missing[@]}" \
        >/dev/null || fail "these packages could not be installed: ${missing[*]}"
}

# What a build needs.
require_build() {
    command -v swift >/dev/null || fail "a Swift 6 toolchain is needed, with swift in PATH"
    require_packages libc6-dev libsqlite3-dev libsystemd-dev pkg-config tzdata zlib1g-dev
}

# within SECONDS COMMAND…: runs the command again and again until it succeeds; fails when the time is over.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.05
    done
}
