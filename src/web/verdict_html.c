/*
 * Verdicts in words: the rule's sentence with its figures, the clause that the pack binds it to, what would satisfy it.
 */
#include "web/inside.h"
#include "across/law/law.h"
#include "base/day.h"
#include "base/money.h"
#include "base/word.h"
#include <string.h>

static struct str figure(struct arena *a, enum unit unit, int64_t v, bool english)
{
	switch (unit) {
	case UNIT_FEN:
		return str_fmt(a, "%.*s %.*s", STR_ARG(money_text(a, v)), STR_ARG(tr(english, word_text(WORD_yuan))));
	case UNIT_SHARE:
		return v % 100 ? str_fmt(a, "%lld.%02lld%%", (long long)(v / 100), (long long)(v % 100)) : str_fmt(a, "%lld%%", (long long)(v / 100));
	case UNIT_DAY:
		return v ? day_text(a, v) : word_text(WORD_no_day);
	case UNIT_INSTANT:
		return v ? instant_text(a, v) : word_text(WORD_no_day);
	case UNIT_FLAG:
		return tr(english, word_text(v ? WORD_yes : WORD_no));
	case UNIT_NONE:
		return STR("");
	default:
		return str_fmt(a, "%lld", (long long)v);
	}
}

/* A sentence about nobody by name has empty quotes where the name would stand. */
static struct str without_quotes(struct arena *a, struct str s)
{
	struct str empty = word_text(WORD_empty_quotes);
	const char *at = memmem(s.p, s.n, empty.p, empty.n);

	if (!at)
		return s;
	return str_fmt(a, "%.*s%.*s", (int)(at - s.p), s.p, (int)(s.n - empty.n - (size_t)(at - s.p)), at + empty.n);
}

static struct str fill(struct arena *a, struct str text, const struct verdict_item *v, struct str subject)
{
	struct buf b = { .arena = a };

	while (text.n) {
		struct str key;

		buf_put(&b, str_cut(&text, '{'));
		key = str_cut(&text, '}');
		buf_put(&b, str_is(key, "found") ? v->found : str_is(key, "wanted") ? v->wanted : str_is(key, "subject") ? subject : STR(""));
	}
	return subject.n ? buf_str(&b) : without_quotes(a, buf_str(&b));
}

static void clause_fill(const struct policy *p, const struct binding *b, struct verdict_item *out, bool english)
{
	const struct clause *c = b && b->clauses.n ? policy_clause(p, *(struct str *)b->clauses.v) : NULL;

	if (!c)
		return;
	out->clause = c->id;
	out->number = c->number;
	out->text = english && c->text_en.n ? c->text_en : c->text;
}

/* How the bureau reads the clause: its newest recorded reading. */
static void reading_fill(struct ask *k, struct verdict_item *out)
{
	struct rows all = out->clause.n ? law_readings(k->v.db, k->v.a, k->v.pg->id, out->clause) : (struct rows){ 0 };
	const struct interpretation_row *row = all.v;

	if (!all.n)
		return;
	out->reading = k->english && row->text_en.n ? row->text_en : row->text;
	out->reading_by = word(k->v.a, WORD_law_reading, "day", str_c(k->v.a, day_text(k->v.a, row->day)), "by", str_c(k->v.a, row->by_whom),
		"number", str_c(k->v.a, row->number), NULL);
}

struct rows verdict_items(struct ask *k, struct rows verdicts)
{
	struct arena *a = k->v.a;
	const struct policy *p = k->policy;
	bool english = k->english;
	struct verdict_item *items = NEW_ARRAY(a, verdicts.n + 1, struct verdict_item);
	const struct verdict *v = verdicts.v;

	for (size_t i = 0; i < verdicts.n; i++) {
		const struct rule_info *rule = &rule_infos[v[i].rule];
		const struct binding *b = policy_binding(p, v[i].rule);
		struct verdict_item *out = &items[i];

		out->rule = str_of(rule->name);
		out->outcome = v[i].outcome == UNKNOWN ? STR("unknown") : STR("broken");
		out->found = figure(a, rule->unit, v[i].found, english);
		out->wanted = figure(a, rule->unit, v[i].wanted, english);
		out->sentence = fill(a, tr(english, str_of(rule->sentence)), out, v[i].subject);
		out->remedy = fill(a, tr(english, str_of(rule->remedy)), out, v[i].subject);
		out->waivable = b && b->force == FORCE_NORMALLY && !str_is(policy_waiver(p, v[i].rule), "none");
		out->waiver = v[i].waiver;
		out->advice = b && b->force == FORCE_ADVISE;
		clause_fill(p, b, out, english);
		reading_fill(k, out);
	}
	return (struct rows){ items, verdicts.n };
}
