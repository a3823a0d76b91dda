/*
 * Acts of the demand: a round is opened, a demand is sent, returned, sent again, withdrawn, accepted.
 *
 * Every sending is a version of its own; the case's row only carries what everybody may read of it (the public title).
 */
#include "across/deadline/deadline.h"
#include "across/party/party.h"
#include "base/choice.h"
#include "base/word.h"
#include "life/1-need/need.h"
#include "life/1-need/relist.h"
#include "life/1-need/need_facts.h"

/* ---- rounds ---- */

struct round_run {
	struct round_facts f;
	struct round_row row;
};

bool round_propose_facts(struct act_run *r)
{
	const struct round_form *in = r->in;
	struct round_run *s = r->facts = NEW(r->a, struct round_run);

	s->f = (struct round_facts){ in->first_day, in->last_day, r->today };
	return true;
}

void round_propose_judge(struct act_run *r)
{
	act_verdict(r, rule_round_dates(&((struct round_run *)r->facts)->f, r->policy));
}

void round_propose_apply(struct act_run *r)
{
	struct round_row row = { .id = act_id_next(r), .programme = r->q->programme, .state = STR("proposed"), .proposed_by = r->q->person };

	fields_copy(&round_row_fields, &row, &round_form_fields, r->in);
	row.number = act_number(r, "round");
	act_write(r, "need_round_insert", &row);
	r->made = row.id;
	act_tell_role(r, ROLE_eic, word(r->a, WORD_round_proposed, "title", str_c(r->a, row.title), NULL), row.body,
		str_fmt(r->a, "/rounds/%lld", (long long)row.id));
}

static bool load_round(struct act_run *r, struct round_row *row)
{
	struct id_key key = { .id = r->target };

	return (db_one(r->db, r->a, "need_round_read", &key, row) && row->programme == r->q->programme) || act_missing(r);
}

bool round_confirm_facts(struct act_run *r)
{
	struct round_run *s = r->facts = NEW(r->a, struct round_run);

	if (!load_round(r, &s->row))
		return false;
	s->f = (struct round_facts){ s->row.first_day, s->row.last_day, r->today };
	return str_is(s->row.state, "proposed") || act_not_now(r, s->row.state);
}

void round_confirm_judge(struct act_run *r)
{
	act_verdict(r, rule_round_dates(&((struct round_run *)r->facts)->f, r->policy));
}

void round_confirm_apply(struct act_run *r)
{
	struct round_row *row = &((struct round_run *)r->facts)->row;

	row->state = STR("open");
	row->confirmed_by = r->q->person;
	row->confirmed_at = r->now;
	act_write(r, "need_round_confirm", row);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_round_opened, "title", str_c(r->a, row->title), NULL), row->body,
		str_fmt(r->a, "/rounds/%lld", (long long)row->id));
}

/* ---- what the rules look at ---- */

struct need_run {
	struct need_facts f;
	struct org_row org;
	struct round_row round;
	struct challenge_row challenge;
	struct need_row last;
};

static void look_at_round(struct act_run *r, struct need_run *s, struct str kind)
{
	struct need_facts *f = &s->f;
	struct str kinds = s->round.kinds;

	f->in_round = true;
	f->round_confirmed = str_is(s->round.state, "open");
	f->round_first = s->round.first_day;
	f->round_last = s->round.last_day;
	f->round_title = s->round.title;
	f->kind_label = need_label(r->a, r->policy, "project_type", kind);
	while (kinds.n)
		f->kind_in_round |= str_eq(str_cut(&kinds, ','), kind);
}

void need_org_facts(struct act_run *r, struct need_facts *f, struct org_row *out, int64_t org)
{
	struct discredit_row entry = { 0 };
	enum credit_code code;

	if (!org_find(r->db, r->a, org, out))
		return;
	code = credit_code_check(out->credit_code);
	f->org = out->name;
	f->org_verified = str_is(out->state, "verified");
	f->org_kind = out->kind;
	f->org_enterprise = str_is(out->kind, "enterprise");
	f->org_code_good = code == CREDIT_GOOD || code == CREDIT_INNER_FAILS;
	f->org_in_district = org_in_district(out, r->policy);
	f->key_industry = out->key_industry ? 1 : f->org_verified ? 0 : -1;
	if (discredit_latest(r->db, r->a, &(struct discredit_key){ .org = org, .today = r->today }, &entry)) {
		f->discredit_day = entry.happened;
		f->discredit = entry.decision;
	}
}

void need_indicator_facts(struct need_facts *f, struct rows indicators)
{
	const struct need_indicator_form *i = indicators.v;

	f->indicators = (int64_t)indicators.n;
	for (size_t k = 0; k < indicators.n; k++) {
		f->targets += i[k].target.n > 0;
		f->blurred += i[k].target_public.n > 0;
		if (!i[k].target.n && !f->without_target.n)
			f->without_target = i[k].name;
	}
}

static void look_at_rows(struct need_facts *f, const struct need_form *in)
{
	const struct need_date_form *d = in->dates.v;
	const struct need_invited_form *u = in->invited.v;

	need_indicator_facts(f, in->indicators);
	f->dates = (int64_t)in->dates.n;
	for (size_t k = 0; k < in->dates.n; k++)
		if (d[k].month > f->latest_month) {
			f->latest_month = d[k].month;
			f->latest_name = d[k].name;
		}
	f->invited = (int64_t)in->invited.n;
	for (size_t k = 0; k < in->invited.n && !f->invited_bad.n; k++) {
		enum credit_code code = credit_code_check(u[k].credit_code);

		if (code != CREDIT_GOOD && code != CREDIT_INNER_FAILS)
			f->invited_bad = u[k].name;
	}
}

static void look_at_form(struct act_run *r, struct need_facts *f, const struct need_form *in)
{
	f->today = r->today;
	f->field_listed = choice_has(policy_list(r->policy, "industry_field"), in->field);
	f->field = in->field;
	f->goal = in->goal.n > 0;
	f->urgent = in->urgency.n > 0;
	f->support = in->support.n > 0;
	f->ownership = in->ownership.n > 0;
	f->alone = in->cannot_alone;
	f->sustained = in->sustained;
	f->first_use = in->first_use;
	f->credit_declared = in->credit;
	f->truth = in->truth;
	f->no_secret = in->no_secret;
	f->period = in->period;
	f->pay_fen = in->pay_fen;
	f->fiscal_fen = in->fiscal_fen;
	f->project_type = in->kind;
	f->total_fen = in->pay_fen + in->fiscal_fen + in->other_fen;
	f->restricted = str_is(in->scope, "restricted");
	f->confidential = in->confidential;
	f->blurred = (in->title_public.n > 0) + (in->problem_public.n > 0) + (in->goal_public.n > 0) + (in->conditions_public.n > 0);
	look_at_rows(f, in);
}

void need_judge_org(struct act_run *r, const struct need_facts *f)
{
	act_verdict(r, rule_need_org_verified(f, r->policy));
	act_verdict(r, rule_need_org_enterprise(f, r->policy));
	act_verdict(r, rule_need_org_code(f, r->policy));
	act_verdict(r, rule_need_org_district(f, r->policy));
	act_verdict(r, rule_need_key_industry(f, r->policy));
}

static void judge_form(struct act_run *r, const struct need_facts *f)
{
	act_verdict(r, rule_need_field(f, r->policy));
	act_verdict(r, rule_need_goal(f, r->policy));
	act_verdict(r, rule_need_urgent(f, r->policy));
	act_verdict(r, rule_need_alone(f, r->policy));
	act_verdict(r, rule_need_sustained(f, r->policy));
	act_verdict(r, rule_need_support(f, r->policy));
	act_verdict(r, rule_need_first_use(f, r->policy));
	act_verdict(r, rule_need_indicators(f, r->policy));
	act_verdict(r, rule_need_targets(f, r->policy));
	act_verdict(r, rule_need_dates(f, r->policy));
	act_verdict(r, rule_need_dates_inside(f, r->policy));
	act_verdict(r, rule_need_period(f, r->policy));
	act_verdict(r, rule_need_ownership(f, r->policy));
	act_verdict(r, rule_need_money(f, r->policy));
	act_verdict(r, rule_need_fiscal_share(f, r->policy));
	act_verdict(r, rule_need_fiscal_cap(f, r->policy));
	act_verdict(r, rule_need_credit_declared(f, r->policy));
	act_verdict(r, rule_need_credit(f, r->policy));
	act_verdict(r, rule_need_scope(f, r->policy));
	act_verdict(r, rule_need_scope_codes(f, r->policy));
	act_verdict(r, rule_need_blurred(f, r->policy));
	act_verdict(r, rule_need_no_secret(f, r->policy));
	act_verdict(r, rule_need_truth(f, r->policy));
}

/* ---- writing a version ---- */

static void write_confidential(struct act_run *r, int64_t need, int64_t n, const char *field, struct str body)
{
	struct need_confidential_row row = { .id = act_id_next(r), .need = need, .n = n, .field = str_of(field), .body = body };

	act_write(r, "need_confidential_insert", &row);
}

/* 8.1.c: where the demander gave a public wording it stands in the row, and the confidential one in a table of its own. */
static void part_indicator(struct act_run *r, struct need_indicator_row *i)
{
	if (!i->target_public.n)
		return;
	write_confidential(r, i->need, i->n, "existing", i->existing);
	write_confidential(r, i->need, i->n, "comparison", i->comparison);
	write_confidential(r, i->need, i->n, "target", i->target);
	write_confidential(r, i->need, i->n, "unit", i->unit);
	i->target = i->target_public;
	i->comparison = STR("quality");
	i->existing = i->unit = (struct str){ 0 };
}

static void part_field(struct act_run *r, int64_t need, const char *field, struct str *now, struct str shown)
{
	if (!shown.n || str_eq(shown, *now))
		return;
	write_confidential(r, need, 0, field, *now);
	*now = shown;
}

static void write_indicators(struct act_run *r, int64_t need, const struct need_form *in)
{
	struct rows rows = fields_copy_rows(r->a, &need_indicator_row_fields, &need_indicator_form_fields, in->indicators);
	struct need_indicator_row *i = rows.v;

	for (size_t k = 0; k < rows.n; k++) {
		i[k].id = act_id_next(r), i[k].need = need, i[k].n = (int64_t)k + 1;
		part_indicator(r, &i[k]);
		act_write(r, "need_indicator_insert", &i[k]);
	}
}

static void write_rows(struct act_run *r, int64_t need, const struct need_form *in)
{
	struct rows rows = fields_copy_rows(r->a, &need_date_row_fields, &need_date_form_fields, in->dates);
	struct need_date_row *d = rows.v;

	for (size_t k = 0; k < rows.n; k++) {
		d[k].id = act_id_next(r), d[k].need = need, d[k].n = (int64_t)k + 1;
		act_write(r, "need_date_insert", &d[k]);
	}
	rows = fields_copy_rows(r->a, &need_invited_row_fields, &need_invited_form_fields, in->invited);
	struct need_invited_row *u = rows.v;
	for (size_t k = 0; k < rows.n; k++) {
		u[k].id = act_id_next(r), u[k].need = need, u[k].n = (int64_t)k + 1;
		act_write(r, "need_invited_insert", &u[k]);
	}
}

static void write_version(struct act_run *r, const struct challenge_row *c, int64_t version)
{
	struct need_row n = { .id = act_id_next(r), .programme = r->q->programme, .challenge = c->id, .round = c->round,
		.version = version, .org = c->demander, .person = r->q->person, .at = r->now };
	struct need_row shown;

	fields_copy(&need_row_fields, &n, &need_form_fields, r->in);
	shown = n;
	if (n.title_public.n)
		shown.title = n.title_public;
	if (n.problem_public.n)
		shown.problem = n.problem_public;
	if (n.goal_public.n)
		shown.goal = n.goal_public;
	if (n.conditions_public.n)
		shown.conditions = n.conditions_public;
	act_write(r, "need_insert", &shown);
	part_field(r, n.id, "title", &n.title, n.title_public);
	part_field(r, n.id, "problem", &n.problem, n.problem_public);
	part_field(r, n.id, "goal", &n.goal, n.goal_public);
	part_field(r, n.id, "conditions", &n.conditions, n.conditions_public);
	write_indicators(r, n.id, r->in);
	write_rows(r, n.id, r->in);
}

/* What stands in the case's row is read by everybody who may know the case: the public title. */
static void take_heading(struct challenge_row *c, const struct need_form *in)
{
	c->title = in->title_public.n ? in->title_public : in->title;
	c->field = in->field;
	c->kind = in->kind;
	c->scope = in->scope;
}

static void tell_filed(struct act_run *r, const struct challenge_row *c, const struct org_row *org)
{
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_need_filed, "number", str_c(r->a, c->number), "org", str_c(r->a, org->name), NULL),
		c->title, need_link(r->a, c->id, "/need"));
}

/* ---- need_submit ---- */

bool need_submit_facts(struct act_run *r)
{
	const struct need_form *in = r->in;
	struct need_run *s = r->facts = NEW(r->a, struct need_run);

	if (!load_round(r, &s->round))
		return false;
	look_at_round(r, s, in->kind);
	need_org_facts(r, &s->f, &s->org, r->q->org);
	look_at_form(r, &s->f, in);
	return true;
}

void need_submit_judge(struct act_run *r)
{
	const struct need_facts *f = &((struct need_run *)r->facts)->f;

	act_verdict(r, rule_need_round_open(f, r->policy));
	act_verdict(r, rule_need_round_kind(f, r->policy));
	need_judge_org(r, f);
	judge_form(r, f);
}

void need_submit_apply(struct act_run *r)
{
	struct need_run *s = r->facts;
	struct challenge_row c = { .id = act_id_next(r), .programme = r->q->programme, .pack = r->policy->digest,
		.stage_since = r->today, .demander = r->q->org, .round = s->round.id, .filed_at = r->now,
		.entry = STR("demand") };

	need_form_case(r, &c, r->in, NULL);
	r->made = c.id;
	tell_filed(r, &c, &s->org);
}

/* ---- the same for a demand that is listed again ---- */

void need_form_facts(struct act_run *r, struct need_facts *f, const struct need_form *in)
{
	look_at_form(r, f, in);
}

void need_form_judge(struct act_run *r, const struct need_facts *f)
{
	judge_form(r, f);
}

void need_form_case(struct act_run *r, struct challenge_row *c, const struct need_form *in, const char *to)
{
	take_heading(c, in);
	c->number = act_number(r, "challenge");
	act_write(r, "need_challenge_insert", c);
	write_version(r, c, 1);
	act_move(r, c->id, to);
}

/* ---- need_resubmit ---- */

static bool load_case(struct act_run *r, struct need_run *s)
{
	struct challenge_key key = { .challenge = r->challenge };

	return (need_challenge(r->db, r->a, r->challenge, &s->challenge) && db_one(r->db, r->a, "need_latest", &key, &s->last))
		|| act_missing(r);
}

bool need_resubmit_prefill(struct act_run *r)
{
	struct need_form *in = r->in;
	struct need_full last;

	if (!need_current(r->db, r->a, r->challenge, &last))
		return false;
	fields_copy(&need_form_fields, in, &need_row_fields, &last.need);
	in->indicators = fields_copy_rows(r->a, &need_indicator_form_fields, &need_indicator_row_fields, last.indicators);
	in->dates = fields_copy_rows(r->a, &need_date_form_fields, &need_date_row_fields, last.dates);
	in->invited = fields_copy_rows(r->a, &need_invited_form_fields, &need_invited_row_fields, last.invited);
	return true;
}

bool need_resubmit_facts(struct act_run *r)
{
	struct need_run *s = r->facts = NEW(r->a, struct need_run);

	if (!load_case(r, s))
		return false;
	need_org_facts(r, &s->f, &s->org, s->challenge.demander);
	look_at_form(r, &s->f, r->in);
	return true;
}

void need_resubmit_judge(struct act_run *r)
{
	const struct need_facts *f = &((struct need_run *)r->facts)->f;

	need_judge_org(r, f);
	judge_form(r, f);
}

void need_resubmit_apply(struct act_run *r)
{
	struct need_run *s = r->facts;

	take_heading(&s->challenge, r->in);
	act_write(r, "need_challenge_update", &s->challenge);
	write_version(r, &s->challenge, s->last.version + 1);
	act_move(r, s->challenge.id, NULL);
	tell_filed(r, &s->challenge, &s->org);
}

/* ---- return, withdraw, accept ---- */

static void write_decision(struct act_run *r, const char *kind, struct str number, int64_t day, struct str reason)
{
	struct need_run *s = r->facts;
	struct need_decision_row d = { .id = act_id_next(r), .challenge = r->challenge, .need = s->last.id, .kind = str_of(kind),
		.number = number, .day = day, .reason = reason, .org = r->q->org, .person = r->q->person, .at = r->now };

	act_write(r, "need_decision_insert", &d);
	act_move(r, r->challenge, NULL);
}

static bool facts_of_case(struct act_run *r)
{
	struct need_run *s = r->facts = NEW(r->a, struct need_run);

	if (!load_case(r, s))
		return false;
	need_org_facts(r, &s->f, &s->org, s->challenge.demander);
	return true;
}

bool need_return_facts(struct act_run *r)
{
	return facts_of_case(r);
}

void need_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	const struct challenge_row *c = &((struct need_run *)r->facts)->challenge;

	write_decision(r, "returned", STR(""), r->today, in->reason);
	act_tell_org(r, c->demander, word(r->a, WORD_need_returned, "number", str_c(r->a, c->number), NULL), in->reason,
		need_link(r->a, c->id, "/need"));
}

bool need_withdraw_facts(struct act_run *r)
{
	return facts_of_case(r);
}

void need_withdraw_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	const struct challenge_row *c = &((struct need_run *)r->facts)->challenge;

	write_decision(r, "withdrawn", STR(""), r->today, in->reason);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_need_withdrawn, "number", str_c(r->a, c->number), NULL), in->reason,
		need_link(r->a, c->id, "/need"));
}

/* Returned and not sent again: it lapses on the day the pack says, by nobody's hand. */
bool need_lapse_facts(struct act_run *r)
{
	struct need_run *s;

	if (!facts_of_case(r))
		return false;
	s = r->facts;
	int64_t day = deadline_of_stage(policy_stage(r->policy, s->challenge.stage), s->challenge.stage_since).lapse;
	return (day && r->today >= day) || act_not_now(r, s->challenge.stage);
}

void need_lapse_apply(struct act_run *r)
{
	const struct challenge_row *c = &((struct need_run *)r->facts)->challenge;
	struct str title = word(r->a, WORD_need_lapsed, "number", str_c(r->a, c->number), NULL), text = word_text(WORD_need_lapsed_text);

	write_decision(r, "lapsed", STR(""), r->today, text);
	act_tell_org(r, c->demander, title, text, need_link(r->a, c->id, "/need"));
	act_tell_role(r, ROLE_bureau, title, text, need_link(r->a, c->id, "/need"));
}

bool need_accept_prefill(struct act_run *r)
{
	((struct need_accept_form *)r->in)->day = r->today;
	return true;
}

bool need_accept_facts(struct act_run *r)
{
	return facts_of_case(r);
}

void need_accept_judge(struct act_run *r)
{
	need_judge_org(r, &((struct need_run *)r->facts)->f);
}

void need_accept_apply(struct act_run *r)
{
	const struct need_accept_form *in = r->in;
	const struct challenge_row *c = &((struct need_run *)r->facts)->challenge;
	struct str number = in->number.n ? in->number : act_number(r, "acceptance_of_demand");

	write_decision(r, "accepted", number, in->day, in->opinion);
	act_tell_org(r, c->demander, word(r->a, WORD_need_accepted, "number", str_c(r->a, c->number), NULL), in->opinion,
		need_link(r->a, c->id, "/need"));
}
