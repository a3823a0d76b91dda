/* Was the answer to an act what the story says?  If not, one sentence with everything that came instead. */
#include <string.h>

#include "base/day.h"
#include "base/money.h"
#include "story/world.h"

static const char *answer_word(const struct act_result *r, struct rows form_errors)
{
	static const enum word_id words[] = {
		[ANSWER_DONE] = WORD_story_done, [ANSWER_REPEATED] = WORD_story_done, [ANSWER_REFUSED] = WORD_story_refused,
		[ANSWER_FORBIDDEN] = WORD_story_forbidden, [ANSWER_NOT_NOW] = WORD_story_not_now, [ANSWER_MISSING] = WORD_story_missing,
	};
	if (form_errors.n)
		return word_text(WORD_story_wrong).p;
	if (r->waiting)
		return word_text(WORD_story_waiting).p;
	return r->answer == ANSWER_FAULT ? "fault" : word_text(words[r->answer]).p;
}

/* Everything that is known about the answer, for the reader of a failure. */
static struct str answer_told(struct story_world *w, const struct act_result *r, struct rows form_errors)
{
	struct buf b = { .arena = w->a };
	const struct form_error *e = form_errors.v;
	const struct verdict *v = r->verdicts.v;
	buf_puts(&b, answer_word(r, form_errors));
	for (size_t i = 0; i < form_errors.n; i++)
		buf_fmt(&b, "; %.*s: %.*s", STR_ARG(e[i].name), STR_ARG(e[i].text));
	for (size_t i = 0; !form_errors.n && i < r->verdicts.n; i++)
		buf_fmt(&b, "; %s %s %lld %s %lld %.*s", rule_infos[v[i].rule].name, word_text(WORD_story_found).p, (long long)v[i].found,
			word_text(WORD_story_wanted).p, (long long)v[i].wanted, STR_ARG(v[i].subject));
	if (!form_errors.n && r->stage.n)
		buf_fmt(&b, "; %.*s", STR_ARG(r->stage));
	if (!form_errors.n && r->answer == ANSWER_FAULT)
		buf_fmt(&b, " %d", (int)r->fault);
	return str_copy(w->a, buf_str(&b));
}

static bool figure_parse(enum unit unit, struct str text, int64_t *out)
{
	switch (unit) {
	case UNIT_FEN:
		return money_parse(text, out);
	case UNIT_SHARE:
		if (str_ends(text, "%"))
			text.n--;
		return money_parse(text, out);
	case UNIT_DAY:
		return day_parse(text, out);
	case UNIT_INSTANT:
		return instant_parse(text, out);
	default:
		return str_int(text, out);
	}
}

static bool figure_is(struct story_world *w, enum unit unit, struct str text, int64_t v)
{
	int64_t wanted;
	if (!text.n)
		return true;
	if (!figure_parse(unit, text, &wanted))
		return story_fail(w, WORD_story_e_line, text);
	return wanted == v;
}

static bool verdict_given(struct story_world *w, const struct story_expected *e, const struct act_result *r)
{
	const struct verdict *v = r->verdicts.v;
	bool known = false;
	for (int i = 0; i < RULE_COUNT; i++)
		known |= str_is(e->name, rule_infos[i].name);
	if (!known)
		return story_fail(w, WORD_story_e_rule, e->name);
	for (size_t i = 0; i < r->verdicts.n; i++) {
		const struct rule_info *rule = &rule_infos[v[i].rule];
		if (str_is(e->name, rule->name) && figure_is(w, rule->unit, e->found, v[i].found) && figure_is(w, rule->unit, e->wanted, v[i].wanted))
			return true;
	}
	return false;
}

/* The field is named by its path, its last part, or by its label's sentence. */
static bool field_wrong(const struct story_expected *e, struct rows form_errors)
{
	const struct form_error *f = form_errors.v;
	for (size_t i = 0; i < form_errors.n; i++) {
		struct str last = f[i].name;
		for (struct str rest = f[i].name; rest.n;)
			last = str_cut(&rest, '.');
		if (str_eq(f[i].name, e->name) || str_eq(last, e->name) || memmem(f[i].text.p, f[i].text.n, e->name.p, e->name.n))
			return true;
	}
	return false;
}

static enum answer answer_wanted(enum word_id what)
{
	switch (what) {
	case WORD_story_refused: return ANSWER_REFUSED;
	case WORD_story_forbidden: return ANSWER_FORBIDDEN;
	case WORD_story_not_now: return ANSWER_NOT_NOW;
	case WORD_story_missing: return ANSWER_MISSING;
	default: return ANSWER_DONE;
	}
}

static bool one_expected(struct story_world *w, const struct story_expected *e, const struct act_result *r, struct rows form_errors)
{
	bool wrong = e->what == WORD_story_wrong;
	struct str told = answer_told(w, r, form_errors);
	bool kind = wrong ? form_errors.n > 0 :
		!form_errors.n && r->answer == answer_wanted(e->what) && r->waiting == (e->what == WORD_story_waiting);
	if (!kind) {
		w->error = word(w->a, WORD_story_e_answer, "wanted", word_text(e->what).p, "found", told.p, NULL);
		return false;
	}
	bool named = wrong ? field_wrong(e, form_errors) :
		(e->what != WORD_story_refused && e->what != WORD_story_advised) || verdict_given(w, e, r);
	if (named || w->error.n)
		return named;
	w->error = word(w->a, WORD_story_e_verdict, "what", str_c(w->a, e->name), "found", told.p, NULL);
	return false;
}

bool story_expect(struct story_world *w, const struct story_act *s, const struct act_result *r, struct rows form_errors)
{
	static const struct story_expected done = { .what = WORD_story_done };
	for (size_t i = 0; i < s->expected_n; i++)
		if (!one_expected(w, &s->expected[i], r, form_errors))
			return false;
	if (!s->expected_n && !one_expected(w, &done, r, form_errors))
		return false;
	if (!s->stage.n || str_eq(s->stage, w->stage))
		return true;
	w->error = word(w->a, WORD_story_e_stage, "wanted", str_c(w->a, s->stage), "found", str_c(w->a, w->stage), NULL);
	return false;
}
