/* jiebang verify: does the book hold?  The last line says what. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "act/verify.h"
#include "commands/command.h"
#include "commands/open.h"
#include "commands/session.h"

static const char *const with_value[] = { "data", "database", "head", "programme", NULL };
static const char *const flags[] = { "no-replay", "help", NULL };

static void remove_scratch(struct arena *a, const char *dir)
{
	static const char *const names[] = { "replay.db", "replay.db-wal", "replay.db-shm", "replay.db.lock", "jiebang.lock", NULL };
	for (int i = 0; names[i]; i++)
		unlink(str_fmt(a, "%s/%s", dir, names[i]).p);
	rmdir(dir);
}

/* The replay runs in a throw-away SQLite store in a temporary folder, whatever the live store is. */
static void replay(struct verify *v, struct opened *o, const struct programme *pg)
{
	struct str error = { 0 };
	const char *base = getenv("TMPDIR");
	char *dir = (char *)str_fmt(o->a, "%s/jiebang-replay-XXXXXX", base ? base : P_tmpdir).p;
	if (!mkdtemp(dir)) {
		verify_finding(v, STR("replay: no temporary folder"));
		return;
	}
	struct db *empty = db_open(o->a, str_fmt(o->a, "%s/replay.db", dir).p, DB_WRITE, true, &error);
	if (empty && programme_copy(o->a, o->db, empty, pg->id))
		verify_replay(v, o->db, empty, pg);
	else
		verify_finding(v, empty ? STR("replay: the programme could not be begun again") : error);
	if (empty)
		db_close(empty);
	remove_scratch(o->a, dir);
}

/* The book of each programme of the folder; the heads are told one by one when there are several. */
static void verify_books(struct verify *v, struct opened *o, bool again)
{
	const struct programme *const *all = o->programmes.v;

	for (size_t i = 0; i < o->programmes.n; i++) {
		int64_t before = v->lines;
		verify_chain(v, o->db, all[i]);
		if (o->programmes.n > 1)
			printf("%.*s: %lld lines, head %.*s\n", STR_ARG(all[i]->prefix), (long long)(v->lines - before), STR_ARG(v->head));
		if (again)
			replay(v, o, all[i]);
	}
}

static int conclude(struct verify *v, const char *head)
{
	const struct str *f = v->findings.v;
	progress_end();
	if (head && !str_is(v->head, head))
		verify_finding(v, str_fmt(v->a, "head %.*s is not %s", STR_ARG(v->head), head));
	f = v->findings.v;
	for (size_t i = 0; i < v->findings.n; i++)
		printf("%.*s\n", STR_ARG(f[i]));
	if (v->findings.n) {
		printf("does not hold: %zu findings, %lld lines, head %.*s\n", v->findings.n, (long long)v->lines, STR_ARG(v->head));
		return 1;
	}
	printf("holds: %lld lines, %lld rows, %lld acts replayed, head %.*s\n", (long long)v->lines, (long long)v->rows,
		(long long)v->replayed, STR_ARG(v->head));
	return 0;
}

int command_verify(int argc, char **argv)
{
	struct opened o;
	if (!options_known(argc, argv, with_value, flags) || !option(argc, argv, "data"))
		return fprintf(stderr, "usage: jiebang verify --data DIR [--database URL] [--programme PREFIX] [--head HASH] [--no-replay]\n"), 2;
	if (!open_folder(&o, "verify", option(argc, argv, "data"), option(argc, argv, "database"), DB_READ))
		return 1;
	struct verify v = { .a = o.a, .progress = progress_line };
	if (!opened_programme(&o, "verify", option(argc, argv, "programme")))
		return close_folder(&o), 1;
	if (option(argc, argv, "programme"))
		o.programmes = (struct rows){ &o.pg, 1 };
	verify_books(&v, &o, !option_flag(argc, argv, "no-replay"));
	verify_rows(&v, o.db);
	verify_invariants(&v, o.db);
	if (db_fault(o.db) != FAULT_NONE)
		verify_finding(&v, str_copy(o.a, db_fault_text(o.db)));
	int code = conclude(&v, option(argc, argv, "head"));
	close_folder(&o);
	return code;
}
