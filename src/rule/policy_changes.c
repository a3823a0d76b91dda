/*
 * changes.yaml and grades.yaml of a pack: what may be changed while a project runs, who asks and who approves; which grades an acceptance
 * may have and what each leads to.  Called by policy_parse() only.
 */
#include "rule/policy_read.h"

#include "base/choice.h"

struct raw_change {
	struct change_rule c;
	int64_t place;
};
static const struct yaml_key change_keys[] = {
	{ "kind", YAML_AS_TEXT, offsetof(struct raw_change, c.kind), .max = 40 },
	{ "ask", YAML_AS_TEXTS, offsetof(struct raw_change, c.ask), .min = 1, .max = 5 },
	{ "approve", YAML_AS_TEXTS, offsetof(struct raw_change, c.approve), .min = 1, .max = 5 },
	{ "clause", YAML_AS_TEXT, offsetof(struct raw_change, c.clause), .max = 12 },
	{ "evidence", YAML_AS_FLAG, offsetof(struct raw_change, c.evidence), .may_miss = true },
	{ "most_times", YAML_AS_INT, offsetof(struct raw_change, c.most_times), .may_miss = true, .min = 0, .max = 99 },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_change, place) },
};
static const struct yaml_shape change_shape = YAML_SHAPE(change_keys, struct raw_change);

struct raw_grade {
	struct grade g;
	struct str label_en;
	int outcome;
	int64_t place;
};
static const char *const outcomes[] = { "pass", "rectify", "fail", NULL };
static const struct yaml_key grade_keys[] = {
	{ "grade", YAML_AS_TEXT, offsetof(struct raw_grade, g.code), .max = 20 },
	{ "label", YAML_AS_TEXT, offsetof(struct raw_grade, g.label), .max = 20 },
	{ "label_en", YAML_AS_TEXT, offsetof(struct raw_grade, label_en), .max = 60 },
	{ "outcome", YAML_AS_WORD, offsetof(struct raw_grade, outcome), .words = outcomes },
	{ .as = YAML_AS_PLACE, .at = offsetof(struct raw_grade, place) },
};
static const struct yaml_shape grade_shape = YAML_SHAPE(grade_keys, struct raw_grade);

static void parties_known(struct pack_read *r, int64_t place, const char *path, struct rows names)
{
	struct rows known = choices_builtin(r->a, "change_party");
	const struct str *s = names.v;

	for (size_t i = 0; i < names.n; i++)
		if (!choice_has(known, s[i]))
			PACK_WRONG(r, "changes.yaml", place, path, "no party '%.*s': demander, awardee, bureau, government, finance", STR_ARG(s[i]));
}

/* Whoever asks agrees by asking: somebody else has to be among those who approve. */
static bool another(const struct str *approve, size_t n, struct str asks)
{
	for (size_t i = 0; i < n; i++)
		if (!str_eq(approve[i], asks))
			return true;
	return false;
}

static void somebody_else(struct pack_read *r, const struct raw_change *c)
{
	const struct str *ask = c->c.ask.v;

	for (size_t i = 0; i < c->c.ask.n; i++)
		if (!another(c->c.approve.v, c->c.approve.n, ask[i]))
			PACK_WRONG(r, "changes.yaml", c->place, "approve", "what %.*s asks for nobody else approves", STR_ARG(ask[i]));
}

static void read_changes(struct pack_read *r)
{
	static const struct pack_part part = { "changes", 1, { offsetof(struct raw_change, c.kind) } };
	struct rows raw = pack_list(r, "changes.yaml", &change_shape, false, &part), known = choices_builtin(r->a, "change_kind");
	const struct raw_change *c = raw.v;
	struct change_rule *out = NEW_ARRAY(r->a, raw.n + 1, struct change_rule);

	for (size_t i = 0; i < raw.n; i++) {
		r->p->changes = (struct rows){ out, i };
		if (!choice_has(known, c[i].c.kind))
			PACK_WRONG(r, "changes.yaml", c[i].place, "kind", "no kind of change '%.*s'", STR_ARG(c[i].c.kind));
		if (policy_change(r->p, c[i].c.kind))
			PACK_WRONG(r, "changes.yaml", c[i].place, "kind", "'%.*s' is given twice", STR_ARG(c[i].c.kind));
		if (!policy_clause(r->p, c[i].c.clause))
			PACK_WRONG(r, "changes.yaml", c[i].place, "clause", "no clause '%.*s'", STR_ARG(c[i].c.clause));
		parties_known(r, c[i].place, "ask", c[i].c.ask);
		parties_known(r, c[i].place, "approve", c[i].c.approve);
		somebody_else(r, &c[i]);
		out[i] = c[i].c;
	}
	r->p->changes = (struct rows){ out, raw.n };
}

/* The grades are also a list of choices: what the conclusion of an acceptance chooses from. */
static void list_of_grades(struct pack_read *r)
{
	const struct grade *g = r->p->grades.v;
	const struct word_list *old = r->p->lists.v;
	struct word_list *lists = NEW_ARRAY(r->a, r->p->lists.n + 1, struct word_list);
	struct choice *items = NEW_ARRAY(r->a, r->p->grades.n, struct choice);

	for (size_t i = 0; i < r->p->lists.n; i++)
		lists[i] = old[i];
	for (size_t i = 0; i < r->p->grades.n; i++)
		items[i] = (struct choice){ g[i].code, g[i].label };
	lists[r->p->lists.n] = (struct word_list){ STR("acceptance_grade"), { items, r->p->grades.n } };
	r->p->lists = (struct rows){ lists, r->p->lists.n + 1 };
}

static void read_grades(struct pack_read *r)
{
	static const struct pack_part part = { "grades", 1, { offsetof(struct raw_grade, g.code) } };
	struct rows raw = pack_list(r, "grades.yaml", &grade_shape, true, &part);
	const struct raw_grade *g = raw.v;
	struct grade *out = NEW_ARRAY(r->a, raw.n + 1, struct grade);

	for (size_t i = 0; i < raw.n; i++) {
		r->p->grades = (struct rows){ out, i };
		if (policy_grade(r->p, g[i].g.code))
			PACK_WRONG(r, "grades.yaml", g[i].place, "grade", "'%.*s' is given twice", STR_ARG(g[i].g.code));
		out[i] = g[i].g;
		out[i].outcome = str_of(outcomes[g[i].outcome]);
		pack_word(r, g[i].g.label, g[i].label_en);
	}
	r->p->grades = (struct rows){ out, raw.n };
	list_of_grades(r);
}

void pack_read_changes(struct pack_read *r)
{
	read_changes(r);
	read_grades(r);
}
