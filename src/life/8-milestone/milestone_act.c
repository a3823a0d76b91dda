/*
 * Milestones: the awardee's report, the panel that checks it, the demander's conclusion.
 */
#include "across/office/office.h"
#include "across/panel/panel.h"
#include "across/payment/payment.h"
#include "across/race/race.h"
#include "base/choice.h"
#include "base/day.h"
#include "base/limits.h"
#include "base/word.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/termination.h"

static struct str link_of(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/milestones", (long long)r->challenge);
}

static struct str title_of(struct act_run *r, enum word_id title, const struct milestone_row *m)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), "name", str_c(r->a, m->name), NULL);
}

static void tell_three(struct act_run *r, struct str title, struct str text)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);

	act_tell_org(r, p.demander, title, text, link_of(r));
	act_tell_org(r, p.awardee, title, text, link_of(r));
	act_tell_role(r, ROLE_bureau, title, text, link_of(r));
}

static void set_state(struct act_run *r, struct milestone_row *m, const char *state)
{
	m->state = str_of(state);
	act_write(r, "milestone_update", m);
}

/* ---- milestone_report ---- */

struct reporting {
	struct milestone_row m;
	struct milestone_report_facts f;
};

bool milestone_report_prefill(struct act_run *r)
{
	struct milestone_report_form *in = r->in;
	struct milestone_row m;

	if (!db_one(r->db, r->a, "milestone_by_id", &(struct id_key){ r->target }, &m))
		return false;
	struct milestone_actual_form *one = NEW(r->a, struct milestone_actual_form);
	one->indicator = m.indicator;
	in->actuals = (struct rows){ one, 1 };
	in->reached_on = r->today;
	in->progress = r->today <= m.due ? STR("intime") : STR("late");
	return true;
}

bool milestone_report_facts(struct act_run *r)
{
	const struct milestone_report_form *in = r->in;
	struct reporting *s = r->facts = NEW(r->a, struct reporting);
	const struct milestone_actual_form *x = in->actuals.v;

	if (!db_one(r->db, r->a, "milestone_by_id", &(struct id_key){ r->target }, &s->m))
		return act_missing(r);
	if (race_stopped(r->db, r->a, r->challenge))
		return act_not_now(r, r->stage);
	bool stage = str_is(r->stage, "milestone.running") || str_is(r->stage, "milestone.halted");
	if (!stage || str_is(s->m.state, "assessing") || str_is(s->m.state, "passed"))
		return act_not_now(r, stage ? s->m.state : r->stage);
	s->f.reached_on = in->reached_on;
	s->f.today = r->today;
	s->f.actuals = (int64_t)in->actuals.n;
	for (size_t i = 0; i < in->actuals.n; i++)
		s->f.actuals_evidenced += x[i].files.n > 0;
	return true;
}

void milestone_report_judge(struct act_run *r)
{
	const struct milestone_report_facts *f = &((struct reporting *)r->facts)->f;

	act_verdict(r, rule_milestone_day(f, r->policy));
	act_verdict(r, rule_milestone_evidenced(f, r->policy));
}

void milestone_report_apply(struct act_run *r)
{
	const struct milestone_report_form *in = r->in;
	const struct milestone_actual_form *x = in->actuals.v;
	struct milestone_row *m = &((struct reporting *)r->facts)->m;
	struct rows before = db_all(r->db, r->a, "milestone_reports_of", &(struct milestone_key){ m->id });
	struct milestone_report_row row = { .id = act_id_next(r), .challenge = r->challenge, .milestone = m->id,
		.version = (int64_t)before.n + 1, .reached_on = in->reached_on, .progress = in->progress, .summary = in->summary,
		.spent_fen = in->spent_fen, .problems = in->problems, .org = r->q->org, .person = r->q->person, .at = r->now };

	act_write(r, "milestone_report_insert", &row);
	for (size_t i = 0; i < in->actuals.n; i++) {
		struct milestone_actual_row a = { .id = act_id_next(r), .challenge = r->challenge, .milestone = m->id, .report = row.id,
			.ord = (int64_t)i + 1, .indicator = x[i].indicator, .actual = x[i].actual, .evidence = x[i].evidence, .files = x[i].files };
		act_write(r, "milestone_actual_insert", &a);
	}
	set_state(r, m, "reported");
	tell_three(r, title_of(r, WORD_milestone_reported_title, m), word_text(WORD_milestone_reported_text));
	r->made = r->challenge;
}

/* ---- milestone_return: the demander sends a report back to be completed, before a panel is seated ---- */

bool milestone_return_facts(struct act_run *r)
{
	struct reporting *s = r->facts = NEW(r->a, struct reporting);

	if (!db_one(r->db, r->a, "milestone_by_id", &(struct id_key){ r->target }, &s->m))
		return act_missing(r);
	return str_is(s->m.state, "reported") || act_not_now(r, s->m.state);
}

void milestone_return_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct milestone_row *m = &((struct reporting *)r->facts)->m;
	bool failed_before = db_all(r->db, r->a, "milestone_results_of", &(struct milestone_key){ m->id }).n > 0;

	set_state(r, m, failed_before ? "failed" : "planned");
	office_sent_back(r, "milestone_report", m->name, in->reason);
	tell_three(r, title_of(r, WORD_milestone_returned_title, m), in->reason);
	r->made = r->challenge;
}

/* ---- milestone_panel_set ---- */

struct seating {
	struct milestone_row m;
	struct panel_form panel;
	struct panel_facts p;
	struct milestone_panel_facts f;
};

bool milestone_panel_set_prefill(struct act_run *r)
{
	struct milestone_panel_form *in = r->in;
	struct rows all = db_all(r->db, r->a, "milestones_of", &(struct challenge_key){ r->challenge });
	const struct milestone_row *m = all.v;

	for (size_t i = 0; i < all.n && !in->milestone; i++)
		if (!str_is(m[i].state, "passed"))
			in->milestone = m[i].ord;
	return all.n > 0;
}

static struct str earlier_open(struct act_run *r, int64_t ord)
{
	struct rows all = db_all(r->db, r->a, "milestones_of", &(struct challenge_key){ r->challenge });
	const struct milestone_row *m = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (m[i].ord < ord && !str_is(m[i].state, "passed"))
			return m[i].name;
	return (struct str){ 0 };
}

bool milestone_panel_set_facts(struct act_run *r)
{
	const struct milestone_panel_form *in = r->in;
	struct seating *s = r->facts = NEW(r->a, struct seating);

	if (!db_one(r->db, r->a, "milestone_by_ord", &(struct milestone_ord_key){ r->challenge, in->milestone }, &s->m))
		return act_missing(r);
	if (str_is(s->m.state, "passed") || race_stopped(r->db, r->a, r->challenge))
		return act_not_now(r, s->m.state);
	s->panel = (struct panel_form){ .seats = in->seats, .meets = in->meets, .method = in->method, .place = in->place };
	s->p = panel_facts_of_form(r, r->challenge, &s->panel);
	s->f = (struct milestone_panel_facts){ .members = s->p.members, .kinds = s->p.kinds, .demander_head = s->p.demander_head,
		.tied = s->p.tied, .reported = str_is(s->m.state, "reported"), .earlier_open = earlier_open(r, in->milestone) };
	return true;
}

void milestone_panel_set_judge(struct act_run *r)
{
	const struct seating *s = r->facts;

	act_verdict(r, rule_milestone_reported(&s->f, r->policy));
	act_verdict(r, rule_milestone_in_turn(&s->f, r->policy));
	act_verdict(r, rule_milestone_panel_size(&s->f, r->policy));
	act_verdict(r, rule_milestone_panel_odd(&s->f, r->policy));
	act_verdict(r, rule_milestone_panel_kinds(&s->f, r->policy));
	act_verdict(r, rule_milestone_panel_head(&s->f, r->policy));
	act_verdict(r, rule_milestone_panel_conflict(&s->f, r->policy));
	panel_judge(r, &s->p);
}

void milestone_panel_set_apply(struct act_run *r)
{
	const struct milestone_panel_form *in = r->in;
	struct seating *s = r->facts;
	int64_t panel = panel_seat(r, "milestone", r->challenge, s->m.id, &s->panel);
	struct milestone_check_row check = { .id = act_id_next(r), .challenge = r->challenge, .milestone = s->m.id, .panel = panel,
		.methods = in->methods };

	act_write(r, "milestone_check_insert", &check);
	set_state(r, &s->m, "assessing");
	act_move(r, r->challenge, "milestone.assessing");
	tell_three(r, title_of(r, WORD_milestone_panel_title, &s->m),
		word(r->a, WORD_milestone_panel_text, "day", day_text(r->a, in->meets).p, NULL));
	r->made = panel;
}

/* ---- milestone_conclude ---- */

struct concluding {
	struct milestone_row m;
	struct milestone_check_row check;
	struct milestone_conclude_facts f;
};

bool milestone_conclude_prefill(struct act_run *r)
{
	struct milestone_conclude_form *in = r->in;
	struct milestone_check_row check;

	if (!db_one(r->db, r->a, "milestone_check_newest", &(struct challenge_key){ r->challenge }, &check))
		return false;
	struct milestone_evidence_form *rows = NEW_ARRAY(r->a, LIMIT_ROWS, struct milestone_evidence_form);
	size_t n = 0;
	struct str left = check.methods;
	while (left.n && n < LIMIT_ROWS)
		rows[n++].method = str_cut(&left, ',');
	in->evidence = (struct rows){ rows, n };
	return true;
}

static bool evidenced(const struct milestone_conclude_form *in, struct str method)
{
	const struct milestone_evidence_form *e = in->evidence.v;

	for (size_t i = 0; i < in->evidence.n; i++)
		if (str_eq(e[i].method, method) && e[i].files.n > 0)
			return true;
	return false;
}

static void count_methods(struct act_run *r, struct concluding *s)
{
	struct rows names = policy_list(r->policy, "milestone_method");
	struct str left = s->check.methods;

	while (left.n) {
		struct str method = str_cut(&left, ',');
		s->f.methods++;
		if (evidenced(r->in, method))
			s->f.methods_evidenced++;
		else if (!s->f.method_bare.n)
			s->f.method_bare = choice_label(names, method);
	}
}

bool milestone_conclude_facts(struct act_run *r)
{
	const struct milestone_conclude_form *in = r->in;
	struct concluding *s = r->facts = NEW(r->a, struct concluding);
	struct challenge_key key = { r->challenge };

	if (!db_one(r->db, r->a, "milestone_check_newest", &key, &s->check)
		|| !db_one(r->db, r->a, "milestone_by_id", &(struct id_key){ s->check.milestone }, &s->m))
		return act_missing(r);
	struct panel_result p = panel_result(r->db, r->a, r->challenge, "milestone", s->m.id);
	s->f.panel_signed = p.panel == s->check.panel && p.signed_by_all;
	s->f.panel_supports = str_is(p.conclusion, "support");
	s->f.pass = str_is(in->result, "pass");
	s->f.reasoned = str_trim(in->differs).n > 0;
	count_methods(r, s);
	return true;
}

void milestone_conclude_judge(struct act_run *r)
{
	const struct milestone_conclude_facts *f = &((struct concluding *)r->facts)->f;

	act_verdict(r, rule_milestone_panel_signed(f, r->policy));
	act_verdict(r, rule_milestone_methods_kept(f, r->policy));
	if (f->panel_signed)
		act_verdict(r, rule_milestone_follows_panel(f, r->policy));
}

static void write_result(struct act_run *r, const struct concluding *s)
{
	const struct milestone_conclude_form *in = r->in;
	const struct milestone_evidence_form *e = in->evidence.v;
	struct milestone_result_row row = { .id = act_id_next(r), .challenge = r->challenge, .milestone = s->m.id, .panel = s->check.panel,
		.result = in->result, .opinion = in->opinion, .differs = in->differs, .day = r->today, .org = r->q->org, .person = r->q->person };

	act_write(r, "milestone_result_insert", &row);
	for (size_t i = 0; i < in->evidence.n; i++) {
		struct milestone_evidence_row ev = { .id = act_id_next(r), .challenge = r->challenge, .result = row.id, .ord = (int64_t)i + 1,
			.method = e[i].method, .found = e[i].found, .files = e[i].files };
		act_write(r, "milestone_evidence_insert", &ev);
	}
}

void milestone_conclude_apply(struct act_run *r)
{
	const struct milestone_conclude_form *in = r->in;
	struct concluding *s = r->facts;

	write_result(r, s);
	s->m.concluded_on = r->today;
	set_state(r, &s->m, s->f.pass ? "passed" : "failed");
	if (s->f.pass) {
		project_halt_lift(r, in->opinion, (struct str){ 0 });
		payment_resume(r, r->challenge);
		if (s->m.releases)
			payment_trigger(r, r->challenge, "stage_passed");
		act_move(r, r->challenge, "milestone.running");
		tell_three(r, title_of(r, WORD_milestone_passed_title, &s->m), in->opinion);
	} else {
		payment_stop(r, r->challenge);
		act_move(r, r->challenge, "milestone.halted");
		tell_three(r, title_of(r, WORD_milestone_failed_title, &s->m), word_text(WORD_milestone_failed_text));
	}
	r->made = r->challenge;
}
