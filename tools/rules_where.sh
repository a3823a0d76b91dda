#!/bin/sh
# WHERE(rule, "file:line") for each function `struct verdict rule_NAME(` in the files named: becomes build/rules_where.h, used by src/rule/rules.c.
[ $# -eq 0 ] || grep -Hn '^struct verdict rule_[a-z0-9_]*(' "$@" |
	sed -n 's/^\([^:]*\):\([0-9]*\):struct verdict rule_\([a-z0-9_]*\)(.*/WHERE(\3, "\1:\2")/p'
exit 0
