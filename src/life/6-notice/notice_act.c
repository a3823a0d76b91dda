/*
 * 6-notice: publish for the working days that the pack asks for, end by itself the day after the last day, establish the project.
 */
#include "base/day.h"
#include "across/race/race.h"
#include "base/word.h"
#include "life/6-notice/notice.h"
#include "life/6-notice/notice_facts.h"
#include "life/6-notice/objection.h"

static struct str notice_link(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/notice", (long long)r->challenge);
}

static struct str bureau(struct act_run *r)
{
	return policy_local_name(r->policy, "bureau");
}

static struct str partners_of(struct act_run *r)
{
	struct notice_key key = { .challenge = r->challenge };

	return notice_names(r->a, db_all(r->db, r->a, "notice_partners_of_case", &key));
}

/* The case as the notice tells of it; of a horse race all winners. */
static bool read_told(struct act_run *r, struct notice_case_row *c)
{
	struct notice_key key = { .challenge = r->challenge };
	struct notice_race race;

	if (!db_one(r->db, r->a, "notice_case", &key, c))
		return false;
	if (!notice_race(r->db, r->a, r->challenge, &race))
		return true;
	c->winner = race.names;
	c->quote_fen = race.pay_fen;
	c->leader = race.leaders;
	if (c->plan.n)
		c->plan = race.plans;
	return true;
}

/* ---- publish ---- */

struct publishing {
	struct notice_facts f;
	struct notice_case_row c;
	struct notice_row row;
};

bool notice_publish_prefill(struct act_run *r)
{
	struct notice_form *in = r->in;

	in->basis = str_join(r->a, r->policy->title, " ", r->policy->number);
	in->receiver = bureau(r);
	return true;
}

/* First and last day from the pack's number of working days. */
static void count_days(struct act_run *r, struct publishing *o)
{
	if (!policy_enabled(r->policy, RULE_notice_calendar))
		return;
	o->row.days = policy_param(r->policy, RULE_notice_calendar, "days");
	o->row.first_counts = policy_param(r->policy, RULE_notice_calendar, "first_counts");
	o->row.first_day = calendar_nth(r->calendar, r->today, 1, o->row.first_counts, &o->f.missing_year);
	if (o->row.first_day)
		o->row.last_day = calendar_nth(r->calendar, r->today, (int)o->row.days, o->row.first_counts, &o->f.missing_year);
}

bool notice_publish_facts(struct act_run *r)
{
	const struct notice_form *in = r->in;
	struct publishing *o = NEW(r->a, struct publishing);

	r->facts = o;
	if (!read_told(r, &o->c))
		return act_missing(r);
	count_days(r, o);
	struct challenge_row c;
	o->f.restricted = db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c) && str_is(c.scope, "restricted");
	o->f.posted = str_trim(in->url).n > 0;
	o->f.receiver_given = (str_trim(in->receiver).n > 0) + (str_trim(in->address).n > 0) + (str_trim(in->phone).n > 0);
	return true;
}

void notice_publish_judge(struct act_run *r)
{
	const struct publishing *o = r->facts;

	act_verdict(r, rule_notice_calendar(&o->f, r->policy));
	act_verdict(r, rule_notice_receiver(&o->f, r->policy));
	act_verdict(r, rule_notice_restricted(&o->f, r->policy));
}

static int64_t issue_notice(struct act_run *r, const struct publishing *o)
{
	const struct notice_case_row *c = &o->c;
	const struct notice_row *n = &o->row;
	bool hidden = !c->plan.n;       /* a restricted scope: the paper is for everybody */
	struct notice_paper paper = {
		.id = n->id, .challenge = n->challenge, .number = n->number, .challenge_number = c->challenge_number,
		.title = hidden ? word_text(WORD_notice_restricted) : c->title, .field = c->field, .demander = c->demander,
		.winner = c->winner, .partners = partners_of(r), .plan = c->plan, .leader = hidden ? STR("") : c->leader,
		.quote_fen = c->quote_fen, .fiscal_fen = c->fiscal_fen, .state = n->state,
		.published_on = n->published_on, .first_day = n->first_day, .last_day = n->last_day,
		.days = n->days, .first_counts = n->first_counts, .basis = n->basis, .receiver = n->receiver, .address = n->address, .phone = n->phone,
		.overseer = n->overseer, .url = n->url, .document = c->document, .decided_on = c->decided_on, .issuer = bureau(r),
	};

	return act_issue(r, "notice", n->id, &notice_paper_fields, &paper);
}

static void tell_published(struct act_run *r, const struct publishing *o)
{
	struct str title = word(r->a, WORD_notice_published, NULL);
	struct str text = word(r->a, WORD_notice_published_text, "first", str_c(r->a, day_text_cn(r->a, o->row.first_day)),
		"last", str_c(r->a, day_text_cn(r->a, o->row.last_day)), NULL);

	act_tell_org(r, o->c.demander_org, title, text, notice_link(r));
	struct rows race = race_winners(r->db, r->a, r->challenge);
	const struct race_winner_row *w = race.v;
	if (race.n < 2)
		act_tell_org(r, o->c.winner_org, title, text, notice_link(r));
	for (size_t i = 0; race.n > 1 && i < race.n; i++)
		act_tell_org(r, w[i].org, title, text, notice_link(r));
}

void notice_publish_apply(struct act_run *r)
{
	const struct notice_form *in = r->in;
	struct publishing *o = r->facts;
	struct notice_row *n = &o->row;

	n->id = act_id_next(r);
	n->programme = r->q->programme;
	n->challenge = r->challenge;
	n->award = o->c.award;
	n->number = act_number(r, "notice");
	n->state = STR("running");
	n->published_on = r->today;
	n->basis = in->basis, n->receiver = in->receiver, n->address = in->address, n->phone = in->phone;
	n->overseer = in->overseer, n->url = in->url;
	if (!o->f.restricted || notice_restricted_shown(r->policy))
		n->paper = issue_notice(r, o);          /* a paper of this kind is for everybody */
	act_write(r, "notice_insert", n);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	tell_published(r, o);
}

/* ---- end, establish ---- */

struct ending {
	struct notice_facts f;
	struct notice_row row;
	struct notice_case_row c;
};

static bool notice_in(struct act_run *r, const char *state)
{
	struct ending *o = NEW(r->a, struct ending);
	struct notice_key key = { .challenge = r->challenge };

	r->facts = o;
	if (!db_one(r->db, r->a, "notice_newest", &key, &o->row) || !read_told(r, &o->c))
		return act_missing(r);
	o->f.today = r->today;
	o->f.last_day = o->row.last_day;
	o->f.objections = objections_open(r->db, r->a, r->challenge);
	return str_is(o->row.state, state) || act_not_now(r, r->stage);
}

bool notice_end_facts(struct act_run *r)
{
	return notice_in(r, "running");
}

void notice_end_judge(struct act_run *r)
{
	const struct ending *o = r->facts;

	act_verdict(r, rule_notice_over(&o->f, r->policy));
}

void notice_end_apply(struct act_run *r)
{
	struct ending *o = r->facts;

	o->row.state = STR("ended");
	o->row.ended_at = r->now;
	act_write(r, "notice_set_state", &o->row);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_notice_ended, NULL), word(r->a, WORD_notice_ended_text, NULL), notice_link(r));
}

bool establish_facts(struct act_run *r)
{
	return notice_in(r, "ended");
}

void establish_judge(struct act_run *r)
{
	const struct ending *o = r->facts;

	act_verdict(r, rule_notice_over(&o->f, r->policy));
	act_verdict(r, rule_notice_no_objection(&o->f, r->policy));
}

static int64_t issue_establishment(struct act_run *r, const struct ending *o, const struct establishment_row *e)
{
	const struct notice_case_row *c = &o->c;
	struct establishment_paper paper = {
		.number = e->number, .challenge_number = c->challenge_number, .title = c->title, .plan = c->plan, .demander = c->demander,
		.winner = c->winner, .partners = partners_of(r), .leader = c->leader, .quote_fen = c->quote_fen, .fiscal_fen = c->fiscal_fen,
		.notice_number = o->row.number, .first_day = o->row.first_day, .last_day = o->row.last_day, .document = c->document,
		.decided_on = c->decided_on, .day = e->day, .issuer = bureau(r),
	};

	return act_issue(r, "establishment", e->id, &establishment_paper_fields, &paper);
}

static void tell_established(struct act_run *r, const struct ending *o, struct str number)
{
	struct notice_key key = { .challenge = r->challenge };
	struct rows partners = db_all(r->db, r->a, "notice_partners_of_case", &key);
	const struct notice_name_row *p = partners.v;
	struct str title = word(r->a, WORD_notice_established, "number", str_c(r->a, number), NULL);
	struct str text = word(r->a, WORD_notice_established_text, NULL);
	struct str link = str_fmt(r->a, "/challenges/%lld", (long long)r->challenge);

	act_tell_org(r, o->c.demander_org, title, text, link);
	if (race_winners(r->db, r->a, r->challenge).n < 2)     /* runners hear of their own cases */
		act_tell_org(r, o->c.winner_org, title, text, link);
	for (size_t i = 0; i < partners.n; i++)
		if (p[i].org)
			act_tell_org(r, p[i].org, title, text, link);
	act_tell_role(r, ROLE_finance, title, text, link);
}

void establish_apply(struct act_run *r)
{
	const struct establish_form *in = r->in;
	struct ending *o = r->facts;
	struct establishment_row e = { .id = act_id_next(r), .challenge = r->challenge, .notice = o->row.id, .number = act_number(r, "project"),
		.day = r->today, .remark = in->remark };
	struct challenge_row c;
	struct id_key key = { .id = r->challenge };

	e.paper = issue_establishment(r, o, &e);
	act_write(r, "notice_establishment_insert", &e);
	if (db_one(r->db, r->a, "challenge_read", &key, &c)) {
		c.project_number = e.number;
		act_write(r, "notice_set_project", &c);
	}
	struct rows race = race_winners(r->db, r->a, r->challenge);
	if (race.n > 1)
		race_start(r, &c, race);
	act_move(r, r->challenge, race.n > 1 ? "race.allotting" : "contract.drafting");
	r->made = r->challenge;
	tell_established(r, o, e.number);
}
