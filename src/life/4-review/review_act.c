/*
 * 4-review: the bureau proposes a panel, the demander confirms or refuses it (8.4.a: both), the panel works by itself
 * (across/panel), and the bureau ends the review when all have signed.
 */
#include "base/word.h"
#include "life/3-bid/bid.h"
#include "life/3-bid/bid_facts.h"
#include "life/4-review/review.h"
#include "life/4-review/review_facts.h"

static struct str review_link(struct act_run *r)
{
	return str_fmt(r->a, "/challenges/%lld/review", (long long)r->challenge);
}

static void write_step(struct act_run *r, int64_t panel, struct str step, struct str remark)
{
	struct review_step_row row = { .id = act_id_next(r), .challenge = r->challenge, .panel = panel, .step = step, .remark = remark,
		.person = r->q->person, .org = r->q->org, .at = r->now };

	act_write(r, "review_step_insert", &row);
}

static int64_t demander_of(struct act_run *r)
{
	struct challenge_row c;
	struct id_key key = { .id = r->challenge };

	return db_one(r->db, r->a, "challenge_read", &key, &c) ? c.demander : 0;
}

/* ---- propose ---- */

bool review_panel_propose_facts(struct act_run *r)
{
	const struct panel_form *in = r->in;
	struct review_facts *f = NEW(r->a, struct review_facts);
	struct review_key key = { .challenge = r->challenge };
	struct review_bids_row n;

	r->facts = f;
	if (db_one(r->db, r->a, "review_bid_counts", &key, &n))
		f->opened = n.opened, f->checked = n.checked, f->passed = n.passed;
	f->panel = panel_facts_of_form(r, r->challenge, in);
	f->meets = in->meets;
	f->today = r->today;
	return true;
}

void review_panel_propose_judge(struct act_run *r)
{
	const struct review_facts *f = r->facts;

	act_verdict(r, rule_review_bids_checked(f, r->policy));
	act_verdict(r, rule_review_bid_passed(f, r->policy));
	panel_judge(r, &f->panel);
	act_verdict(r, rule_review_panel_size(f, r->policy));
	act_verdict(r, rule_review_panel_odd(f, r->policy));
	act_verdict(r, rule_review_panel_kinds(f, r->policy));
	act_verdict(r, rule_review_panel_head(f, r->policy));
	act_verdict(r, rule_review_panel_conflict(f, r->policy));
	act_verdict(r, rule_review_panel_meets(f, r->policy));
}

void review_panel_propose_apply(struct act_run *r)
{
	int64_t panel = panel_propose(r, "review", r->challenge, 0, r->in);

	write_step(r, panel, STR("proposed"), (struct str){ 0 });
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_org(r, demander_of(r), word(r->a, WORD_review_confirm, NULL), word(r->a, WORD_review_confirm_text, NULL), review_link(r));
}

/* ---- confirm, refuse ---- */

static bool proposed_panel(struct act_run *r)
{
	struct panel_result *panel = NEW(r->a, struct panel_result);
	struct panel_row p;

	r->facts = panel;
	*panel = panel_result(r->db, r->a, r->challenge, "review", 0);
	if (!panel->panel || !panel_find(r->db, r->a, panel->panel, &p))
		return act_missing(r);
	return str_is(p.state, "proposed") || act_not_now(r, r->stage);
}

bool review_panel_confirm_facts(struct act_run *r)
{
	return proposed_panel(r);
}

void review_panel_confirm_apply(struct act_run *r)
{
	const struct review_confirm_form *in = r->in;
	const struct panel_result *panel = r->facts;

	panel_open(r, panel->panel);
	write_step(r, panel->panel, STR("confirmed"), in->remark);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_review_confirmed, NULL), word(r->a, WORD_review_confirmed_text, NULL), review_link(r));
}

bool review_panel_refuse_facts(struct act_run *r)
{
	return proposed_panel(r);
}

void review_panel_refuse_apply(struct act_run *r)
{
	const struct reason_form *in = r->in;
	const struct panel_result *panel = r->facts;

	panel_dismiss(r, panel->panel);
	write_step(r, panel->panel, STR("refused"), in->reason);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_role(r, ROLE_bureau, word(r->a, WORD_review_refused, NULL), in->reason, review_link(r));
}

/* ---- conclude ---- */

struct concluding {
	struct review_facts f;
	struct bid_check_facts bids;
	int64_t panel;
};

bool review_conclude_facts(struct act_run *r)
{
	struct concluding *o = NEW(r->a, struct concluding);
	struct panel_result panel = panel_result(r->db, r->a, r->challenge, "review", 0);

	r->facts = o;
	if (!panel.panel)
		return act_missing(r);
	o->panel = panel.panel;
	o->f.members = panel.members;
	o->f.signatures = panel.signatures;
	o->f.signed_by_all = panel.signed_by_all;
	o->bids.departed = bid_departed(r->db, r->a, r->challenge, 0);
	return true;
}

void review_conclude_judge(struct act_run *r)
{
	const struct concluding *o = r->facts;

	act_verdict(r, rule_review_panel_signed(&o->f, r->policy));
	act_verdict(r, rule_bid_partners_stand(&o->bids, r->policy));
}

void review_conclude_apply(struct act_run *r)
{
	const struct empty_form *in = r->in;
	const struct concluding *o = r->facts;

	write_step(r, o->panel, STR("concluded"), in->remark);
	act_move(r, r->challenge, NULL);
	r->made = r->challenge;
	act_tell_org(r, demander_of(r), word(r->a, WORD_review_done, NULL), word(r->a, WORD_review_done_text, NULL), review_link(r));
}
