# Chooses the JDK for other scripts; source this file.
#
# Sets JAVA_HOME to the newest installed JDK from 17 on, unless it is set. Sets JAVA_MAJOR to
# its version. frontrow_jdks lists all JDKs: "<version> <folder>".

# Prints the major version of the JDK in a folder, or nothing.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p'
  fi
}

# Prints the folder of the JDK on the PATH, or nothing.
jdk_on_path() {
  javac=$(command -v javac) || return 0
  "$javac" -J-XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Lists the JDKs from 17 on, oldest first, one per version.
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

# Hides warnings about native code and Unsafe in Netty, Maven and others.
JAVA_CALM="--enable-native-access=ALL-UNNAMED"
if [ "$JAVA_MAJOR" -ge 24 ]; then
  JAVA_CALM="$JAVA_CALM --sun-misc-unsafe-memory-access=allow"
fi
