# How a JVM starts from a cache of classes that an earlier run made; to be sourced after
# java.sh. From Java 25 on that is an AOT cache, before it class data sharing. A cache fits
# one JDK and the same jars, named by the same class path.
# shellcheck shell=sh

# The name of a cache: cache_file PATH-WITHOUT-ENDING
cache_file() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "$1.aot"
  else
    echo "$1.jsa"
  fi
}

# The option that makes the JVM write the cache when it ends: cache_writing FILE
cache_writing() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-XX:AOTCacheOutput=$1"
  else
    echo "-XX:ArchiveClassesAtExit=$1"
  fi
}

# The option that makes the JVM start from the cache: cache_reading FILE
cache_reading() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-XX:AOTCache=$1"
  else
    echo "-XX:SharedArchiveFile=$1"
  fi
}

# The option that keeps the JVM from saying why it does without a cache. The JVM never needs one.
cache_silence() {
  if [ "$JAVA_MAJOR" -ge 25 ]; then
    echo "-Xlog:aot*=off,cds*=off"
  else
    echo "-Xlog:cds*=off"
  fi
}

# Which JDK this is: its folder and what it says of its build.
jdk_key() {
  echo "$JAVA_HOME $(cat "$JAVA_HOME/release" 2>/dev/null | cksum)"
}

# Whether KEY-FILE says that its cache was made by this JDK: is_cached KEY-FILE
is_cached() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$(jdk_key)" ]
}
