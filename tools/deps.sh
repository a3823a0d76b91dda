#!/bin/sh
# tools/deps.sh run [test] [coverage]: installs what is missing, and only that: Debian packages by name, then the browser packages that package-lock.json names.
# As root, or with sudo.  `a|b` means: any of the two will do, the first is installed.
set -eu
run='gcc libc6-dev make pkg-config libmicrohttpd-dev libjansson-dev libsqlite3-dev libpq-dev libyaml-dev libsodium-dev libssl-dev
	zlib1g-dev liboath-dev libicu-dev libmagic-dev libcurl4-gnutls-dev|libcurl4-openssl-dev gettext gzip ca-certificates'
tests='clang llvm libclang-rt-14-dev|libclang-rt-dev libcmocka-dev postgresql binutils chromium fonts-noto-cjk ccache curl'
coverage='clang-19 llvm-19 libclang-rt-19-dev'
commands_run='node:nodejs npm:npm'

has() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}
missing() {
	for p in "$@"; do
		found=
		for q in $(echo "$p" | tr '|' ' '); do
			if has "$q"; then found=1; fi
		done
		[ -n "$found" ] || echo "${p%%|*}"
	done
}

want=$run
case " $* " in *" test "*) want="$want $tests" ;; esac
case " $* " in *" coverage "*) want="$want $coverage" ;; esac
need=$(missing $want)
for c in $commands_run; do
	command -v "${c%%:*}" >/dev/null 2>&1 || need="$need ${c##*:}"
done
need=$(echo $need)
if [ -n "$need" ]; then
	as=
	[ "$(id -u)" = 0 ] || as=sudo
	echo "deps: installing $need"
	$as apt-get update -q
	$as env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $need
fi

# Browser packages (and, for tests, what drives a browser): again only when a lock file has changed.
packages() {
	[ -f "$1/package-lock.json" ] || return 0
	stamp=$(cat "$1/package.json" "$1/package-lock.json" | sha256sum | cut -c1-64)
	[ "$(cat "$1/node_modules/.jiebang" 2>/dev/null || true)" != "$stamp" ] || return 0
	echo "deps: npm ci in $1"
	(cd "$1" && npm ci --no-audit --no-fund --ignore-scripts)
	echo "$stamp" > "$1/node_modules/.jiebang"
}
packages .
case " $* " in *" test "*) packages test/browser ;; esac
echo "deps: all there"
