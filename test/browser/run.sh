#!/bin/sh
# a real browser: one real challenge walks the whole road, every page at two widths with axe, the API's description
# PER_SHAPE (pages of one kind that are looked at), LOGINS (whose pages), SHOTS (where pictures go).  Ends what it started.
cd "$(dirname "$0")/../.." || exit 1
dir=$(mktemp -d) || exit 1
pid=
stop() { [ -n "$pid" ] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; rm -rf "$dir"; }
trap stop EXIT INT TERM
[ -d test/browser/node_modules ] || (cd test/browser && npm ci --no-audit --no-fund) || exit 1
port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
build/jiebang demo "$dir/demo" --now 2026-03-02 || exit 1
build/jiebang serve --data "$dir/demo" --listen "127.0.0.1:$port" > "$dir/log" 2>&1 &
pid=$!
export JIEBANG_URL="http://127.0.0.1:$port" SHOTS="${SHOTS:-build/shots}"
rm -rf "$SHOTS"
n=0
until curl -sf -o /dev/null "$JIEBANG_URL/healthz" || [ $n -ge 50 ]; do n=$((n + 1)); sleep 0.2; done

passed=0 failed=0
add() { # what, log
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$2" | tail -1)
	grep -v -E '^[0-9]+ passed' "$2"
	[ -n "$line" ] || line="0 passed, 1 failed"
	echo "$1: $line"
	p=${line%% passed*} f=${line##*passed, }
	passed=$((passed + p)) failed=$((failed + ${f%% failed}))
}
curl -s "$JIEBANG_URL/api/openapi.json" > "$dir/openapi.json"
if (cd test/browser && REDOCLY_TELEMETRY=off npx --no-install redocly lint --extends=spec "$dir/openapi.json" > "$dir/lint" 2>&1); then passed=1; else cat "$dir/lint"; failed=1; fi
LOGINS="${LOGINS:-zhouqi,guohai,zhangym,qianjin,yanshi,luojian,shenrizhi,admin}" PER_SHAPE="${PER_SHAPE:-1}" node test/browser/pages.mjs > "$dir/pages" 2>&1
add pages "$dir/pages"
node test/browser/walk.mjs > "$dir/walk" 2>&1
add walk "$dir/walk"
kill "$pid" && wait "$pid" 2>/dev/null
pid=
if build/jiebang verify --data "$dir/demo"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
