/*
 * A pack over another pack: `base: NAME` in pack.yaml.  The base's files come with the pack under base/ (commands/pack.c), so
 * the digest covers both and a store keeps both.
 *
 * Every list of a pack has a key (a clause its id, a binding its rule, a step its act, from and to).  A row of the pack with the
 * key of a row of the base stands in its place; `drop:` takes rows of the base away; the rest of the base stays.  One level only.
 * Called by policy_parse() and its halves only.
 */
#include "rule/policy_read.h"

#include <string.h>

static struct str key_of(struct pack_read *r, const struct pack_part *part, const char *row)
{
	struct str key = STR("");

	for (size_t i = 0; i < part->keys; i++) {
		struct str s = *(const struct str *)(row + part->key[i]);
		if (s.n)
			key = key.n ? str_join(r->a, key, " ", s) : s;
	}
	return key;
}

static const char *find_row(struct pack_read *r, const struct pack_part *part, struct rows rows, size_t size, struct str key)
{
	for (size_t i = 0; i < rows.n; i++) {
		const char *row = (const char *)rows.v + i * size;
		if (str_eq(key_of(r, part, row), key))
			return row;
	}
	return NULL;
}

static bool dropped(struct pack_read *r, const struct pack_part *part, struct str key)
{
	struct pack_drop *d = r->drops.v;
	bool found = false;

	for (size_t i = 0; i < r->drops.n; i++) {
		if (!str_is(d[i].from, part->name) || !str_eq(d[i].what, key))
			continue;
		d[i].used = true;
		found = true;
	}
	return found;
}

/* Places in the base's files carry a mark, so that a mistake names the right file. */
static void mark_places(const struct yaml_shape *shape, struct rows rows)
{
	for (size_t i = 0; i < rows.n; i++) {
		char *row = (char *)rows.v + i * shape->size;
		for (size_t k = 0; k < shape->n; k++) {
			const struct yaml_key *key = &shape->keys[k];
			if (key->as == YAML_AS_PLACE)
				*(int64_t *)(row + key->at) += PACK_BASE_PLACE;
			else if (key->as == YAML_AS_MAPS)
				mark_places(key->sub, *(struct rows *)(row + key->at));
		}
	}
}

static size_t put(char *out, size_t n, const char *row, size_t size)
{
	memcpy(out + n * size, row, size);
	return n + 1;
}

/* A row of the base may be changed after it was read (a clause is marked as borrowed). */
struct rows pack_overlay(struct pack_read *r, const struct pack_part *part, const struct yaml_shape *shape, struct rows base, struct rows own)
{
	char *out = arena_array(r->a, base.n + own.n + 1, shape->size);
	size_t n = 0;

	mark_places(shape, base);
	for (size_t i = 0; part->own_first && i < own.n; i++)
		n = put(out, n, (char *)own.v + i * shape->size, shape->size);
	for (size_t i = 0; i < base.n; i++) {
		char *row = (char *)base.v + i * shape->size;
		struct str key = key_of(r, part, row);
		const char *mine = find_row(r, part, own, shape->size, key);
		if (dropped(r, part, key) || (mine && part->own_first))
			continue;
		if (!mine && part->borrow)
			part->borrow(r, row);
		n = put(out, n, mine ? mine : row, shape->size);
	}
	for (size_t i = 0; !part->own_first && i < own.n; i++) {
		const char *row = (char *)own.v + i * shape->size;
		struct str key = key_of(r, part, row);
		if (dropped(r, part, key) || !find_row(r, part, base, shape->size, key))
			n = put(out, n, row, shape->size);
	}
	return (struct rows){ out, n };
}

/* Names of the base's place in what is taken over: the first of the list that stands at a spot is replaced. */
struct str pack_reword(struct pack_read *r, struct str text)
{
	const struct pack_word *w = r->reword.v;
	struct buf b = { .arena = r->a };

	for (size_t i = 0; i < text.n;) {
		struct str rest = { text.p + i, text.n - i };
		size_t k = 0;
		while (k < r->reword.n && !(rest.n >= w[k].zh.n && memcmp(rest.p, w[k].zh.p, w[k].zh.n) == 0))
			k++;
		if (k < r->reword.n)
			buf_put(&b, w[k].en);
		else
			buf_putc(&b, text.p[i]);
		i += k < r->reword.n ? w[k].zh.n : 1;
	}
	return buf_str(&b);
}

void pack_look_at_drops(struct pack_read *r)
{
	static const char *const parts[] = { "clauses", "bindings", "changes", "grades", "stages", "steps", "always", "late", "left_out",
		"four_eyes", "lists", "rubrics", "names", "papers",
		"forms", "limits", "interpretations", "series", NULL };
	const struct pack_drop *d = r->drops.v;

	for (size_t i = 0; i < r->drops.n; i++) {
		bool known = false;
		for (size_t k = 0; parts[k]; k++)
			known |= str_is(d[i].from, parts[k]);
		struct str like = yaml_like(r->a, d[i].from, parts);
		if (!known)
			PACK_WRONG(r, "pack.yaml", d[i].place, "drop.from", "'%.*s' is no list of a pack%.*s", STR_ARG(d[i].from), STR_ARG(like));
		else if (!d[i].used)
			PACK_WRONG(r, "pack.yaml", d[i].place, "drop.what", "the base has no '%.*s' in its %.*s", STR_ARG(d[i].what), STR_ARG(d[i].from));
	}
	if (r->drops.n && !r->p->base.n)
		PACK_WRONG(r, "pack.yaml", d[0].place, "drop", "there is no base to take anything from");
}
