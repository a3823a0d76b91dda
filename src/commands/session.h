/*
 * What most commands begin with: an arena, the folder, the store, the programme. One call, one message when it fails.
 */
#ifndef COMMANDS_SESSION_H
#define COMMANDS_SESSION_H

#include "act/act.h"

struct opened {
	struct arena *a;
	const char *dir, *url;
	struct db *db;
	struct programme *pg;
};
/* Prints why not on stderr. command: its name, for the message. */
bool open_folder(struct opened *o, const char *command, const char *dir, const char *database, enum db_mode mode);
void close_folder(struct opened *o);

#endif
