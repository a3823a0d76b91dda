/*
 * pack.yaml: what a pack is called, what it lies over (base, drop, reword), who bears the fiscal money, what a notice shows.
 * Called by policy_parse() only, before everything else.
 */
#include "rule/policy_read.h"

#include "base/money.h"

static const struct yaml_key series_keys[] = {
	{ "series", YAML_AS_TEXT, offsetof(struct series_code, series), .max = 40 },
	{ "code", YAML_AS_TEXT, offsetof(struct series_code, code), .max = 10 },
};
static const struct yaml_shape series_shape = YAML_SHAPE(series_keys, struct series_code);

static const struct yaml_key drop_keys[] = {
	{ "from", YAML_AS_TEXT, offsetof(struct pack_drop, from), .max = 40 },
	{ "what", YAML_AS_TEXT, offsetof(struct pack_drop, what), .max = 120 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct pack_drop, place) },
};
static const struct yaml_shape drop_shape = YAML_SHAPE(drop_keys, struct pack_drop);

struct raw_cofunder {
	struct cofunder c;
	struct str share;
	int64_t place;
};
static const struct yaml_key cofunder_keys[] = {
	{ "name", YAML_AS_TEXT, offsetof(struct raw_cofunder, c.name), .max = 40 },
	{ "name_en", YAML_AS_TEXT, offsetof(struct raw_cofunder, c.name_en), .max = 80 },
	{ "share", YAML_AS_TEXT, offsetof(struct raw_cofunder, share), .max = 10 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_cofunder, place) },
};
static const struct yaml_shape cofunder_shape = YAML_SHAPE(cofunder_keys, struct raw_cofunder);
static const char *const published[] = { "experts", "scores", NULL };

struct head {
	struct rows cofunders;
	struct policy p;
	struct str place_en, silent, silent_en;
	struct rows drop, reword;
	int hash;
};
static const struct yaml_key reword_keys[] = {
	{ "from", YAML_AS_TEXT, offsetof(struct pack_word, zh), .min = 2, .max = 100 },
	{ "to", YAML_AS_TEXT, offsetof(struct pack_word, en), .min = 2, .max = 100 },
};
static const struct yaml_shape reword_shape = YAML_SHAPE(reword_keys, struct pack_word);
static const char *const hashes[] = { "sha256", "sm3", NULL };

#define HEAD(MEMBER) offsetof(struct head, MEMBER)
static const struct yaml_key head_keys[] = {
	{ "name", YAML_AS_TEXT, HEAD(p.name), .max = 40 },
	{ "title", YAML_AS_TEXT, HEAD(p.title), .max = 100 },
	{ "title_en", YAML_AS_TEXT, HEAD(p.title_en), .max = 200 },
	{ "number", YAML_AS_TEXT, HEAD(p.number), .max = 60 },
	{ "place", YAML_AS_TEXT, HEAD(p.place), .max = 60 },
	{ "place_en", YAML_AS_TEXT, HEAD(place_en), .max = 60 },
	{ "region", YAML_AS_TEXT, HEAD(p.region), .min = 6, .max = 6 },
	{ "prefix", YAML_AS_TEXT, HEAD(p.prefix), .min = 1, .max = 8 },
	{ "issued", YAML_AS_TEXT, HEAD(p.issued), .max = 60 },
	{ "in_force", YAML_AS_DAY, HEAD(p.in_force) },
	{ "waiver", YAML_AS_TEXT, HEAD(p.waiver), .may_miss = true, .max = 40 },
	{ "hash", YAML_AS_WORD, HEAD(hash), .may_miss = true, .words = hashes },
	{ "series", YAML_AS_MAPS, HEAD(p.series), .may_miss = true, .max = 40, .sub = &series_shape },
	{ "base", YAML_AS_TEXT, HEAD(p.base), .may_miss = true, .max = 40 },
	{ "silent", YAML_AS_TEXT, HEAD(silent), .may_miss = true, .max = 40 },
	{ "silent_en", YAML_AS_TEXT, HEAD(silent_en), .may_miss = true, .max = 80 },
	{ "reword", YAML_AS_MAPS, HEAD(reword), .may_miss = true, .max = 40, .sub = &reword_shape },
	{ "cofunders", YAML_AS_MAPS, HEAD(cofunders), .may_miss = true, .max = 10, .sub = &cofunder_shape },
	{ "publish", YAML_AS_TEXTS, HEAD(p.publish), .may_miss = true, .max = 10 },
	{ "drop", YAML_AS_MAPS, HEAD(drop), .may_miss = true, .max = 200, .sub = &drop_shape },
};
static const struct yaml_shape head_shape = YAML_SHAPE(head_keys, struct head);

/* What a pack takes over from the head of its base: the letters of number series. */
static void read_base_head(struct pack_read *r, const struct head *own)
{
	bool there;
	struct head h = { 0 };
	struct yaml_in in = pack_in(r, "base/pack.yaml", &there);
	static const struct pack_part part = { "series", 1, { offsetof(struct series_code, series) } };

	if (!own->p.base.n)
		return;
	if (!there) {
		PACK_WRONG(r, "pack.yaml", 100001, "base", "there is no pack '%.*s' to lie over", STR_ARG(own->p.base));
		return;
	}
	if (!own->silent.n || !own->silent_en.n)
		PACK_WRONG(r, "pack.yaml", 100001, "silent", "a pack with a base says what stands before the clauses it takes over (silent, silent_en)");
	yaml_map(&in, &head_shape, &h);
	if (h.p.base.n)
		PACK_WRONG(r, "base/pack.yaml", 100001, "base", "the base of a base is not read: lie over '%.*s' itself", STR_ARG(h.p.base));
	r->p->series = pack_overlay(r, &part, &series_shape, h.p.series, own->p.series);
}

static void take_cofunders(struct pack_read *r, struct rows raw)
{
	const struct raw_cofunder *c = raw.v;
	struct cofunder *out = NEW_ARRAY(r->a, raw.n + 1, struct cofunder);
	int64_t sum = 0;
	bool share = false;

	for (size_t i = 0; i < raw.n; i++) {
		out[i] = c[i].c;
		if (!pack_value(c[i].share, &out[i].share, &share) || !share)
			PACK_WRONG(r, "pack.yaml", c[i].place, "cofunders.share", "'%.*s' is not a share", STR_ARG(c[i].share));
		sum += out[i].share;
		pack_word(r, c[i].c.name, c[i].c.name_en);
	}
	if (raw.n && sum != PERCENT_SCALE)
		PACK_WRONG(r, "pack.yaml", c[0].place, "cofunders", "the shares add up to %lld basis points, not %d", (long long)sum, PERCENT_SCALE);
	r->p->cofunders = (struct rows){ out, raw.n };
}

static void look_at_publish(struct pack_read *r)
{
	const struct str *what = r->p->publish.v;

	for (size_t i = 0; i < r->p->publish.n; i++) {
		struct str like = yaml_like(r->a, what[i], published);
		if (!str_is(what[i], published[0]) && !str_is(what[i], published[1]))
			PACK_WRONG(r, "pack.yaml", 100001, "publish", "a notice cannot show '%.*s'%.*s", STR_ARG(what[i]), STR_ARG(like));
	}
}

void pack_read_head(struct pack_read *r)
{
	bool there;
	struct head h = { 0 };
	struct yaml_in in = pack_in(r, "pack.yaml", &there);

	if (!there) {
		PACK_WRONG(r, "pack.yaml", 100001, "", "the pack has no such file");
		return;
	}
	yaml_map(&in, &head_shape, &h);
	*r->p = h.p;
	r->p->hash = str_of(hashes[h.hash]);
	r->drops = h.drop;
	r->reword = h.reword;
	r->silent = h.silent;
	r->silent_en = h.silent_en;
	read_base_head(r, &h);
	take_cofunders(r, h.cofunders);
	look_at_publish(r);
	pack_word(r, h.p.title, h.p.title_en);
	pack_word(r, h.p.place, h.place_en);
}
