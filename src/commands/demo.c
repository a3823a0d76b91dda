/* jiebang demo: a data folder full of life, made through the acts. */
#include <stdio.h>
#include <stdlib.h>

#include "base/word.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/init.h"
#include "commands/open.h"
#include "base/day.h"
#include "demo/demo.h"

#define DEMO_ARENA ((size_t)2 << 30)
#define DEMO_BEGINS_DAYS ((int64_t)345)

static const char *const with_value[] = { "database", "pack", "now", NULL };
static const char *const flags[] = { "help", NULL };

static bool fill(struct arena *a, const char *dir, const char *url, const char *pack, int64_t now, struct str *error)
{
	struct db *db = db_open(a, folder_database(a, dir, url), DB_WRITE, true, error);
	if (!db)
		return false;
	struct programme_begin how = { .pack = pack, .hash = "sha256", .id = 1, .now = now - DEMO_BEGINS_DAYS * MS_PER_DAY };
	struct first_admin who = { .login = "admin", .name = word_text(WORD_init_admin).p, .now = how.now };
	struct demo_made made = { .data = dir, .now = now, .progress = progress_line };
	struct programme *pg = NULL;
	bool good = programme_begin(a, db, &how, error) && (pg = programme_open(a, db, 1, error)) && programme_people(a, db, pg, &who, error)
		&& demo_fill(a, db, pg, &made, error);
	progress_end();
	if (good)
		printf("%s is ready: %lld challenges in every stage, %lld acts\n", dir, (long long)made.challenges, (long long)made.acts);
	db_close(db);
	return good;
}

int command_demo(int argc, char **argv)
{
	struct str error = { 0 };
	const char *dir = operand(argc, argv, 0, with_value), *pack = option(argc, argv, "pack"), *url = option(argc, argv, "database");
	if (!options_known(argc, argv, with_value, flags) || !dir)
		return fprintf(stderr, "usage: jiebang demo DIR [--database URL] [--now YYYY-MM-DD]\n"), 2;
	struct arena *a = arena_new(DEMO_ARENA);
	int64_t now = clock_now(), day = 0;
	if (option(argc, argv, "now") && !day_parse(str_of(option(argc, argv, "now")), &day))
		return fprintf(stderr, "jiebang demo: --now wants a day like 2026-03-15\n"), 2;
	now = day ? instant_of(day, 9, 0) : now;
	bool good = folder_make(a, dir, &error)
		&& (!url || folder_write(a, dir, "database", str_of(url), &error)) && folder_mark_demo(a, dir)
		&& (!day || folder_write(a, dir, "clock", str_fmt(a, "%lld\n", (long long)(now - clock_now())), &error))
		&& fill(a, dir, url, pack ? pack : "dazu-2023", now, &error);
	if (good)
		printf("next: jiebang serve --data %s --listen 127.0.0.1:8080, then choose a party on the sign-in page\n", dir);
	else
		fprintf(stderr, "jiebang demo: %.*s\n", STR_ARG(error));
	arena_free(a);
	return good ? 0 : 1;
}
