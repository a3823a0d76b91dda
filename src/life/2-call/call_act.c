/*
 * Acts of the argument: the panel is set, a conclusion is drawn from what it signed, the municipal list is looked at.
 */
#include "across/panel/panel.h"
#include "base/word.h"
#include "life/2-call/call.h"
#include "life/2-call/call_facts.h"

struct call_run {
	struct argue_facts f;
	struct municipal_facts m;
	struct challenge_row challenge;
	struct panel_result result;
	struct panel_facts panel;
};

static struct call_run *call_start(struct act_run *r)
{
	return r->facts = NEW(r->a, struct call_run);
}

bool argue_panel_set_facts(struct act_run *r)
{
	struct call_run *s = call_start(r);
	struct panel_facts p = s->panel = panel_facts_of_form(r, r->challenge, r->in);

	s->f = (struct argue_facts){ .members = p.members, .kinds = panel_kinds_count(p.kinds), .head = p.demander_head,
		.tied = p.tied };
	return true;
}

void argue_panel_set_judge(struct act_run *r)
{
	const struct argue_facts *f = &((struct call_run *)r->facts)->f;

	act_verdict(r, rule_argue_panel_size(f, r->policy));
	act_verdict(r, rule_argue_panel_odd(f, r->policy));
	act_verdict(r, rule_argue_panel_kinds(f, r->policy));
	act_verdict(r, rule_argue_panel_no_head(f, r->policy));
	act_verdict(r, rule_argue_panel_conflict(f, r->policy));
	panel_judge(r, &((struct call_run *)r->facts)->panel);
}

void argue_panel_set_apply(struct act_run *r)
{
	panel_seat(r, "argument", r->challenge, 0, r->in);
	act_move(r, r->challenge, NULL);
}

bool argue_conclude_facts(struct act_run *r)
{
	const struct argue_conclude_form *in = r->in;
	struct call_run *s = call_start(r);

	if (!need_challenge(r->db, r->a, r->challenge, &s->challenge))
		return act_missing(r);
	s->result = panel_result(r->db, r->a, r->challenge, "argument", 0);
	if (!s->result.panel)
		return act_not_now(r, r->stage);
	s->f.signed_by_all = s->result.signed_by_all;
	/* what the panel has not said yet cannot be departed from: argue_signed asks for it */
	s->f.follows_panel = !s->result.conclusion.n || str_eq(s->result.conclusion, in->conclusion);
	s->f.panel_conclusion = need_label(r->a, r->policy, "panel_conclusion", s->result.conclusion);
	return true;
}

void argue_conclude_judge(struct act_run *r)
{
	const struct argue_facts *f = &((struct call_run *)r->facts)->f;

	act_verdict(r, rule_argue_signed(f, r->policy));
	act_verdict(r, rule_argue_follows_panel(f, r->policy));
}

void argue_conclude_apply(struct act_run *r)
{
	const struct argue_conclude_form *in = r->in;
	struct call_run *s = r->facts;
	bool support = str_is(in->conclusion, "support");
	struct argument_row row = { .id = act_id_next(r), .challenge = r->challenge, .panel = s->result.panel,
		.panel_conclusion = s->result.conclusion, .conclusion = in->conclusion, .opinion = in->opinion, .person = r->q->person, .at = r->now };

	act_write(r, "call_argument_insert", &row);
	act_move(r, r->challenge, support ? "call.argued" : "closed.rejected");
	act_tell_org(r, s->challenge.demander, word(r->a, support ? WORD_argue_supported : WORD_argue_opposed,
		"number", str_c(r->a, s->challenge.number), NULL), in->opinion, need_link(r->a, r->challenge, "/need"));
}

/* ---- the municipal list (8.2.e) ---- */

bool municipal_record_facts(struct act_run *r)
{
	const struct municipal_form *in = r->in;
	struct call_run *s = call_start(r);

	s->m = (struct municipal_facts){ str_is(in->result, "included"), in->match_fen, in->document.n && in->scan.n, in->match_document.n > 0 };
	s->m.noted_on = in->day;
	s->m.today = r->today;
	return need_challenge(r->db, r->a, r->challenge, &s->challenge) || act_missing(r);
}

void municipal_record_judge(struct act_run *r)
{
	const struct municipal_facts *f = &((struct call_run *)r->facts)->m;

	act_verdict(r, rule_municipal_day(f, r->policy));
	act_verdict(r, rule_municipal_match(f, r->policy));
	act_verdict(r, rule_municipal_evidence(f, r->policy));
	act_verdict(r, rule_municipal_decision(f, r->policy));
	act_verdict(r, rule_municipal_cap(f, r->policy));
}

/* Off the district's list: the item stays, marked as removed. */
static void leave_list(struct act_run *r, const struct challenge_row *c)
{
	struct rows items = call_items(r->db, r->a, c->list);
	struct list_item_row *i = items.v;
	struct challenge_list_row off = { .id = c->id };

	for (size_t k = 0; k < items.n; k++)
		if (i[k].challenge == c->id) {
			i[k].state = STR("removed");
			act_write(r, "call_item_update", &i[k]);
		}
	act_write(r, "call_challenge_list", &off);
}

void municipal_record_apply(struct act_run *r)
{
	struct call_run *s = r->facts;
	struct municipal_row row = { .id = act_id_next(r), .challenge = r->challenge, .at = r->now };

	fields_copy(&municipal_row_fields, &row, &municipal_form_fields, r->in);
	act_write(r, "call_municipal_insert", &row);
	if (!s->m.included) {
		act_move(r, r->challenge, str_c(r->a, r->stage));
		return;
	}
	if (s->challenge.list)
		leave_list(r, &s->challenge);
	act_move(r, r->challenge, "closed.municipal");
	act_tell_org(r, s->challenge.demander, word(r->a, WORD_municipal_included, "number", str_c(r->a, s->challenge.number), NULL),
		row.name, need_link(r->a, r->challenge, "/need"));
}

/* Demander and bureau note what becomes of it under the municipal rules; the district judges nothing of it. */
bool municipal_note_facts(struct act_run *r)
{
	const struct municipal_note_form *in = r->in;
	struct call_run *s = call_start(r);
	struct municipal_row last;

	if (!need_challenge(r->db, r->a, r->challenge, &s->challenge))
		return act_missing(r);
	if (!call_municipal(r->db, r->a, r->challenge, &last) || !str_is(last.result, "included"))
		return act_not_now(r, r->stage);
	s->m.noted_on = in->day;
	s->m.today = r->today;
	return true;
}

void municipal_note_judge(struct act_run *r)
{
	act_verdict(r, rule_municipal_day(&((struct call_run *)r->facts)->m, r->policy));
}

void municipal_note_apply(struct act_run *r)
{
	const struct municipal_note_form *in = r->in;
	const struct call_run *s = r->facts;
	struct municipal_note_row row = { .id = act_id_next(r), .challenge = r->challenge, .step = in->step, .day = in->day, .text = in->text,
		.document = in->document, .evidence = in->evidence, .org = r->q->org, .person = r->q->person, .noted_on = r->today };
	struct str title = word(r->a, WORD_municipal_noted, "number", str_c(r->a, s->challenge.number), NULL);
	struct str link = str_fmt(r->a, "/challenges/%lld", (long long)r->challenge);

	act_write(r, "call_municipal_note_insert", &row);
	if (r->q->role == ROLE_bureau)
		act_tell_org(r, s->challenge.demander, title, in->step, link);
	else
		act_tell_role(r, ROLE_bureau, title, in->step, link);
	r->made = r->challenge;
}
