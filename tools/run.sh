#!/bin/sh
# make run: everything from a fresh checkout to a site with demo data on this machine.  DATA and LISTEN may be set.
set -eu
data=${DATA:-data/demo} listen=${LISTEN:-127.0.0.1:8080}
make -s deps
echo "run: building"
make -s -j"$(nproc)" all
if ! [ -e "$data" ]; then
	echo "run: demo data in $data"
	mkdir -p "$(dirname "$data")"
	build/jiebang demo "$data"
fi
echo
echo "    http://$listen/"
echo "    Demo data: the sign-in page lets you choose any of the people in it; no password is asked. Stop with Ctrl-C."
echo
exec build/jiebang serve --data "$data" --listen "$listen"
