# Functions that tell whether a build is up to date; source this file.
# shellcheck shell=sh

# Checks that nothing has changed since STAMP was written: is_newer STAMP SOURCE…
is_newer() {
  stamp_file=$1
  shift
  [ -f "$stamp_file" ] && [ -z "$(find "$@" -newer "$stamp_file" | head -n 1)" ]
}

# Checks that no library of a class path is missing: has_libraries FILE
has_libraries() {
  [ -f "$1" ] && tr ':' '\n' <"$1" | while read -r library || [ -n "$library" ]; do
    [ -e "$library" ] || exit 1
  done
}
