/*
 * The check of the book: chain, rows, invariants.  The replay stands in replay.c.
 */
#include "act/verify.h"

#include "act/door.h"
#include "base/word.h"

#define SCRATCH_LIMIT (256u << 20)
#define FINDINGS_MAX 200

void verify_finding(struct verify *v, struct str text)
{
	if (!v->findings.v)
		v->findings.v = NEW_ARRAY(v->a, FINDINGS_MAX, struct str);
	if (v->findings.n < FINDINGS_MAX)
		((struct str *)v->findings.v)[v->findings.n++] = str_copy(v->a, text);
}

static const char *number(struct arena *a, int64_t n)
{
	return str_fmt(a, "%lld", (long long)n).p;
}

struct chain {
	struct verify *v;
	struct db *db;
	struct arena *a;
	enum hash_kind kind;
	int64_t seq;
	struct str prev;
};

/* The newest item of a row must match the row as it stands; older items were overtaken. */
static void check_item(struct chain *c, const struct journal_line *l, const struct journal_item *item)
{
	struct journal_key key = { .tbl = item->tbl, .row_id = item->row_id };
	struct journal_item last;
	if (!db_one(c->db, c->a, "journal_item_last", &key, &last) || last.journal != item->journal)
		return;
	c->v->rows++;
	struct str text = db_row_text(c->db, c->a, item->tbl, item->row_id);
	if (text.n && hash_equal(hash_text(c->a, c->kind, text), item->digest))
		return;
	verify_finding(c->v, word(c->v->a, text.n ? WORD_verify_row_changed : WORD_verify_row_gone, "table", str_c(c->a, item->tbl),
		"id", number(c->a, item->row_id), "line", number(c->a, l->seq), NULL));
}

static void check_line(struct chain *c, const struct journal_line *l)
{
	const char *seq = number(c->a, l->seq);
	if (l->seq != c->seq + 1)
		verify_finding(c->v, word(c->v->a, WORD_verify_gap, "line", number(c->a, c->seq + 1), NULL));
	if (!str_eq(l->prev, c->prev))
		verify_finding(c->v, word(c->v->a, WORD_verify_prev, "line", seq, NULL));
	if (!hash_equal(line_hash(c->a, c->kind, l), l->hash))
		verify_finding(c->v, word(c->v->a, WORD_verify_hash, "line", seq, NULL));
	struct journal_key key = { .journal = l->id };
	struct rows items = db_all(c->db, c->a, "journal_items", &key);
	if (!str_eq(items_digest(c->a, c->kind, items), l->rows))
		verify_finding(c->v, word(c->v->a, WORD_verify_items, "line", seq, NULL));
	for (size_t i = 0; i < items.n; i++)
		check_item(c, l, &((struct journal_item *)items.v)[i]);
	c->seq = l->seq;
	c->prev = l->hash;
}

void verify_chain(struct verify *v, struct db *db, const struct programme *pg)
{
	struct arena *scratch = arena_new(SCRATCH_LIMIT), *keep = arena_new(SCRATCH_LIMIT);
	struct programme_row head;
	struct id_key id = { .id = pg->id };
	db_one(db, keep, "programme_read", &id, &head);
	struct chain c = { .v = v, .db = db, .a = scratch, .kind = str_is(head.hash, "sm3") ? HASH_SM3 : HASH_SHA256,
		.prev = programme_genesis(keep, &head) };
	for (;;) {
		struct journal_key key = { .programme = pg->id, .seq = c.seq };
		struct rows page = db_all(db, scratch, "journal_page", &key);
		for (size_t i = 0; i < page.n; i++)
			check_line(&c, &((struct journal_line *)page.v)[i]);
		v->lines += (int64_t)page.n;
		if (v->progress)
			v->progress("chain", v->lines, head.head_seq);
		if (!page.n)
			break;
		c.prev = str_copy(v->a, c.prev);
		arena_reset(scratch);
	}
	if (head.head_seq != c.seq || !str_eq(head.head_hash, c.prev))
		verify_finding(v, word(v->a, WORD_verify_head, "line", number(v->a, c.seq), "head", number(v->a, head.head_seq), NULL));
	v->head = str_copy(v->a, head.head_hash);
	arena_free(scratch);
	arena_free(keep);
}

struct orphan {
	struct verify *v;
	struct db *db;
	struct arena *a;
	struct str table;
	int64_t ids[512];
	size_t n;
};

static void check_orphans(struct orphan *o)
{
	for (size_t i = 0; i < o->n; i++) {
		struct journal_key key = { .tbl = o->table, .row_id = o->ids[i] };
		struct journal_item last;
		if (!db_one(o->db, o->a, "journal_item_last", &key, &last))
			verify_finding(o->v, word(o->v->a, WORD_verify_orphan, "table", str_c(o->a, o->table), "id", number(o->a, o->ids[i]), NULL));
	}
	o->n = 0;
	arena_reset(o->a);
}

static bool each_id(void *ctx, int64_t id)
{
	struct orphan *o = ctx;
	o->ids[o->n++] = id;
	if (o->n == sizeof o->ids / sizeof *o->ids)
		check_orphans(o);
	return true;
}

/* Digests whose line is gone: the book was cut off, and its head made to fit. */
static void check_loose(struct verify *v, struct db *db, struct arena *scratch)
{
	struct rows loose = db_all(db, scratch, "journal_items_loose", NULL);
	const struct journal_item *i = loose.v;
	for (size_t k = 0; k < loose.n; k++)
		verify_finding(v, word(v->a, WORD_verify_loose, "table", str_c(scratch, i[k].tbl), "id", number(scratch, i[k].row_id), NULL));
}

/* Rows that no act wrote, and rows whose line is gone. */
void verify_rows(struct verify *v, struct db *db)
{
	struct arena *scratch = arena_new(SCRATCH_LIMIT);
	check_loose(v, db, scratch);
	struct rows tables = db_book_tables(v->a);
	for (size_t i = 0; i < tables.n; i++) {
		struct orphan o = { .v = v, .db = db, .a = scratch, .table = ((struct str *)tables.v)[i] };
		db_each_id(db, o.table, each_id, &o);
		check_orphans(&o);
	}
	arena_free(scratch);
}

void verify_invariants(struct verify *v, struct db *db)
{
	struct rows broken = db_invariants(db, v->a);
	const struct db_broken *b = broken.v;
	for (size_t i = 0; i < broken.n; i++)
		verify_finding(v, word(v->a, WORD_verify_invariant, "name", str_c(v->a, b[i].name), "what", str_c(v->a, b[i].what), NULL));
}
