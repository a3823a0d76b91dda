#!/bin/sh
# tools/deps.sh run [test]: installs what is missing, and only that: Debian packages by name, then the browser packages that package-lock.json names.
# As root, or with sudo.  `a|b` means: any of the two will do, the first is installed.
set -eu
run='gcc libc6-dev make pkg-config libmicrohttpd-dev libjansson-dev libsqlite3-dev libpq-dev libyaml-dev libsodium-dev libssl-dev
	liboath-dev libicu-dev libmagic-dev libcurl4-gnutls-dev|libcurl4-openssl-dev gettext gzip ca-certificates'
tests='clang llvm libclang-rt-14-dev|libclang-rt-dev libcmocka-dev postgresql binutils chromium fonts-noto-cjk ccache curl'
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

# Browser packages: again only when the lock file, or what is wanted of it, has changed.
if [ -f package.json ]; then
	omit=--omit=dev
	case " $* " in *" test "*) omit= ;; esac
	stamp=$(cat package.json package-lock.json | sha256sum | cut -c1-64)
	have=$(cat node_modules/.jiebang 2>/dev/null || true)
	if [ "$have" != "$stamp all" ] && { [ -z "$omit" ] || [ "$have" != "$stamp run" ]; }; then
		echo "deps: browser packages (npm ci $omit)"
		npm ci $omit --no-audit --no-fund --ignore-scripts
		echo "$stamp $([ -z "$omit" ] && echo all || echo run)" > node_modules/.jiebang
	fi
fi
echo "deps: all there"
