/*
 * The book: one hash-chained line per act, in the same transaction as the rows it speaks of.
 *
 * The text of a line is its values in the order of line_text(), one a line; doc/audit.md shows how to check the chain with
 * standard tools.  Secrets enter as digests of salt and value; salt and value stand in table `secret` and can be erased.
 */
#include <assert.h>

#include "across/attachment/attachment.h"
#include "act/door.h"
#include "base/day.h"

enum hash_kind door_hash(const struct act_run *r)
{
	return str_is(r->door->head.hash, "sm3") ? HASH_SM3 : HASH_SHA256;
}

struct str line_text(struct arena *a, const struct journal_line *l)
{
	struct buf b = { .arena = a };
	const struct str texts[] = { l->role, l->act, l->act_key };
	buf_fmt(&b, "%lld\n%lld\n%lld\n%lld\n", (long long)l->seq, (long long)l->at, (long long)l->person, (long long)l->org);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		buf_put(&b, texts[i]);
		buf_putc(&b, '\n');
	}
	buf_fmt(&b, "%lld\n%lld\n%lld\n", (long long)l->target, (long long)l->challenge, (long long)l->made);
	const struct str rest[] = { l->stage, l->input, l->verdicts, l->pack, l->rows, l->seed, l->prev };
	for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
		buf_put(&b, rest[i]);
		buf_putc(&b, '\n');
	}
	return buf_str(&b);
}

struct str line_hash(struct arena *a, enum hash_kind k, const struct journal_line *l)
{
	return hash_text(a, k, line_text(a, l));
}

struct str items_digest(struct arena *a, enum hash_kind k, struct rows items)
{
	struct buf b = { .arena = a };
	const struct journal_item *v = items.v;
	for (size_t i = 0; i < items.n; i++)
		buf_fmt(&b, "%.*s:%lld:%.*s\n", STR_ARG(v[i].tbl), (long long)v[i].row_id, STR_ARG(v[i].digest));
	return hash_text(a, k, buf_str(&b));
}

struct str verdicts_json(struct arena *a, const struct verdict *v, size_t n)
{
	struct buf b = { .arena = a };
	buf_putc(&b, '[');
	for (size_t i = 0; i < n; i++) {
		buf_fmt(&b, "%s[\"%s\",%d,%lld,%lld,", i ? "," : "", rule_infos[v[i].rule].name, (int)v[i].outcome,
			(long long)v[i].found, (long long)v[i].wanted);
		buf_json(&b, v[i].subject);
		if (v[i].waiver)
			buf_fmt(&b, ",{\"waiver\":%lld}", (long long)v[i].waiver);
		buf_putc(&b, ']');
	}
	buf_putc(&b, ']');
	return buf_str(&b);
}

/* Mask of fields_canon(): a secret becomes the digest of its salt and value; both are kept beside the book. */
static struct str mask(void *ctx, struct str value)
{
	struct act_run *r = ctx;
	struct act_door *d = r->door;
	struct secret_row s = { .id = d->journal + ++d->secrets, .journal = d->journal, .salt = act_random(r), .value_secret = value };
	s.digest = hash_text(r->a, door_hash(r), str_fmt(r->a, "%.*s%.*s", STR_ARG(s.salt), STR_ARG(value)));
	db_put(r->db, "secret_insert", &s, 1);
	return s.digest;
}

/* Every row of the act is read back and digested as it now stands. */
static struct rows items_of(struct act_run *r)
{
	struct act_door *d = r->door;
	struct journal_item *items = NEW_ARRAY(r->a, d->rows_n, struct journal_item);
	struct db_ref *refs = NEW_ARRAY(r->a, d->rows_n, struct db_ref);
	for (size_t i = 0; i < d->rows_n; i++)
		refs[i] = (struct db_ref){ d->rows[i].table, d->rows[i].id, { 0 } };
	db_row_texts(r->db, r->a, refs, d->rows_n);
	for (size_t i = 0; i < d->rows_n; i++) {
		assert(refs[i].text.n || db_fault(r->db) != FAULT_NONE);
		items[i] = (struct journal_item){ .id = d->journal + (int64_t)i + 1, .journal = d->journal, .tbl = d->rows[i].table,
			.row_id = d->rows[i].id, .digest = hash_text(r->a, door_hash(r), refs[i].text) };
	}
	return (struct rows){ items, d->rows_n };
}

struct str programme_genesis(struct arena *a, const struct programme_row *p)
{
	enum hash_kind k = str_is(p->hash, "sm3") ? HASH_SM3 : HASH_SHA256;
	return hash_text(a, k, str_fmt(a, "jiebang book 1\n%.*s\n%.*s\n%.*s\n%lld\n", STR_ARG(p->hash), STR_ARG(p->name), STR_ARG(p->prefix),
		(long long)p->started_at));
}

struct str act_receipt(struct arena *a, struct str prefix, int64_t at, int64_t seq)
{
	return str_fmt(a, "%.*s-%d-%06lld", STR_ARG(prefix), day_year(instant_day(at)), (long long)seq);
}

struct str act_code(struct arena *a, struct str seed)
{
	struct str all = hash_text(a, HASH_SHA256, str_fmt(a, "code %.*s", STR_ARG(seed)));
	return (struct str){ all.p, 16 };
}

static void write_items(struct act_run *r, struct rows items)
{
	struct journal_item *v = items.v;
	for (size_t i = 0; i < items.n; i++)
		db_put(r->db, "journal_item_insert", &v[i], 1);
	struct act_seed_row seed = { .id = r->door->journal, .seed = r->q->seed };
	db_put(r->db, "act_seed_insert", &seed, 1);
}

void door_line(struct act_run *r, struct act_result *out)
{
	struct act_door *d = r->door;
	struct buf input = { .arena = r->a };
	if (r->q->in) {
		fields_canon(&input, request_form(r->q), r->q->in, mask, r);
		attachment_link_input(r->db, r->a, r, d->journal);
	}
	struct rows items = items_of(r);
	struct journal_line l = {
		.id = d->journal, .programme = r->q->programme, .seq = r->seq, .at = r->now, .person = r->q->person, .org = r->q->org,
		.role = str_of(role_name(r->q->role)), .act = str_of(r->info->name), .act_key = r->q->key, .target = r->q->target,
		.challenge = r->challenge, .made = out->made, .stage = out->stage, .input = buf_str(&input),
		.verdicts = verdicts_json(r->a, d->verdicts, d->verdicts_n), .pack = r->policy->digest,
		.rows = items_digest(r->a, door_hash(r), items), .seed = hash_text(r->a, door_hash(r), r->q->seed), .prev = d->head.head_hash,
	};
	l.hash = line_hash(r->a, door_hash(r), &l);
	db_put(r->db, "journal_insert", &l, 1);
	write_items(r, items);
	d->head.head_seq = r->seq;
	d->head.head_hash = l.hash;
	db_put(r->db, "pen_put", &d->head, 1);
	out->seq = r->seq;
	out->hash = l.hash;
	out->input_digest = hash_text(r->a, door_hash(r), l.input);
	out->receipt = act_receipt(r->a, r->pg->prefix, r->now, r->seq);
}
