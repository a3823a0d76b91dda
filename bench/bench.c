/*
 * What bench/run.sh measures in process: acts through the one door, and the bare engine below it.
 *
 *	bench world URL STORY               an empty store told a story (it may tell others of test/story)
 *	bench fill URL N                    copies of the listed challenges until N are listed (for pages only: the book knows nothing of them)
 *	bench copy FROM TO                  every row of one store into another, empty one
 *	bench acts URL ACT THREADS SECONDS  the last lines of ACT in the book, run again and again under new keys
 *	bench raw URL THREADS SECONDS       one-row durable commits of the same engine: a table, an insert, nothing else
 *
 * The last line of the output is a number a second.  For `acts` each thread has a connection and an arena of its own, as a worker of the server.
 */
#include <libpq-fe.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "act/journal.h"
#include "act/verify.h"
#include "base/hash.h"
#include "base/limits.h"
#include "commands/init.h"
#include "commands/open.h"
#include "store/db_in.h"
#include "story/story.h"

#define THREADS_MOST 32
#define LINES_MOST 64

static int64_t monotonic(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int die(const char *what, struct str why)
{
	fprintf(stderr, "bench: %s: %.*s\n", what, STR_ARG(why));
	fflush(NULL);
	_exit(1);                       /* other threads may still run */
}

/* ---- the world ---- */

static bool read_file(void *ctx, struct arena *a, struct str name, struct str *text)
{
	struct buf b = { .arena = a };
	char part[8192];
	FILE *f = fopen(str_fmt(a, "%s%.*s", (const char *)ctx, STR_ARG(name)).p, "rb");

	if (!f)
		return false;
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_put(&b, (struct str){ part, n });
	fclose(f);
	*text = buf_str(&b);
	return true;
}

static int make_world(const char *url, const char *story)
{
	struct arena *a = arena_new((size_t)1 << 30);
	struct str error = STR(""), text;
	struct db *db = db_open(a, url, DB_WRITE, true, &error);
	struct programme_begin how = { .pack = "dazu-2023", .hash = "sha256", .id = 1, .now = 1767229200000 };
	struct first_admin who = { .login = "admin", .name = "admin", .now = how.now };
	struct programme *pg;

	if (!db || !programme_begin(a, db, &how, &error) || !(pg = programme_open(a, db, 1, &error)) ||
	    !programme_people(a, db, pg, &who, &error) || !read_file("", a, str_of(story), &text))
		return die(story, error);
	struct rows parts = story_parts(a, text);
	struct story_world *w = story_new(a, db, pg);
	story_read_by(w, read_file, "test/story/");
	if (!parts.n || !story_run(w, str_of(story), parts.v, &error))
		return die(story, error);
	printf("%lld\n", (long long)story_acts(w));
	story_free(w);
	db_close(db);
	arena_free(a);
	return 0;
}

/* ---- more rows, another engine ---- */

static void run(struct db *db, struct str sql)
{
	if (!db->driver->exec(db, sql.p))
		die(sql.p, db_fault_text(db));
}

/* "insert into T (columns) select columns": the columns named in `swap` get an expression of n instead. */
static struct str clone_sql(struct db *db, struct arena *a, const char *table, const char *where, const char *const (*swap)[2])
{
	struct rows columns = db_cells(db, a, str_fmt(a, "select name from pragma_table_info('%s')", table).p);
	struct buf names = { .arena = a }, values = { .arena = a };

	for (size_t i = 0; i < columns.n; i++) {
		const char *name = ((struct str *)columns.v)[i].p, *value = name;

		for (size_t k = 0; swap[k][0]; k++)
			if (!strcmp(swap[k][0], name))
				value = swap[k][1];
		buf_fmt(&names, "%s%s", i ? ", " : "", name);
		buf_fmt(&values, "%s%s", i ? ", " : "", value);
	}
	return str_fmt(a, "with recursive up (n) as (select 1 union all select n + 1 from up where n < 10000) "
		"insert into %s (%.*s) select %.*s from %s, up where %s", table, (int)names.n, names.p, (int)values.n, values.p, table, where);
}

/* Ids of copies lie 2^46 apart: far above every id of the book. */
#define APART "70368744177664"

static int fill(const char *url, int64_t wanted)
{
	static const char *const challenge[][2] = { { "id", "id + n * " APART }, { "number", "number || '-' || n" },
		{ "title", "title || ' ' || n" }, { NULL, NULL } };
	static const char *const need[][2] = { { "id", "id + n * " APART }, { "challenge", "challenge + n * " APART }, { NULL, NULL } };
	static const char listed[] = "deadline > 0 and scope = 'public' and id < " APART;
	struct arena *a = arena_new(256 << 20);
	struct str error = STR("");
	struct db *db = db_open(a, url, DB_WRITE, false, &error);

	if (!db)
		return die(url, error);
	struct rows there = db_cells(db, a, str_fmt(a, "select count(*) from challenge where %s", listed).p);
	int64_t n = strtoll(((struct str *)there.v)->p, NULL, 10), copies = n ? (wanted + n - 1) / n - 1 : 0;
	if (!n)
		return die(url, STR("no challenge is listed"));
	db_begin(db);
	run(db, clone_sql(db, a, "challenge", str_fmt(a, "%s and n <= %lld", listed, (long long)copies).p, challenge));
	run(db, clone_sql(db, a, "need", str_fmt(a, "challenge in (select id from challenge where %s) and n <= %lld", listed, (long long)copies).p, need));
	if (!db_commit(db))
		return die(url, db_fault_text(db));
	db_close(db);
	arena_free(a);
	return 0;
}

static void quote(struct buf *out, struct str s)
{
	buf_putc(out, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			buf_putc(out, '\'');
		buf_putc(out, s.p[i]);
	}
	buf_putc(out, '\'');
}

static void copy_table(struct db *from, struct db *to, const char *table)
{
	struct arena *a = arena_new(512 << 20);
	struct rows columns = db_cells(from, a, str_fmt(a, "select name from pragma_table_info('%s')", table).p);
	struct rows cells = db_cells(from, a, str_fmt(a, "select * from %s", table).p);

	for (size_t i = 0; i < cells.n; i += columns.n) {
		struct buf sql = { .arena = a };

		buf_fmt(&sql, "insert into %s (", table);
		for (size_t k = 0; k < columns.n; k++)
			buf_fmt(&sql, "%s%s", k ? ", " : "", ((struct str *)columns.v)[k].p);
		buf_puts(&sql, ") values (");
		for (size_t k = 0; k < columns.n; k++) {
			buf_puts(&sql, k ? ", " : "");
			quote(&sql, ((struct str *)cells.v)[i + k]);
		}
		buf_putc(&sql, ')');
		run(to, str_copy(a, buf_str(&sql)));
	}
	arena_free(a);
}

static int copy(const char *from_url, const char *to_url)
{
	struct arena *a = arena_new(256 << 20);
	struct str error = STR("");
	struct db *from = db_open(a, from_url, DB_READ, false, &error), *to = from ? db_open(a, to_url, DB_WRITE, true, &error) : NULL;

	if (!to)
		return die(to_url, error);
	db_begin(to);
	for (size_t i = 0; i < from->schema->tables_n; i++)
		copy_table(from, to, str_c(a, from->schema->tables[i].name));
	if (!db_commit(to))
		return die(to_url, db_fault_text(to));
	db_close(from);
	db_close(to);
	arena_free(a);
	return 0;
}

/* ---- acts ---- */

struct lines {
	struct act_request of[LINES_MOST];
	size_t n;
};

struct worker {
	const char *url;
	const struct lines *lines;
	const struct programme *pg;
	int number;
	int64_t done, until;
	struct str failed;
};

struct collect {
	struct arena *a;
	struct db *db;
	const struct programme *pg;
	enum act_id act;
	struct lines *lines;
};

static void collect(struct collect *c)
{
	struct journal_key key = { .programme = 1 };

	for (;;) {
		struct rows page = db_all(c->db, c->a, "journal_page", &key);
		const struct journal_line *l = page.v;

		if (!page.n)
			return;
		for (size_t i = 0; i < page.n; i++)
			if (str_is(l[i].act, act_infos[c->act].name) && c->lines->n < LINES_MOST)
				c->lines->n += verify_request(c->db, c->a, c->pg, &l[i], &c->lines->of[c->lines->n]);
		key.seq = l[page.n - 1].seq;
	}
}

/* Lines whose act would be done again now: the case has not moved on. */
static void keep_possible(struct lines *lines, struct arena *a, struct db *db, const struct programme *pg)
{
	size_t kept = 0;

	for (size_t i = 0; i < lines->n; i++) {
		struct act_request q = lines->of[i];

		q.key = str_fmt(a, "try-%zu", i);
		if (act_try(db, a, pg, &q).answer == ANSWER_DONE)
			lines->of[kept++] = lines->of[i];
		db_fault_clear(db);
	}
	lines->n = kept;
}

static void *act_again(void *ctx)
{
	struct worker *w = ctx;
	struct arena *own = arena_new(256 << 20), *a = arena_new(LIMIT_REQUEST_ARENA);
	struct db *db = db_open(own, w->url, DB_WRITE, false, &w->failed);

	for (int64_t i = 0; db && monotonic() < w->until && !w->failed.n; i++) {
		struct act_request q = w->lines->of[(i * THREADS_MOST + w->number) % w->lines->n];

		q.key = str_fmt(a, "bench-%lld-%d-%lld", (long long)w->until, w->number, (long long)i);
		q.seed = hash_text(a, HASH_SHA256, q.key);
		struct act_result r = act_run(db, a, w->pg, &q);
		if (r.answer == ANSWER_DONE)
			w->done++;
		else if (r.answer != ANSWER_FAULT || r.fault != FAULT_BUSY)
			w->failed = str_fmt(own, "answer %d fault %d, %zu verdicts", r.answer, r.fault, r.verdicts.n);
		db_fault_clear(db);
		arena_reset(a);
	}
	db_close(db);
	return NULL;
}

static int run_workers(struct worker *w, int threads, void *(*body)(void *), int seconds)
{
	pthread_t thread[THREADS_MOST];
	int64_t from = monotonic(), done = 0;

	for (int i = 0; i < threads; i++) {
		w[i].until = from + (int64_t)seconds * 1000000;
		pthread_create(&thread[i], NULL, body, &w[i]);
	}
	for (int i = 0; i < threads; i++) {
		pthread_join(thread[i], NULL);
		if (w[i].failed.n)
			die("a thread", w[i].failed);
		done += w[i].done;
	}
	printf("%lld\n", (long long)(done * 1000000 / (monotonic() - from)));
	return 0;
}

static int bench_acts(const char *url, const char *act, int threads, int seconds)
{
	struct arena *a = arena_new((size_t)1 << 30);
	struct str error = STR("");
	struct db *db = db_open(a, url, DB_WRITE, false, &error);
	struct programme *pg = db ? programme_open(a, db, 1, &error) : NULL;
	struct worker w[THREADS_MOST] = { 0 };
	struct lines lines = { .n = 0 };
	struct collect c = { .a = a, .db = db, .pg = pg, .lines = &lines };

	if (!pg || !act_find(str_of(act), &c.act))
		die(url, error);
	collect(&c);
	keep_possible(&lines, a, db, pg);
	if (!lines.n)
		die(act, STR("not in the book"));
	for (int i = 0; i < threads; i++)
		w[i] = (struct worker){ .url = url, .lines = &lines, .pg = pg, .number = i };
	db_close(db);
	return run_workers(w, threads, act_again, seconds);
}

/* ---- the bare engine ---- */

static pthread_mutex_t one_writer = PTHREAD_MUTEX_INITIALIZER;

static void *raw_sqlite(void *ctx)
{
	struct worker *w = ctx;
	sqlite3 *db;
	sqlite3_stmt *s = NULL;

	sqlite3_open(w->url, &db);
	sqlite3_exec(db, "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000", NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "insert into raw (text) values (?)", -1, &s, NULL);
	while (s && monotonic() < w->until) {
		pthread_mutex_lock(&one_writer);
		sqlite3_bind_text(s, 1, "one row of about one hundred bytes, as a small line of a journal would be: nothing more than that", -1, SQLITE_STATIC);
		w->done += sqlite3_step(s) == SQLITE_DONE;
		sqlite3_reset(s);
		pthread_mutex_unlock(&one_writer);
	}
	sqlite3_finalize(s);
	sqlite3_close(db);
	return NULL;
}

static void *raw_pg(void *ctx)
{
	struct worker *w = ctx;
	const char *values[] = { "one row of about one hundred bytes, as a small line of a journal would be: nothing more than that" };
	PGconn *db = PQconnectdb(w->url);

	PQclear(PQprepare(db, "i", "insert into raw (text) values ($1::text)", 0, NULL));
	while (monotonic() < w->until) {
		PGresult *r = PQexecPrepared(db, "i", 1, values, NULL, NULL, 0);

		w->done += PQresultStatus(r) == PGRES_COMMAND_OK;
		PQclear(r);
	}
	PQfinish(db);
	return NULL;
}

static int bench_raw(const char *url, int threads, int seconds)
{
	bool pg = !strncmp(url, "postgres", 8);
	struct worker w[THREADS_MOST] = { 0 };

	if (pg) {
		PGconn *db = PQconnectdb(url);
		PQclear(PQexec(db, "create table if not exists raw (id bigserial primary key, text text not null)"));
		PQfinish(db);
	} else {
		sqlite3 *db;
		sqlite3_open(url, &db);
		sqlite3_exec(db, "pragma journal_mode = wal; create table if not exists raw (id integer primary key, text text not null) strict", NULL, NULL, NULL);
		sqlite3_close(db);
	}
	for (int i = 0; i < threads; i++)
		w[i] = (struct worker){ .url = url, .number = i };
	return run_workers(w, threads, pg ? raw_pg : raw_sqlite, seconds);
}

int main(int argc, char **argv)
{
	int64_t threads = 0, seconds = 0;

	if (argc == 4 && !strcmp(argv[1], "world"))
		return make_world(argv[2], argv[3]);
	if (argc == 4 && !strcmp(argv[1], "copy"))
		return copy(argv[2], argv[3]);
	if (argc == 4 && !strcmp(argv[1], "fill") && str_int(str_of(argv[3]), &threads))
		return fill(argv[2], threads);
	if (argc > 4 && str_int(str_of(argv[argc - 2]), &threads) && str_int(str_of(argv[argc - 1]), &seconds) &&
	    threads > 0 && threads <= THREADS_MOST && seconds > 0) {
		if (argc == 6 && !strcmp(argv[1], "acts"))
			return bench_acts(argv[2], argv[3], (int)threads, (int)seconds);
		if (argc == 5 && !strcmp(argv[1], "raw"))
			return bench_raw(argv[2], (int)threads, (int)seconds);
	}
	fprintf(stderr, "usage: bench world URL STORY | fill URL N | copy FROM TO | acts URL ACT THREADS SECONDS | raw URL THREADS SECONDS\n");
	return 2;
}
