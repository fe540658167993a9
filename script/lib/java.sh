# Chooses the JDK for the other scripts; to be sourced, not run.
#
# Sets JAVA_HOME to the newest installed JDK from 17 on, unless it names one already, and
# JAVA_MAJOR to its version. frontrow_jdks lists all that are found: "<version> <folder>".

# The feature version of the JDK in a folder: 17, 25, ...; nothing if there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
  fi
}

# The folder of the JDK that the PATH leads to, if any.
jdk_on_path() {
  javac=$(command -v javac) || return 0
  "$javac" -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Every JDK from 17 on, oldest first, one line per version.
frontrow_jdks() {
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/hostedtoolcache/*_jdk/*/x64 \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    version=$(jdk_version "$home")
    if [ "${version:-0}" -ge 17 ]; then
      echo "$version $home"
    fi
  done | sort -n -u -k 1,1
}

if [ -z "${JAVA_HOME:-}" ]; then
  JAVA_HOME=$(frontrow_jdks | tail -n 1 | cut -d ' ' -f 2-)
fi
if [ -z "$JAVA_HOME" ]; then
  echo "No JDK from version 17 on was found. Install one, or set JAVA_HOME." >&2
  exit 1
fi
JAVA_MAJOR=$(jdk_version "$JAVA_HOME")
if [ "${JAVA_MAJOR:-0}" -lt 17 ]; then
  echo "JAVA_HOME ($JAVA_HOME) is not a JDK from version 17 on." >&2
  exit 1
fi
export JAVA_HOME

# Newer JDKs warn of what Netty, Maven and others do in native code and with Unsafe.
JAVA_CALM="--enable-native-access=ALL-UNNAMED"
if [ "$JAVA_MAJOR" -ge 24 ]; then
  JAVA_CALM="$JAVA_CALM --sun-misc-unsafe-memory-access=allow"
fi
