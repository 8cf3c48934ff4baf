# SPDX-License-Identifier: GPL-3.0-or-later
# start_postgresql: a server of our own in a temporary folder, on a free port of the loopback, gone when the script ends.
# CERTDESK_TEST_POSTGRESQL names it for the tests. PostgreSQL refuses to run as root, so root lends it to the user postgres.

start_postgresql() {
  [ -z "${CERTDESK_TEST_POSTGRESQL:-}" ] || return 0
  local bin folder port
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || { echo "PostgreSQL is not installed" >&2; exit 1; }
  folder=$(mktemp -d "${TMPDIR:-/tmp}/certdesk-postgresql.XXXXXX")
  as_owner=()
  if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
    as_owner=(runuser -u postgres --)
  fi
  port=$((20000 + RANDOM % 20000))
  (cd "$folder" && "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -A trust -U certdesk --locale=C.UTF-8 -E UTF8 >"$folder/init.log" 2>&1) ||
    { cat "$folder/init.log" >&2; exit 1; }
  stop_postgresql() {
    (cd "$folder" && "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
  }
  postgresql_folder=$folder postgresql_bin=$bin
  trap 'folder=$postgresql_folder bin=$postgresql_bin; stop_postgresql' EXIT
  # The data of a test server need not survive a power cut.
  (cd "$folder" && "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" \
    -o "-p $port -k '$folder' -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200" start >/dev/null) ||
    { cat "$folder/server.log" >&2; exit 1; }
  export CERTDESK_TEST_POSTGRESQL="postgresql://certdesk@127.0.0.1:$port/postgres"
}
