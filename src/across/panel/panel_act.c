/*
 * The acts of panel members: declare, give an opinion, report, sign; and the bureau's exchange of a member.
 *
 * Every act finds the member's seat first; whoever has none gets "not there".
 */
#include "base/form.h"
#include "base/word.h"
#include "across/panel/panel.h"
#include "across/panel/panel_in.h"
#include "across/panel/panel_rules.h"

struct member {
	struct panel_row panel;
	struct panel_seat_row seat;
};

/* The panel in this state and the seat of whoever acts. */
static bool find_member(struct act_run *r, struct member *m, const char *state)
{
	struct panel_key key = { .panel = r->target, .person = r->q->person };

	if (!panel_find(r->db, r->a, r->target, &m->panel) || !db_one(r->db, r->a, "panel_seat_of", &key, &m->seat))
		return act_missing(r);
	if (str_is(m->seat.state, "replaced"))
		return act_missing(r);
	if (!str_is(m->panel.state, state))
		return act_not_now(r, m->panel.state);
	return true;
}

static struct str link_of(struct act_run *r)
{
	return str_fmt(r->a, "/panels/%lld", (long long)r->target);
}

static bool may_speak(struct str seat_state)
{
	return str_is(seat_state, "clear") || str_is(seat_state, "opined") || str_is(seat_state, "signed");
}

void panel_judge(struct act_run *r, const struct panel_facts *f)
{
	act_verdict(r, rule_panel_no_duplicate(f, r->policy));
	act_verdict(r, rule_panel_member_known(f, r->policy));
	act_verdict(r, rule_panel_chair_one(f, r->policy));
}

/* ---- declare ---- */

struct declaring {
	struct member m;
	struct panel_declare_facts f;
};

static void look_for_tie(struct act_run *r, struct declaring *o)
{
	struct panel_key key = { .challenge = r->challenge, .person = r->q->person };
	struct rows parties = db_all(r->db, r->a, "panel_parties", &key);
	struct panel_person_row who;
	const struct panel_party_row *tie;

	if (!db_one(r->db, r->a, "panel_person", &key, &who))
		return;
	who.category = o->m.seat.category;
	tie = panel_tie(r->db, r->a, &parties, &who, r->today);
	o->f.tied_to = tie ? tie->name : (struct str){ 0 };
}

bool panel_declare_facts(struct act_run *r)
{
	const struct panel_declare_form *in = r->in;
	struct declaring *o = NEW(r->a, struct declaring);

	r->facts = o;
	if (!find_member(r, &o->m, "seated"))
		return false;
	o->f.none = str_is(in->interest, "none");
	o->f.member = o->m.seat.name;
	look_for_tie(r, o);
	return str_is(o->m.seat.state, "invited") || act_not_now(r, o->m.seat.state);
}

void panel_declare_judge(struct act_run *r)
{
	const struct declaring *o = r->facts;

	act_verdict(r, rule_panel_declare_tied(&o->f, r->policy));
}

void panel_declare_apply(struct act_run *r)
{
	const struct panel_declare_form *in = r->in;
	struct member *m = &((struct declaring *)r->facts)->m;
	bool none = str_is(in->interest, "none");
	struct panel_interest_row row = { .id = act_id_next(r), .panel = m->panel.id, .seat = m->seat.id, .person = m->seat.person,
		.interest = in->interest, .detail = in->detail, .at = r->now };

	act_write(r, "panel_interest_insert", &row);
	m->seat.state = none ? STR("clear") : STR("conflict");
	m->seat.interest = in->detail;
	act_write(r, "panel_seat_set", &m->seat);
	r->made = m->panel.id;
	if (!none)
		act_tell_role(r, ROLE_bureau, word(r->a, WORD_panel_conflict, NULL),
			word(r->a, WORD_panel_conflict_text, "name", str_c(r->a, m->seat.name), NULL), link_of(r));
}

/* ---- decline ---- */

/* An invitation can be declined, and a seat given up, until its opinion is in; the bureau replaces who is gone. */
bool panel_decline_facts(struct act_run *r)
{
	struct member *m = r->facts = NEW(r->a, struct member);

	if (!find_member(r, m, "seated"))
		return false;
	return str_is(m->seat.state, "invited") || str_is(m->seat.state, "clear") || act_not_now(r, m->seat.state);
}

void panel_decline_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	struct member *m = r->facts;

	m->seat.state = STR("declined");
	m->seat.interest = in->reason;
	act_write(r, "panel_seat_set", &m->seat);
	r->made = m->panel.id;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_panel_declined, NULL),
		word(r->a, WORD_panel_declined_text, "name", str_c(r->a, m->seat.name), "reason", str_c(r->a, in->reason), NULL), link_of(r));
}

/* ---- opinion ---- */

struct opining {
	struct member m;
	struct panel_opinion_facts f;
};

bool panel_opinion_prefill(struct act_run *r)
{
	struct panel_opinion_form *in = r->in;
	struct panel_row p;

	if (!panel_find(r->db, r->a, r->target, &p))
		return false;
	struct panel_grid g = panel_grid_of(r->db, r->a, r->policy, &p);
	const struct rubric_item *items = g.items.v;
	const struct panel_bid_row *plans = g.plans.v;
	struct panel_score_form *rows = NEW_ARRAY(r->a, g.plans.n * g.items.n + 1, struct panel_score_form);
	size_t n = 0;
	for (size_t i = 0; i < g.plans.n; i++)
		for (size_t j = 0; j < g.items.n; j++)
			rows[n++] = (struct panel_score_form){ .item = items[j].code, .bid = plans[i].id,
				.about = panel_cell_name(r->a, &plans[i], &items[j]) };
	in->scores = (struct rows){ rows, n };
	return true;
}

bool panel_opinion_facts(struct act_run *r)
{
	const struct panel_opinion_form *in = r->in;
	struct opining *o = NEW(r->a, struct opining);

	r->facts = o;
	if (!find_member(r, &o->m, "seated"))
		return false;
	if (str_is(o->m.seat.state, "opined") || str_is(o->m.seat.state, "signed"))
		return act_not_now(r, o->m.seat.state);
	o->f.clear = str_is(o->m.seat.state, "clear");
	o->f.member = o->m.seat.name;
	struct panel_grid g = panel_grid_of(r->db, r->a, r->policy, &o->m.panel);
	panel_grid_check(r->a, &g, &in->scores, &o->f);
	return true;
}

void panel_opinion_judge(struct act_run *r)
{
	const struct opining *o = r->facts;

	act_verdict(r, rule_panel_seat_clear(&o->f, r->policy));
	act_verdict(r, rule_panel_scores_complete(&o->f, r->policy));
	act_verdict(r, rule_panel_scores_range(&o->f, r->policy));
}

void panel_opinion_apply(struct act_run *r)
{
	const struct panel_opinion_form *in = r->in;
	const struct panel_score_form *s = in->scores.v;
	struct opining *o = r->facts;
	struct panel_seat_row *seat = &o->m.seat;
	struct panel_opinion_row row = { .id = act_id_next(r), .panel = seat->panel, .seat = seat->id, .person = seat->person,
		.verdict = in->verdict, .opinion = in->opinion, .at = r->now };

	act_write(r, "panel_opinion_insert", &row);
	for (size_t i = 0; i < in->scores.n; i++) {
		struct panel_score_row score = { .id = act_id_next(r), .panel = seat->panel, .seat = seat->id, .bid = s[i].bid,
			.item = s[i].item, .points = s[i].points, .comment = s[i].comment };

		act_write(r, "panel_score_insert", &score);
	}
	seat->state = STR("opined");
	act_write(r, "panel_seat_set", seat);
	r->made = seat->panel;
	panel_tell_chair_when_ready(r, seat->panel);
}

/* ---- report ---- */

struct reporting {
	struct member m;
	struct panel_report_facts f;
	struct panel_grid grid;
};

/* Means are the others' opinions: the chair reads them when all have spoken, the chair too. */
bool panel_report_prefill(struct act_run *r)
{
	struct panel_report_form *in = r->in;
	struct panel_row p;

	if (!panel_find(r->db, r->a, r->target, &p) || !panel_all_opined(r->db, r->a, r->target))
		return false;
	struct panel_grid g = panel_grid_of(r->db, r->a, r->policy, &p);
	if (g.ranks)
		in->ranking = panel_ranking_by_mean(r->db, r->a, p.id, &g);
	return true;
}

bool panel_report_facts(struct act_run *r)
{
	const struct panel_report_form *in = r->in;
	struct reporting *o = NEW(r->a, struct reporting);
	struct panel_key key = { .panel = r->target };

	r->facts = o;
	if (!find_member(r, &o->m, "seated"))
		return false;
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;
	for (size_t i = 0; i < rows.n; i++) {
		bool opined = str_is(s[i].state, "opined");

		o->f.members += !str_is(s[i].state, "replaced");
		o->f.opined += opined;
		if (!opined && !str_is(s[i].state, "replaced") && !o->f.waits_for.n)
			o->f.waits_for = s[i].name;
	}
	o->grid = panel_grid_of(r->db, r->a, r->policy, &o->m.panel);
	o->f.ranks = o->grid.ranks && !in->unrankable;
	panel_ranking_check(r->a, &o->grid, &in->ranking, &o->f);
	return true;
}

void panel_report_judge(struct act_run *r)
{
	const struct reporting *o = r->facts;

	act_verdict(r, rule_panel_all_opined(&o->f, r->policy));
	act_verdict(r, rule_panel_ranking_complete(&o->f, r->policy));
}

static void tell_signers(struct act_run *r, int64_t panel)
{
	struct panel_key key = { .panel = panel };
	struct rows rows = db_all(r->db, r->a, "panel_seats", &key);
	const struct panel_seat_row *s = rows.v;

	for (size_t i = 0; i < rows.n; i++)
		if (str_is(s[i].state, "opined"))
			act_tell_person(r, s[i].person, word(r->a, WORD_panel_sign, NULL), word(r->a, WORD_panel_sign_text, NULL), link_of(r));
}

void panel_report_apply(struct act_run *r)
{
	const struct panel_report_form *in = r->in;
	struct reporting *o = r->facts;
	struct panel_row *p = &o->m.panel;

	p->state = STR("reported");
	p->conclusion = in->conclusion;
	p->opinion = in->opinion;
	p->ranked = !in->unrankable;
	act_write(r, "panel_set_report", p);
	if (o->grid.ranks)
		panel_ranking_write(r, p, &o->grid, in);
	r->made = p->id;
	tell_signers(r, p->id);
}

/* ---- sign ---- */

struct signing {
	struct member m;
	struct panel_sign_facts f;
};

bool panel_sign_facts(struct act_run *r)
{
	const struct panel_sign_form *in = r->in;
	struct signing *o = NEW(r->a, struct signing);

	r->facts = o;
	if (!find_member(r, &o->m, "reported"))
		return false;
	if (str_is(o->m.seat.state, "signed"))
		return act_not_now(r, o->m.seat.state);
	o->f.clear = may_speak(o->m.seat.state) && !str_is(o->m.seat.state, "clear");
	o->f.dissent = str_is(in->sign, "dissent");
	o->f.remark = str_trim(in->remark).n > 0;
	o->f.member = o->m.seat.name;
	return true;
}

void panel_sign_judge(struct act_run *r)
{
	const struct signing *o = r->facts;

	act_verdict(r, rule_panel_sign_clear(&o->f, r->policy));
	act_verdict(r, rule_panel_dissent_reason(&o->f, r->policy));
}

void panel_sign_apply(struct act_run *r)
{
	const struct panel_sign_form *in = r->in;
	struct signing *o = r->facts;
	struct panel_seat_row *seat = &o->m.seat;
	struct panel_signature_row row = { .id = act_id_next(r), .panel = seat->panel, .seat = seat->id, .person = seat->person,
		.sign = in->sign, .remark = in->remark, .at = r->now };

	act_write(r, "panel_signature_insert", &row);
	seat->state = STR("signed");
	seat->sign = in->sign;
	seat->sign_remark = in->remark;
	act_write(r, "panel_seat_set", seat);
	r->made = seat->panel;
	struct panel_row *p = &o->m.panel;
	if (panel_unsigned(r, p->id))
		return;
	p->state = STR("signed");
	act_write(r, "panel_set_state", p);
	panel_paper_issue(r, p);
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_panel_signed, NULL), word(r->a, WORD_panel_signed_text, NULL), link_of(r));
}
