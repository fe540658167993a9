# Builds the last release for the test of an upgrade. Source this file in the project's folder.
# shellcheck shell=sh

# Prints the commit of the last release before HEAD: the one that LAST_RELEASE names, or that of
# the newest tag such as v1.2.0. While there is no tag, it is the last commit with an older schema.
last_release() {
  if [ -n "${LAST_RELEASE:-}" ]; then
    git rev-parse --verify "$LAST_RELEASE^{commit}"
  elif tag=$(git describe --tags --abbrev=0 --match 'v[0-9]*' HEAD^ 2>/dev/null); then
    git rev-parse --verify "$tag^{commit}"
  else
    newest=$(git log -1 --diff-filter=A --format=%H -- src/main/resources/db/migration)
    git rev-parse --verify "$newest^"
  fi
}

# Builds the folder of the last release once, and prints the path of its jar.
last_release_jar() {
  commit=$(last_release) || return 1
  folder=.frontrow/releases/$commit
  if [ ! -d "$folder" ]; then
    sources=$folder.sources
    rm -rf "$sources"
    mkdir -p "$sources"
    git archive "$commit" | tar -x -C "$sources"
    (cd "$sources" && ./mvnw -B -q -Dmaven.test.skip -Dcheckstyle.skip -Dspring-javaformat.validate.skip package) </dev/null >&2 ||
      return 1
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$sources/target/frontrow.jar" extract --destination "$sources/folder"
    mv -T "$sources/folder" "$folder"
    rm -rf "$sources"
  fi
  echo "$PWD/$folder/frontrow.jar"
}
