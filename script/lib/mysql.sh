# Fetches a MySQL server from Debian for the tests, into a folder that git ignores. Only
# debootstrap is installed on the machine. Source this file in the project's folder, after
# as_root is defined.
# shellcheck shell=sh

frontrow_mysql=.frontrow/mysql

# Prints why MySQL cannot be set up here, or nothing.
mysql_obstacle() {
  if [ -d "$frontrow_mysql" ]; then
    return 0
  fi
  if ! grep -qx 'ID=debian' /etc/os-release 2>/dev/null; then
    echo "this is not Debian"
  elif [ "$(id -u)" -ne 0 ] && ! sudo -n true 2>/dev/null; then
    echo "debootstrap needs root"
  fi
}

# Prints the first Debian mirror of this machine's apt.
debian_mirror() {
  # shellcheck disable=SC2016 # apt's variables
  apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' |
    sed -n 's/^Debian \(http.*\|file:.*\|copy:.*\)/\1/p' | head -n 1
}

debian_proxy() {
  apt-config dump --format '%v%n' Acquire::http::Proxy | grep -v '^DIRECT$' | head -n 1
}

fetch_mysql() {
  if ! command -v debootstrap >/dev/null || [ -z "$(debian_mirror)" ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update || return 1
    as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install -y --no-install-recommends debootstrap </dev/null || return 1
  fi
  proxy=${http_proxy:-$(debian_proxy)}
  as_root env ${proxy:+"http_proxy=$proxy"} debootstrap --variant=minbase \
    --include=mysql-server-core,libaio1t64 sid "$frontrow_mysql.new" "$(debian_mirror)" </dev/null || return 1
  as_root rm -rf "$frontrow_mysql.new/var/cache/apt" "$frontrow_mysql.new/var/lib/apt/lists"
  as_root chmod 755 "$frontrow_mysql.new"
}

# Sets MySQL up once, under a lock. It uses another folder first, because an interrupted run
# must not leave an incomplete server.
set_up_mysql() {
  mkdir -p .frontrow
  (
    flock 9
    if [ ! -d "$frontrow_mysql" ]; then
      echo "Fetching a MySQL server from Debian (about a minute) …"
      as_root rm -rf --one-file-system "$frontrow_mysql.new"
      if ! fetch_mysql >"$frontrow_mysql.log" 2>&1; then
        echo "Setting MySQL up failed, see $frontrow_mysql.log:" >&2
        tail -n 5 "$frontrow_mysql.log" >&2
        exit 1
      fi
      as_root mv -T "$frontrow_mysql.new" "$frontrow_mysql"
      script/lib/mysqld --no-defaults --version
    fi
  ) 9>"$frontrow_mysql.lock"
}
