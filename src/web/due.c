/*
 * How long a case may stand in its stage (the road's days, counted from the day it came there), and the words for stages and owners.
 */
#include "web/inside.h"
#include "across/deadline/deadline.h"
#include "base/day.h"
#include "base/word.h"

static void say(struct buf *b, bool english, struct str sentence)
{
	buf_put(b, b->n ? tr(english, word_text(WORD_semicolon)) : STR(""));
	buf_put(b, tr_sentence(b->arena, english, sentence));
}

/* What the road says happens when nobody acts, or why there is no limit. */
static struct str otherwise_text(struct arena *a, const struct policy *p, const struct road_stage *s, int64_t since, int64_t today, bool english)
{
	struct deadline_days d = deadline_of_stage(s, since);
	struct buf b = { .arena = a };
	enum act_id act;

	if (!s || s->final)
		return STR("");
	if (s->no_limit.n)
		return tr_with(p, english, s->no_limit);
	if (d.remind > today)
		say(&b, english, word(a, WORD_deadline_will_remind, "day", str_c(a, day_text(a, d.remind)), NULL));
	if (d.escalate)
		say(&b, english, word(a, d.escalate > today ? WORD_deadline_will_escalate : WORD_deadline_did_escalate,
			"day", str_c(a, day_text(a, d.escalate)), "who",
			str_c(a, owner_words(a, p, s->late.escalate_to, english)), NULL));
	if (d.lapse && act_find(s->late.lapse, &act))
		say(&b, english, word(a, WORD_deadline_will_lapse, "day", str_c(a, day_text(a, d.lapse)), "what",
			str_c(a, tr(english, str_of(act_infos[act].label))), NULL));
	return buf_str(&b);
}

struct due due_of(struct arena *a, const struct policy *p, struct str stage, int64_t since, int64_t today, bool english)
{
	const struct road_stage *s = policy_stage(p, stage);
	struct due d = { .tone = "" };
	const char *days;

	d.otherwise = otherwise_text(a, p, s, since, today, english);
	if (!s || !s->days || !since || s->final)
		return d;
	d.day = day_add(since, s->days);
	d.left = day_between(today, d.day);
	d.tone = d.left < 0 ? "bad" : d.left <= 3 ? "warn" : "";
	days = str_fmt(a, "%lld", (long long)(d.left < 0 ? -d.left : d.left)).p;
	d.text = tr_sentence(a, english, d.left < 0 ? word(a, WORD_due_over, "days", days, NULL)
		: d.left == 0 ? word_text(WORD_due_today) : word(a, WORD_due_left, "days", days, NULL));
	return d;
}

struct str stage_label(const struct policy *p, struct str stage, bool english)
{
	const struct road_stage *s = policy_stage(p, stage);

	if (!s)
		return stage;
	return english && s->label_en.n ? s->label_en : s->label;
}

struct str owner_words(struct arena *a, const struct policy *p, struct str owner, bool english)
{
	struct str name;

	if (str_is(owner, "demander"))
		return tr(english, word_text(WORD_owner_demander));
	if (str_is(owner, "bidder"))
		return tr(english, word_text(WORD_owner_bidder));
	if (str_is(owner, "expert"))
		return tr(english, word_text(WORD_owner_expert));
	if (str_is(owner, "system"))
		return tr(english, word_text(WORD_owner_system));
	if (!owner.n || str_is(owner, "none"))
		return word_text(WORD_owner_none);
	name = policy_local_name(p, str_c(a, owner));
	return name.n ? tr_with(p, english, name) : owner;
}

struct rows stage_choices(struct arena *a, const struct policy *p, bool english)
{
	const struct road_stage *s = p->stages.v;
	struct choice *c = NEW_ARRAY(a, p->stages.n + 1, struct choice);

	for (size_t i = 0; i < p->stages.n; i++)
		c[i] = (struct choice){ s[i].id, english && s[i].label_en.n ? s[i].label_en : s[i].label };
	return (struct rows){ c, p->stages.n };
}
