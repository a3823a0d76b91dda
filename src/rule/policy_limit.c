/*
 * limits.yaml of a pack: what this place asks of a figure of a form, beside the rules of the program.
 *
 *	- {acts: [need_submit], figure: pay_fen, plus: [other_fen], least: 400%, of: fiscal_fen, clause: "3", says: …, says_en: …}
 *	- {acts: [bid_submit], figure: local_unit, least: 1, when: org.inside, up_to: 0, clause: "2", …}
 *
 * One of least and most; `of` makes it a share of another figure (of_plus: added to it); `when` names a field (or org.kind,
 * org.inside: who acts) with the codes it must have (`is`) or the range it must lie in (`above`, `up_to`): brackets and kinds.
 * Called by policy_parse() only.
 */
#include "rule/policy_read.h"

#include "base/money.h"

#define SHARE_MOST ((int64_t)20 * PERCENT_SCALE)

struct raw_limit {
	struct policy_limit l;
	struct str least, most, above, up_to;
	int64_t place;
};
#define AT(MEMBER) offsetof(struct raw_limit, MEMBER)
static const struct yaml_key limit_keys[] = {
	{ "acts", YAML_AS_TEXTS, AT(l.acts), .min = 1, .max = 10 },
	{ "figure", YAML_AS_TEXT, AT(l.figure), .max = 60 },
	{ "plus", YAML_AS_TEXTS, AT(l.plus), .may_miss = true, .max = 10 },
	{ "least", YAML_AS_TEXT, AT(least), .may_miss = true, .max = 40 },
	{ "most", YAML_AS_TEXT, AT(most), .may_miss = true, .max = 40 },
	{ "of", YAML_AS_TEXT, AT(l.of), .may_miss = true, .max = 60 },
	{ "of_plus", YAML_AS_TEXTS, AT(l.of_plus), .may_miss = true, .max = 10 },
	{ "when", YAML_AS_TEXT, AT(l.when), .may_miss = true, .max = 60 },
	{ "is", YAML_AS_TEXTS, AT(l.is), .may_miss = true, .max = 20 },
	{ "above", YAML_AS_TEXT, AT(above), .may_miss = true, .max = 40 },
	{ "up_to", YAML_AS_TEXT, AT(up_to), .may_miss = true, .max = 40 },
	{ "clause", YAML_AS_TEXT, AT(l.clause), .max = 12 },
	{ "says", YAML_AS_TEXT, AT(l.says), .min = 4, .max = 100 },
	{ "says_en", YAML_AS_TEXT, AT(l.says_en), .min = 4, .max = 200 },
	{ .as = YAML_AS_PLACE, .at = AT(place) },
};
static const struct yaml_shape limit_shape = YAML_SHAPE(limit_keys, struct raw_limit);

static bool number(struct pack_read *r, const struct raw_limit *raw, const char *key, struct str text, int64_t *out)
{
	bool share;

	if (!text.n)
		return false;
	if (!pack_value(text, out, &share) || *out < 0 || (share && *out > SHARE_MOST))
		PACK_WRONG(r, "limits.yaml", raw->place, key, "'%.*s' is not a number, a share up to 2000%% or an amount", STR_ARG(text));
	else if (share != (raw->l.of.n > 0) && (key[0] == 'l' || key[0] == 'm'))
		PACK_WRONG(r, "limits.yaml", raw->place, key, "'%.*s': a share is of something (of), and only a share is", STR_ARG(text));
	return true;
}

void pack_read_limits(struct pack_read *r)
{
	static const struct pack_part part = { "limits", 3, { AT(l.figure), AT(l.clause), AT(l.says) } };
	struct rows rows = pack_list(r, "limits.yaml", &limit_shape, false, &part);
	struct raw_limit *raw = rows.v;
	struct policy_limit *out = NEW_ARRAY(r->a, rows.n + 1, struct policy_limit);

	for (size_t i = 0; i < rows.n; i++) {
		struct policy_limit *l = &raw[i].l;
		l->has_least = number(r, &raw[i], "least", raw[i].least, &l->least);
		l->has_most = number(r, &raw[i], "most", raw[i].most, &l->most);
		l->has_above = number(r, &raw[i], "above", raw[i].above, &l->above);
		l->has_up_to = number(r, &raw[i], "up_to", raw[i].up_to, &l->up_to);
		if (l->has_least == l->has_most)
			PACK_WRONG(r, "limits.yaml", raw[i].place, "least", "one of least and most wanted");
		if (l->when.n ? l->is.n + l->has_above + l->has_up_to == 0 : l->is.n + l->has_above + l->has_up_to > 0)
			PACK_WRONG(r, "limits.yaml", raw[i].place, "when", "a condition is a field (when) and its codes (is) or its range (above, up_to)");
		if (!policy_clause(r->p, l->clause))
			PACK_WRONG(r, "limits.yaml", raw[i].place, "clause", "no clause '%.*s'", STR_ARG(l->clause));
		pack_word(r, l->says, l->says_en);
		out[i] = *l;
	}
	r->p->limits = (struct rows){ out, rows.n };
}
