/*
 * The replay: every line of the book judged and applied again in an empty store, line hashes and rows compared.
 *
 * An act is a function of the store, its input, its instant and its seed, so the same line must come out.  Erased secrets stay
 * erased: their digests are taken from the book, and only the columns that held them differ.
 */
#include "act/door.h"
#include "act/verify.h"
#include "base/word.h"

#define SCRATCH_LIMIT (256u << 20)

bool verify_request(struct db *db, struct arena *a, const struct programme *pg, const struct journal_line *l, struct act_request *q)
{
	struct act_seed_row seed;
	struct id_key id = { .id = l->id };
	struct journal_key of = { .journal = l->id };
	*q = (struct act_request){ .programme = l->programme, .person = l->person, .org = l->org, .target = l->target, .key = l->act_key,
		.now = l->at };
	if (!act_find(l->act, &q->act) || !role_find(l->role, &q->role) || !db_one(db, a, "act_seed_read", &id, &seed))
		return false;
	q->seed = seed.seed;
	q->form = act_form(a, programme_pack(pg, l->pack), q->act);
	struct rows secrets = db_all(db, a, "secrets_of", &of);
	if (l->input.n)
		q->in = input_read(a, q->form, l->input, secrets);
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
	if (!verify_request(db, a, pg, l, &q)) {
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
