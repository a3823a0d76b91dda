/*
 * Another expert in a member's place, before that member has spoken: the panel may not become smaller, poorer in kinds, or tied.
 */
#include "base/word.h"
#include "across/panel/panel_in.h"
#include "across/party/party.h"
#include "across/panel/panel_rules.h"

struct replacing {
	struct panel_row panel;
	struct panel_seat_row leaves;
	struct panel_replace_facts f;
};

static struct str kind_lost(const struct act_run *r, const struct panel_facts *before, const struct panel_facts *after)
{
	int64_t lost = before->kinds & ~after->kinds;

	if (lost & PANEL_MANAGEMENT)
		return word(r->a, WORD_panel_kind_management, NULL);
	if (lost & PANEL_FRONTLINE)
		return word(r->a, WORD_panel_kind_frontline, NULL);
	if (lost & PANEL_PEER)
		return word(r->a, WORD_panel_kind_peer, NULL);
	if (before->demander_head && !after->demander_head)
		return word(r->a, WORD_panel_kind_head, NULL);
	return (struct str){ 0 };
}

/* Whoever once sat on this panel does not come back: what was declared then stands. */
static bool sat_before(struct act_run *r, int64_t person)
{
	struct panel_key key = { .panel = r->target, .person = person };
	struct panel_seat_row seat;

	return db_one(r->db, r->a, "panel_seat_of", &key, &seat);
}

bool panel_replace_facts(struct act_run *r)
{
	const struct panel_replace_form *in = r->in;
	struct replacing *o = NEW(r->a, struct replacing);
	struct panel_key key = { .panel = r->target, .person = in->leaves };

	r->facts = o;
	if (!panel_find(r->db, r->a, r->target, &o->panel))
		return act_missing(r);
	if (!str_is(o->panel.state, "proposed") && !str_is(o->panel.state, "seated"))
		return act_not_now(r, o->panel.state);
	o->f.leaves_sits = db_one(r->db, r->a, "panel_seat_of", &key, &o->leaves) && !str_is(o->leaves.state, "replaced");
	if (!o->f.leaves_sits)
		return true;
	if (str_is(o->leaves.state, "opined"))
		return act_not_now(r, o->leaves.state);
	o->f.before = panel_facts_of_panel(r, r->target);
	o->f.after = panel_facts_after(r, r->target, in);
	o->f.kind_lost = kind_lost(r, &o->f.before, &o->f.after);
	if (sat_before(r, in->joins))
		o->f.after.duplicate = person_name(r->db, r->a, in->joins);
	return true;
}

void panel_replace_judge(struct act_run *r)
{
	const struct replacing *o = r->facts;

	act_verdict(r, rule_panel_replace_leaves(&o->f, r->policy));
	if (!o->f.leaves_sits)
		return;
	panel_judge(r, &o->f.after);
	act_verdict(r, rule_panel_replace_kind(&o->f, r->policy));
	act_verdict(r, rule_panel_replace_size(&o->f, r->policy));
	act_verdict(r, rule_panel_replace_conflict(&o->f, r->policy));
}

void panel_replace_apply(struct act_run *r)
{
	const struct panel_replace_form *in = r->in;
	struct replacing *o = r->facts;
	bool chair = o->leaves.chair;
	bool told = str_is(o->panel.state, "seated");

	o->leaves.state = STR("replaced");
	o->leaves.chair = 0;
	act_write(r, "panel_seat_set", &o->leaves);
	panel_seat_add(r, &o->panel, in->joins, in->category, chair);
	r->made = o->panel.id;
	if (!told)
		return;
	struct str link = str_fmt(r->a, "/panels/%lld", (long long)o->panel.id);
	act_tell_person(r, in->leaves, word(r->a, WORD_panel_replaced, NULL), in->reason, link);
	panel_tell_joined(r, &o->panel, in->joins, chair);
}
