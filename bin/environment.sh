# Sourced by the scripts in $bin: where lapel lies, how its Python starts, whether it is set up.
# Every run of lapel passes through here, so nothing starts a process but one comparison of files.

root=${bin%/*}
venv=$root/.venv
python=$venv/bin/python
stamp=$venv/lapel-installed-at

case $OSTYPE in
  darwin*)
    # Homebrew's and MacPorts' libraries are not where macOS looks; it reads this at a process's start,
    # and takes it from what the system's own programs start, /usr/bin/env among them.
    libraries=${HOMEBREW_PREFIX:+$HOMEBREW_PREFIX/lib:}/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib
    export DYLD_FALLBACK_LIBRARY_PATH="${DYLD_FALLBACK_LIBRARY_PATH:+$DYLD_FALLBACK_LIBRARY_PATH:}$libraries"
    # Where Homebrew was installed a minute ago, no shell has its folder on its path yet.
    PATH=$PATH:/opt/homebrew/bin:/usr/local/bin
    ;;
esac

is_set_up() { # is_set_up LOCK: installed from this very lock, in this very folder
  local at=
  [ -x "$python" ] && [ -f "$stamp" ] && read -r at <"$stamp" && [ "$at" = "$root" ] &&
    [ ! "$root/pyproject.toml" -nt "$stamp" ] && cmp -s "$root/$1" "$venv/$1"
}

has_browser() { # a Chromium or Chrome that the preview's tests can drive
  command -v chromium || command -v chromium-browser || command -v google-chrome ||
    [ -x '/Applications/Chromium.app/Contents/MacOS/Chromium' ] ||
    [ -x '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome' ]
} >/dev/null
