#!/bin/sh
# test/pg.sh COMMAND ARGS…: a private PostgreSQL 15 for one command.  Runs COMMAND with JIEBANG_TEST_PG=postgresql://… set,
# then stops the server and removes its folder; the exit code is the command's.  Without a COMMAND: prints the URL and
# keeps the server until standard input ends.  Socket only, no TCP; fsync stays on (the store refuses it off), the folder
# lies in memory where there is /dev/shm.  As root the server runs as user postgres.
# `make test` calls it:  test/pg.sh build/test/all   (tests skip their PostgreSQL half when JIEBANG_TEST_PG is not set)
set -eu
bin=${JIEBANG_PG_BIN:-/usr/lib/postgresql/15/bin}
if ! [ -x "$bin/initdb" ]; then
	echo "pg.sh: no PostgreSQL 15 in $bin: the tests run on SQLite only" >&2
	[ $# -gt 0 ] || exit 1
	exec "$@"
fi
base=${TMPDIR:-/tmp}
[ -d /dev/shm ] && [ -w /dev/shm ] && base=/dev/shm
base=${JIEBANG_PG_AT:-$base}            # the bench wants a real disk
dir=$(mktemp -d "$base/jiebang-pg.XXXXXX")
as=
if [ "$(id -u)" = 0 ]; then
	chown postgres:postgres "$dir"
	as="setpriv --reuid=postgres --regid=postgres --clear-groups"
fi
chmod 755 "$dir"
stop() {
	$as "$bin/pg_ctl" -D "$dir/data" -m immediate -s -w stop >/dev/null 2>&1 || true
	rm -rf "$dir"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP
cd "$dir"
$as "$bin/initdb" -D "$dir/data" -A trust -U jiebang --locale=C --encoding=UTF8 --no-sync >"$dir/../$(basename "$dir").log" 2>&1 ||
	{ cat "$dir/../$(basename "$dir").log" >&2; exit 1; }
rm -f "$dir/../$(basename "$dir").log"
$as "$bin/pg_ctl" -D "$dir/data" -s -w -l "$dir/data/log" -o "-c listen_addresses= -c unix_socket_directories=$dir \
	-c max_connections=60 -c shared_buffers=64MB -c wal_level=minimal -c max_wal_senders=0 -c log_min_messages=fatal" start
cd "$OLDPWD"
url="postgresql://jiebang@/postgres?host=$dir"
if [ $# -eq 0 ]; then
	echo "$url"
	cat >/dev/null || true
	exit 0
fi
JIEBANG_TEST_PG=$url "$@"
