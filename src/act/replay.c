/*
 * The replay: every line of the book judged and applied again in an empty store, line hashes and rows compared.
 *
 * An act is a function of the store, its input, its instant and its seed, so the same line must come out.  Erased secrets stay
 * erased: their digests are taken from the book, and only the columns that held them differ.
 */
#include <jansson.h>

#include "act/door.h"
#include "act/verify.h"
#include "base/word.h"

#define SCRATCH_LIMIT (256u << 20)

struct reader {
	struct arena *a;
	struct rows secrets;            /* struct secret_row of the line */
};

/* The value behind a salted digest; the digest itself when it was erased. */
static struct str reveal(const struct reader *rd, struct str digest)
{
	const struct secret_row *s = rd->secrets.v;
	for (size_t i = 0; i < rd->secrets.n; i++)
		if (str_eq(s[i].digest, digest))
			return s[i].value_secret;
	return digest;
}

static void read_object(const struct reader *rd, const struct fields *t, json_t *o, void *row);

static struct rows read_rows(const struct reader *rd, const struct fields *t, json_t *list)
{
	size_t n = json_array_size(list);
	char *v = arena_array(rd->a, n ? n : 1, t->size);
	for (size_t i = 0; i < n; i++)
		read_object(rd, t, json_array_get(list, i), v + i * t->size);
	return (struct rows){ v, n };
}

static void read_object(const struct reader *rd, const struct fields *t, json_t *o, void *row)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct field *f = &t->f[i];
		json_t *v = json_object_get(o, f->name);
		if (!v)
			continue;
		if (f->kind == KIND_rows)
			FIELD_ROWS(row, f) = read_rows(rd, f->sub, v);
		else if (field_is_text(f->kind)) {
			struct str s = str_copy(rd->a, (struct str){ json_string_value(v), json_string_length(v) });
			FIELD_STR(row, f) = f->secret && s.n ? reveal(rd, s) : s;
		} else
			FIELD_INT(row, f) = json_integer_value(v);
	}
}

static void *read_input(const struct reader *rd, const struct fields *form, struct str canon)
{
	void *row = arena_alloc(rd->a, form->size);
	json_t *o = json_loadb(canon.p, canon.n, JSON_REJECT_DUPLICATES, NULL);
	if (o) {
		read_object(rd, form, o, row);
		json_decref(o);
	}
	return row;
}

bool verify_request(struct db *db, struct arena *a, const struct journal_line *l, struct act_request *q)
{
	struct act_seed_row seed;
	struct id_key id = { .id = l->id };
	struct journal_key of = { .journal = l->id };
	*q = (struct act_request){ .programme = l->programme, .person = l->person, .org = l->org, .target = l->target, .key = l->act_key,
		.now = l->at };
	if (!act_find(l->act, &q->act) || !role_find(l->role, &q->role) || !db_one(db, a, "act_seed_read", &id, &seed))
		return false;
	q->seed = seed.seed;
	struct reader rd = { .a = a, .secrets = db_all(db, a, "secrets_of", &of) };
	if (l->input.n)
		q->in = read_input(&rd, act_infos[q->act].form, l->input);
	return true;
}

static const char *answer_name(enum answer a)
{
	static const char *const names[] = { "done", "repeated", "refused", "forbidden", "not now", "missing", "fault" };
	return names[a];
}

static void replay_line(struct verify *v, struct db *db, struct db *empty, const struct programme *pg, struct arena *a, const struct journal_line *l)
{
	struct act_request q;
	const char *seq = str_fmt(a, "%lld", (long long)l->seq).p;
	if (!verify_request(db, a, l, &q)) {
		verify_finding(v, word(v->a, WORD_verify_unreadable, "line", seq, NULL));
		return;
	}
	struct act_result r = act_run(empty, a, pg, &q);
	if (r.answer != ANSWER_DONE)
		verify_finding(v, word(v->a, WORD_verify_replay_refused, "line", seq, "act", act_infos[q.act].label, "answer",
			answer_name(r.answer), NULL));
	else if (!str_eq(r.hash, l->hash))
		verify_finding(v, word(v->a, WORD_verify_replay_differs, "line", seq, "act", act_infos[q.act].label, NULL));
	v->replayed++;
}

struct compare {
	struct verify *v;
	struct db *db, *empty;
	struct arena *a;
	struct str table;
};

static bool compare_row(void *ctx, int64_t id)
{
	struct compare *c = ctx;
	struct str was = db_row_text(c->db, c->a, c->table, id), is = db_row_text(c->empty, c->a, c->table, id);
	if (!str_eq(was, is))
		verify_finding(c->v, word(c->v->a, WORD_verify_row_differs, "table", str_c(c->a, c->table), "id",
			str_fmt(c->a, "%lld", (long long)id).p, NULL));
	return true;
}

void verify_replay(struct verify *v, struct db *db, struct db *empty, const struct programme *pg)
{
	struct arena *scratch = arena_new(SCRATCH_LIMIT);
	int64_t seq = 0;
	for (;;) {
		struct journal_key key = { .programme = pg->id, .seq = seq };
		struct rows page = db_all(db, scratch, "journal_page", &key);
		const struct journal_line *l = page.v;
		for (size_t i = 0; i < page.n; i++)
			replay_line(v, db, empty, pg, scratch, &l[i]);
		if (!page.n)
			break;
		seq = l[page.n - 1].seq;
		if (v->progress)
			v->progress("replay", seq, v->lines);
		arena_reset(scratch);
	}
	struct rows tables = db_book_tables(v->a);
	for (size_t i = 0; i < tables.n; i++) {
		struct compare c = { v, db, empty, scratch, ((struct str *)tables.v)[i] };
		db_each_id(empty, c.table, compare_row, &c);
		arena_reset(scratch);
	}
	arena_free(scratch);
}
