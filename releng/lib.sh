# Functions that releng/run and releng/test share. Sourced by bash; $root is the top of the tree.

fail() {
    echo "$*" >&2
    exit 1
}

# Sets and exports JAVA_HOME: the JDK that it names already, else the newest one that Debian or its like has installed.
find_jdk() {
    local candidate version
    for candidate in ${JAVA_HOME:+"$JAVA_HOME"} $(ls -d /usr/lib/jvm/*/ 2>/dev/null | sort -rV); do
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$candidate/release" 2>/dev/null)
        if [ "${version:-0}" -ge 21 ] && [ -x "$candidate/bin/javac" ]; then
            export JAVA_HOME=${candidate%/}
            # Maven's own libraries use what JDK 24 and later warn about.
            [ "$version" -lt 24 ] || export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
            return
        fi
    done
    fail "No JDK 21 or later found: install one (Debian: apt-get install openjdk-21-jdk) or let JAVA_HOME name it."
}

maven_is_new_enough() {
    local version
    version=$("$1" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
    [ "$(printf '%s\n' 3.9.9 "${version:-0}" | sort -V | head -n 1)" = 3.9.9 ]
}

# Sets mvn to a Maven that Tycho works with; an older one fetches it into the user's cache.
find_maven() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/postern/maven version=3.9.11
    mvn=$cache/apache-maven-$version/bin/mvn
    [ -x "$mvn" ] && return
    if ! command -v mvn >/dev/null; then
        need command:mvn=maven
    fi
    if maven_is_new_enough mvn; then
        mvn=mvn
        return
    fi
    mkdir -p "$cache"
    local unpack
    unpack=$(mktemp -d "$cache/unpack.XXXXXX")
    # Not inside the tree: an old Maven cannot even read it.
    (cd "$unpack" &&
        mvn -q -B -Dstyle.color=never org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
            -Dartifact=org.apache.maven:apache-maven:$version:tar.gz:bin -DoutputDirectory="$unpack" &&
        tar -xzf apache-maven-$version-bin.tar.gz) ||
        fail "Maven 3.9.9 or later is needed, and fetching $version with the installed one failed."
    mv "$unpack/apache-maven-$version" "$cache/" 2>/dev/null || [ -x "$mvn" ] || fail "Cannot write to $cache."
    rm -rf "$unpack"
}

present() {
    local kind=${1%%:*} name=${1#*:}
    case "$kind" in
    command) command -v "$name" >/dev/null || [ -x "/usr/sbin/$name" ] ;;
    library) [[ $libraries == *"$name "* ]] ;;
    file) [ -e "$name" ] ;;
    esac
}

# need KIND:THING=PACKAGE...: installs the Debian packages of missing things when it may, else names them.
need() {
    local libraries missing=() entry
    libraries=$(PATH=$PATH:/sbin ldconfig -p 2>/dev/null)
    for entry in "$@"; do
        present "${entry%%=*}" || missing+=("${entry##*=}")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        fail "Missing on this machine: ${missing[*]} (Debian: apt-get install ${missing[*]})"
    fi
    echo "Installing ${missing[*]}" >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
        fail "apt-get could not install ${missing[*]}."
}

# fetch_peer NAME PACKAGE...: unpacks Debian packages, and what they need that is not here, beside the system. Mail
# servers exclude one another, so that no two can be installed; and a test wants neither their users nor their daemons.
fetch_peer() {
    local name=$1 peers=${XDG_CACHE_HOME:-$HOME/.cache}/postern/peers unpack deb
    shift
    # A server of a test never runs as root, and others cannot look into root's home.
    [ "$(id -u)" -ne 0 ] || peers=/var/cache/postern/peers
    [ ! -d "$peers/$name" ] || return 0
    command -v apt-get >/dev/null || fail "Missing on this machine: $* unpacked in $peers/$name"
    echo "Fetching $*" >&2
    mkdir -p "$peers"
    unpack=$(mktemp -d "$peers/unpack.XXXXXX")
    mkdir -p "$unpack/debs/partial" "$unpack/root"
    [ "$(id -u)" -ne 0 ] || apt-get update -qq || true
    apt-get install -y -qq --no-install-recommends --reinstall --download-only -o Debug::NoLocking=1 \
        -o APT::Sandbox::User=root -o Dir::Cache::archives="$unpack/debs" "$@" >/dev/null ||
        fail "apt-get could not fetch $*."
    for deb in "$unpack"/debs/*.deb; do
        case "${deb##*/}" in
        exim4*|gawk*|*-dev_*) ;; # wanted by the packages, not by a test
        *) dpkg -x "$deb" "$unpack/root" || fail "Cannot unpack ${deb##*/}." ;;
        esac
    done
    chmod -R go+rX "$unpack/root"
    mv "$unpack/root" "$peers/$name"
    rm -rf "$unpack"
}

fetch_peers() {
    fetch_peer cyrus cyrus-imapd cyrus-pop3d sasl2-bin
    fetch_peer courier courier-imap courier-pop libnss-wrapper
}

window_needs=(library:libgtk-3.so.0=libgtk-3-0 library:libwebkit2gtk-4.1.so.0=libwebkit2gtk-4.1-0
    file:/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf=fonts-dejavu)
private_display_needs=(command:Xvfb=xvfb command:metacity=metacity command:import=imagemagick
    command:dbus-run-session=dbus-daemon command:xdpyinfo=x11-utils
    file:/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc=fonts-noto-cjk
    file:/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf=fonts-noto-color-emoji
    file:/usr/share/icons/Adwaita/index.theme=adwaita-icon-theme)

# private_display WxH: an X server of one's own with a window manager; sets DISPLAY. stop_private_display ends both.
private_display() {
    local number
    display_folder=$(mktemp -d)
    mkfifo "$display_folder/number"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp -noreset 3>"$display_folder/number" 2>"$display_folder/log" &
    xvfb=$!
    read -r -t 20 number <"$display_folder/number" || fail "Xvfb did not start: $(cat "$display_folder/log")"
    export DISPLAY=:$number NO_AT_BRIDGE=1 GTK_A11Y=none GDK_BACKEND=x11
    unset WAYLAND_DISPLAY
    metacity --no-composite >"$display_folder/metacity" 2>&1 &
    metacity=$!
}

stop_private_display() {
    [ -n "${metacity:-}" ] && kill "$metacity" 2>/dev/null
    [ -n "${xvfb:-}" ] && kill "$xvfb" 2>/dev/null && wait "$xvfb" 2>/dev/null
    [ -n "${display_folder:-}" ] && rm -rf "$display_folder"
}
