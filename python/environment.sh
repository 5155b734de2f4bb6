# Sourced by `check` and `site`: the Pythons of this machine, and environments of theirs.

export CARGO_TERM_COLOR=never PIP_DISABLE_PIP_VERSION_CHECK=1
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$(cd .. && pwd)/target}"
venvs="$(pwd)/target/venvs"

# Whether a Python is one of those that are supported, with what makes virtual environments.
fits() {
    "$1" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

# Every Python of this machine that fits, as "minor path", from the oldest to the newest.
pythons() {
    {
        for minor in 10 11 12 13 14; do command -v "python3.$minor" || true; done
        command -v python3 || true
        ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3 2>/dev/null || true
    } | while read -r path; do
        if fits "$path"; then
            echo "$("$path" -c 'import sys; print(sys.version_info.minor)') $path"
        fi
    done | sort -n -s -k1,1
}

# An environment with the packages of a list, made anew where the list has changed. PySpark is no wheel.
environment() {
    local python="$1" list="$2" folder="$venvs/$3"
    if ! cmp -s "$list" "$folder/list.txt"; then
        rm -rf "$folder"
        "$python" -m venv "$folder" || return 1
        "$folder/bin/pip" install -q --require-hashes --only-binary :all: --no-binary pyspark -r "$list" || return 1
        cp "$list" "$folder/list.txt"
    fi
}
