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
	const struct programme *pg;     /* the first of them */
	struct rows programmes;         /* const struct programme * */
};
/* Prints why not on stderr. command: its name, for the message. */
bool open_folder(struct opened *o, const char *command, const char *dir, const char *database, enum db_mode mode);
/* Another programme of the folder, by its prefix; NULL leaves the first. Prints why not. */
bool opened_programme(struct opened *o, const char *command, const char *prefix);
void close_folder(struct opened *o);

#endif
