/*
 * jiebang story: every story of the files named, each in an empty store of its own: SQLite in a temporary folder, or the database URL
 * with %d replaced by the story's number (databases that test/story.sh has made).  After a story its book must hold.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "act/verify.h"
#include "base/day.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/init.h"
#include "commands/open.h"
#include "story/story.h"

static const char *const with_value[] = { "database", "results", "pack", "title", NULL };
static const char *const flags[] = { "help", "no-replay", "heads", NULL };

struct told {                           /* all stories of one run */
	const char *database, *results, *pack, *title;
	bool replay, heads;
	int number, passed, failed;
};

static bool read_file(struct arena *a, const char *path, struct str *text)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return false;
	struct buf b = { .arena = a };
	char part[8192];
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_put(&b, (struct str){ part, n });
	fclose(f);
	*text = buf_str(&b);
	return true;
}

/* "As usual": beside the file that is told, in the folder above it, else from the working folder. */
static bool read_beside(void *ctx, struct arena *a, struct str name, struct str *text)
{
	struct str path = str_of(ctx);
	while (path.n && path.p[path.n - 1] != '/')
		path.n--;
	return read_file(a, str_fmt(a, "%.*s%.*s", STR_ARG(path), STR_ARG(name)).p, text)
		|| read_file(a, str_fmt(a, "%.*s../%.*s", STR_ARG(path), STR_ARG(name)).p, text) || read_file(a, str_c(a, name), text);
}

static struct programme *begin(struct arena *a, struct db *db, const char *pack, struct str *error)
{
	struct programme_begin how = { .pack = pack, .hash = "sha256", .id = 1, .now = instant_of(20251231, 9, 0) };
	struct first_admin who = { .login = "admin", .name = "admin", .now = how.now };
	if (!programme_begin(a, db, &how, error))
		return NULL;
	struct programme *pg = programme_open(a, db, how.id, error);
	return pg && programme_people(a, db, pg, &who, error) ? pg : NULL;
}

static bool book_holds(struct arena *a, struct db *db, struct db *again, struct programme *pg, struct str *head, struct str *error)
{
	struct verify v = { .a = a };
	verify_chain(&v, db, pg);
	verify_rows(&v, db);
	verify_invariants(&v, db);
	if (again)
		verify_replay(&v, db, again, pg);
	*head = v.head;
	if (v.findings.n)
		*error = *(struct str *)v.findings.v;
	return v.findings.n == 0;
}

struct place {
	struct arena *a;
	char *dir;
	struct db *db, *again;
};

static bool place_open(struct place *p, const struct told *t, struct str *error)
{
	const char *base = getenv("TMPDIR");
	p->dir = (char *)str_fmt(p->a, "%s/jiebang-story-XXXXXX", base ? base : access("/dev/shm", W_OK) == 0 ? "/dev/shm" : P_tmpdir).p;
	if (!mkdtemp(p->dir))
		return *error = STR("no temporary folder"), false;
	const char *url = str_fmt(p->a, "%s/story.db", p->dir).p;
	const char *mark = t->database ? strstr(t->database, "%d") : NULL;
	if (t->database)
		url = mark ? str_fmt(p->a, "%.*s%d%s", (int)(mark - t->database), t->database, t->number, mark + 2).p : t->database;
	p->db = db_open(p->a, url, DB_WRITE, true, error);
	if (p->db && t->replay)
		p->again = db_open(p->a, str_fmt(p->a, "%s/again.db", p->dir).p, DB_WRITE, true, error);
	return p->db && (p->again || !t->replay);
}

static void place_close(struct place *p)
{
	static const char *const names[] = { "story.db", "again.db" }, *const tails[] = { "", "-wal", "-shm", "-journal", ".lock" };
	if (p->db)
		db_close(p->db);
	if (p->again)
		db_close(p->again);
	for (int i = 0; i < 2; i++)
		for (int k = 0; k < 5; k++)
			unlink(str_fmt(p->a, "%s/%s%s", p->dir, names[i], tails[k]).p);
	rmdir(p->dir);
}

static bool run_in(struct place *p, const struct told *t, const char *file, const struct story_part *part, struct str *error)
{
	struct str head = STR("");
	struct str pack = story_policy(part->text);
	struct programme *pg = begin(p->a, p->db, pack.n ? str_c(p->a, pack) : t->pack, error);
	if (!pg || (p->again && !programme_copy(p->a, p->db, p->again, pg->id)))
		return false;
	struct story_world *w = story_new(p->a, p->db, pg);
	story_read_by(w, read_beside, (void *)file);
	bool good = story_run(w, str_of(file), part, error) && book_holds(p->a, p->db, p->again, pg, &head, error);
	if (good && !t->heads)
		printf("ok %s %.*s: %lld acts, head %.12s\n", file, STR_ARG(part->title), (long long)story_acts(w), head.p);
	if (good && t->heads)
		printf("%s\t%.*s\t%.*s\n", file, STR_ARG(part->title), STR_ARG(head));
	story_free(w);
	return good;
}

static void note(const struct told *t, const char *file, const struct story_part *part, bool good)
{
	FILE *f = t->results ? fopen(t->results, "a") : NULL;
	if (!f)
		return;
	fprintf(f, "story\t%s\t%.*s\t%.*s\t%s\n", file, STR_ARG(part->title), STR_ARG(part->clauses), good ? "ok" : "not ok");
	fclose(f);
}

static void tell(struct told *t, const char *file, const struct story_part *part)
{
	struct str error = STR("");
	if (t->title && !memmem(part->title.p, part->title.n, t->title, strlen(t->title)))
		return;
	t->number++;
	struct place p = { .a = arena_new((size_t)1 << 30) };
	bool good = place_open(&p, t, &error) && run_in(&p, t, file, part, &error);
	if (!good)
		printf("not ok %s:%lld %.*s\n    %.*s\n", file, (long long)part->line + 1, STR_ARG(part->title), STR_ARG(error));
	fflush(stdout);
	note(t, file, part, good);
	t->passed += good;
	t->failed += !good;
	place_close(&p);
	arena_free(p.a);
}

static void tell_file(struct told *t, const char *file)
{
	struct arena *a = arena_new((size_t)64 << 20);
	struct str text;
	if (!read_file(a, file, &text)) {
		fprintf(stderr, "jiebang story: %s cannot be read\n", file);
		t->failed++;
	} else {
		struct rows parts = story_parts(a, text);
		for (size_t i = 0; i < parts.n; i++)
			tell(t, file, &((struct story_part *)parts.v)[i]);
	}
	arena_free(a);
}

int command_story(int argc, char **argv)
{
	struct told t = { .database = option(argc, argv, "database"), .results = option(argc, argv, "results"), .pack = option(argc, argv, "pack"),
		.title = option(argc, argv, "title"), .replay = !option_flag(argc, argv, "no-replay"), .heads = option_flag(argc, argv, "heads") };
	if (!options_known(argc, argv, with_value, flags) || !operand(argc, argv, 0, with_value))
		return fprintf(stderr, "usage: jiebang story [--database URL] [--results FILE] [--title WORD] [--no-replay] [--heads] FILE...\n"), 2;
	t.pack = t.pack ? t.pack : "dazu-2023";
	for (int i = 0; operand(argc, argv, i, with_value); i++)
		tell_file(&t, operand(argc, argv, i, with_value));
	if (!t.heads || t.failed)
		printf("%d passed, %d failed\n", t.passed, t.failed);
	return t.failed != 0;
}
