# Options for a cache of classes that an earlier run made; source this file after java.sh.
# Java 25 and newer use an AOT cache, older ones class data sharing. A cache works only with
# the same JDK, jars and class path.
# shellcheck shell=sh

# Prints the name of a cache: cache_file PATH-WITHOUT-ENDING
cache_file() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "$1.aot"
  else
    echo "$1.jsa"
  fi
}

# Prints the option to write a cache when the JVM stops: cache_writing FILE
cache_writing() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-XX:AOTCacheOutput=$1"
  else
    echo "-XX:ArchiveClassesAtExit=$1"
  fi
}

# Prints the option to start from a cache: cache_reading FILE
cache_reading() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-XX:AOTCache=$1"
  else
    echo "-XX:SharedArchiveFile=$1"
  fi
}

# Prints the option to hide warnings about an unusable cache, because the JVM works without one.
cache_silence() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-Xlog:aot*=off,cds*=off"
  else
    echo "-Xlog:cds*=off"
  fi
}

# Identifies the JDK by its folder and its release file.
jdk_key() {
  echo "$JAVA_HOME $(cat "$JAVA_HOME/release" 2>/dev/null | cksum)"
}

# Checks by KEY-FILE that this JDK made the cache: is_cached KEY-FILE
is_cached() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$(jdk_key)" ]
}
