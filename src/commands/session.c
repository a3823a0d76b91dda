/* Opening a data folder for a command. */
#include "commands/session.h"

#include <stdio.h>

#include "commands/folder.h"
#include "commands/open.h"

#define COMMAND_ARENA ((size_t)1 << 30)

static bool say(struct opened *o, const char *command, struct str error)
{
	fprintf(stderr, "jiebang %s: %.*s\n", command, STR_ARG(error));
	close_folder(o);
	return false;
}

bool open_folder(struct opened *o, const char *command, const char *dir, const char *database, enum db_mode mode)
{
	struct str error = { 0 };
	*o = (struct opened){ .a = arena_new(COMMAND_ARENA), .dir = dir };
	if (!dir || (!database && !folder_exists(dir)))
		return say(o, command, str_fmt(o->a, "%s: no data folder; make one with: jiebang init --data DIR", dir ? dir : "(no --data)"));
	o->url = folder_database(o->a, dir, database);
	o->db = db_open(o->a, o->url, mode, false, &error);
	if (!o->db)
		return say(o, command, error);
	o->programmes = programmes_open(o->a, o->db, &error);
	if (!o->programmes.n)
		return say(o, command, error);
	o->pg = *(const struct programme *const *)o->programmes.v;
	return true;
}

bool opened_programme(struct opened *o, const char *command, const char *prefix)
{
	const struct programme *const *all = o->programmes.v;

	for (size_t i = 0; prefix && i < o->programmes.n; i++)
		if (str_is(all[i]->prefix, prefix)) {
			o->pg = all[i];
			return true;
		}
	if (prefix)
		fprintf(stderr, "jiebang %s: no programme has the prefix %s\n", command, prefix);
	return !prefix;
}

void close_folder(struct opened *o)
{
	if (o->db)
		db_close(o->db);
	if (o->a)
		arena_free(o->a);
	*o = (struct opened){ 0 };
}
