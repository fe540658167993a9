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

# Builds target/frontrow.jar and the classes of the tests unless they are newer than every source.
# Sets JAR_CLASSPATH to the classes of product and tests. Needs script/lib/java.sh.
build_jar() {
  jar_stamp=target/chaos.built
  jar_path=target/chaos.classpath
  if ! { [ -f target/frontrow.jar ] && [ -d target/test-classes ] && is_newer "$jar_stamp" pom.xml src &&
    has_libraries "$jar_path"; }; then
    echo "Building (the first time takes some minutes) …"
    mkdir -p target
    : >"$jar_stamp.new"
    ./mvnw -B -q -DskipTests -Dcheckstyle.skip -Dspring-javaformat.validate.skip \
      package dependency:build-classpath -Dmdep.outputFile="$jar_path" </dev/null
    mv "$jar_stamp.new" "$jar_stamp"
  fi
  # shellcheck disable=SC2034 # for the script that calls this
  JAR_CLASSPATH="target/classes:target/test-classes:$(cat "$jar_path")"
}
