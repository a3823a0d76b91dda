/* jiebang version. */
#include <stdio.h>

#include <libpq-fe.h>
#include <microhttpd.h>
#include <sqlite3.h>

#include "commands/command.h"

#define VERSION "0.1.0"

int command_version(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	printf("jiebang %s (SQLite %s, libpq %d, libmicrohttpd %s)\n", VERSION, sqlite3_libversion(), PQlibVersion(), MHD_get_version());
	return 0;
}
