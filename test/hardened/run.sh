#!/bin/sh
# Reads off the program itself that it is hardened: PIE, full RELRO, BIND_NOW, no executable stack, stack protector, FORTIFY, CET; no library path.
passed=0 failed=0
check() {
	what=$1
	shift
	if "$@" >/dev/null 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "not ok $program: $what"; fi
}
has() { readelf -W "$1" "$program" | grep -q -E "$2"; }
hasnot() { ! has "$1" "$2"; }
for program in "$@"; do
	[ -x "$program" ] || { echo "not ok $program: is not built"; failed=$((failed + 1)); continue; }
	check "position independent (PIE)" has -h 'Type: +DYN'
	check "an interpreter: a program, not a library" has -l 'INTERP'
	check "relocations read only (RELRO)" has -l 'GNU_RELRO'
	check "all symbols bound at start (BIND_NOW)" has -d '(BIND_NOW|FLAGS.* NOW)'
	check "stack not executable" has -l 'GNU_STACK .* RW '
	check "no segment writable and executable" hasnot -l 'LOAD .* RWE'
	check "stack protector" has -s '__stack_chk_fail'
	check "fortified library calls" has -s '__(v?snprintf|memcpy|fprintf|printf)_chk'
	check "no RPATH or RUNPATH" hasnot -d '(RPATH|RUNPATH)'
	check "no text relocations" hasnot -d 'TEXTREL'
	if [ "$(uname -m)" = x86_64 ]; then
		check "control-flow enforcement (IBT, SHSTK)" has -n 'IBT, SHSTK'
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
