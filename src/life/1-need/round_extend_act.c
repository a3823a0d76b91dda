/* A round of solicitation runs longer than announced (8.1.a): proposed by the bureau, in force when the commission confirms it, as both announced it. */
#include "base/day.h"
#include "base/word.h"
#include "life/1-need/relist.h"
#include "life/1-need/round_facts.h"

struct extending {
	struct round_extend_facts f;
	struct round_row round;
	struct round_extension_row row;
};

static bool load(struct act_run *r, struct extending **out)
{
	struct extending *o = r->facts = NEW(r->a, struct extending);
	struct count_row n = { 0 };
	struct id_key key = { .id = r->target };

	*out = o;
	if (!db_one(r->db, r->a, "need_round_read", &key, &o->round) || o->round.programme != r->q->programme)
		return act_missing(r);
	db_one(r->db, r->a, "round_extension_newest", &key, &o->row);
	db_one(r->db, r->a, "round_extension_count", &key, &n);
	o->f = (struct round_extend_facts){ .today = r->today, .old_day = o->round.last_day, .times = n.n };
	return true;
}

bool round_extend_facts(struct act_run *r)
{
	const struct round_extend_form *in = r->in;
	struct extending *o;

	if (!load(r, &o))
		return false;
	o->f.new_day = in->last_day;
	return (str_is(o->round.state, "open") && !str_is(o->row.state, "proposed")) || act_not_now(r, o->round.state);
}

static void judge(struct act_run *r)
{
	const struct round_extend_facts *f = &((struct extending *)r->facts)->f;

	act_verdict(r, rule_round_not_over(f, r->policy));
	act_verdict(r, rule_round_later(f, r->policy));
}

void round_extend_judge(struct act_run *r)
{
	judge(r);
	act_verdict(r, rule_round_times(&((struct extending *)r->facts)->f, r->policy));
}

void round_extend_apply(struct act_run *r)
{
	const struct round_extend_form *in = r->in;
	const struct extending *o = r->facts;
	struct round_extension_row row = { .id = act_id_next(r), .programme = r->q->programme, .round = o->round.id, .old_day = o->round.last_day,
		.new_day = in->last_day, .reason = in->reason, .media = in->media, .state = STR("proposed") };

	act_write(r, "round_extension_insert", &row);
	r->made = o->round.id;
	act_tell_role(r, ROLE_eic, word(r->a, WORD_round_extend_proposed, "title", str_c(r->a, o->round.title), NULL), in->reason,
		str_fmt(r->a, "/rounds/%lld", (long long)o->round.id));
}

bool round_extend_confirm_facts(struct act_run *r)
{
	struct extending *o;

	if (!load(r, &o))
		return false;
	o->f.new_day = o->row.new_day;
	return str_is(o->row.state, "proposed") || act_not_now(r, o->round.state);
}

void round_extend_confirm_judge(struct act_run *r)
{
	judge(r);
}

void round_extend_confirm_apply(struct act_run *r)
{
	struct extending *o = r->facts;

	o->row.state = STR("confirmed");
	act_write(r, "round_extension_set", &o->row);
	o->round.last_day = o->row.new_day;
	act_write(r, "round_set_last", &o->round);
	r->made = o->round.id;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_round_extended, "title", str_c(r->a, o->round.title),
		"day", str_c(r->a, day_text_cn(r->a, o->row.new_day)), NULL), o->row.reason, str_fmt(r->a, "/rounds/%lld", (long long)o->round.id));
}
