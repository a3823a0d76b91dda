/*
 * The page of one invitation: for the lead and the unit invited, nobody else; after the opening others read the parts with the bid.
 */
#include "life/3-bid/consortium.h"
#include "web/frame.h"
#include "web/view.h"

static void offer(struct view *v, struct partner_page *p, const struct partner_row *row, const struct challenge_row *c)
{
	bool lead = v->who->org == row->lead, invited = str_is(row->state, "invited"), confirmed = str_is(row->state, "confirmed");
	bool open = v->now <= c->deadline && policy_step(programme_pack(v->pg, c->pack), c->stage, act_infos[ACT_partner_invite].name);

	p->may_confirm = !lead && open && invited;
	p->may_decline = !lead && invited;
	p->may_leave = !lead && confirmed;
	p->may_remove = lead && open && (invited || confirmed);
	p->may_invite = lead && open;
}

bool partner_view(struct view *v, void *page)
{
	struct partner_page *p = page;
	struct partner_row row;
	struct challenge_row c;
	struct part_line *part = NEW(v->a, struct part_line);

	if (!partner_find(v->db, v->a, v->id, &row) || row.programme != v->pg->id || !v->who->org
		|| (v->who->org != row.lead && v->who->org != row.org) || !need_challenge(v->db, v->a, row.challenge, &c))
		return false;
	fields_copy(&partner_page_fields, p, &partner_row_fields, &row);
	p->challenge_number = c.number;
	p->challenge_title = c.title;
	p->deadline = c.deadline;
	p->lead_name = org_name(v->db, v->a, row.lead);
	if (row.part && part_line_of(v->db, v->a, row.part, part)) {
		part->unit = row.name;
		p->parts = (struct rows){ part, 1 };
	}
	offer(v, p, &row, &c);
	v->title = row.title;
	return true;
}
