/* The notice of a case: its dates with the rule behind them, who receives objections, and whether the project is established. */
#include "life/6-notice/objection.h"
#include "web/view.h"

static bool is_side(const struct view *v)
{
	return v->who->role != ROLE_unit && v->who->role != ROLE_expert;
}

/* What stands when nothing is published yet: when a notice of today would end. */
static void fill_outlook(struct view *v, const struct policy *p, struct notice_page *out)
{
	int64_t missing = 0;

	out->rule_days = policy_param(p, RULE_notice_calendar, "days");
	out->rule_first_counts = policy_param(p, RULE_notice_calendar, "first_counts");
	if (out->published)
		return;
	out->would_end = calendar_nth(v->pg->calendar, v->today, (int)out->rule_days, out->rule_first_counts, &missing);
	out->calendar_missing = missing != 0;
}

static void fill_public(const struct notice_public_row *n, struct notice_page *out)
{
	out->id = n->id, out->challenge = n->challenge, out->number = n->number, out->challenge_number = n->challenge_number;
	out->title = n->title, out->field = n->field, out->demander = n->demander, out->winner = n->winner, out->partners = n->partners;
	out->plan = n->plan, out->leader = n->leader, out->quote_fen = n->quote_fen, out->fiscal_fen = n->fiscal_fen, out->state = n->state;
	out->published_on = n->published_on, out->first_day = n->first_day, out->last_day = n->last_day, out->days = n->days;
	out->first_counts = n->first_counts, out->basis = n->basis, out->receiver = n->receiver, out->address = n->address;
	out->phone = n->phone, out->overseer = n->overseer, out->url = n->url, out->paper = n->paper, out->project_number = n->project_number;
}

/* What everybody reads of objections, what this unit is asked, and how many are open, for those who handle them. */
static void fill_objections(struct view *v, struct notice_page *out)
{
	struct objection_key key = { .challenge = v->challenge, .org = v->who->org };
	struct objection_hearing_item *h;

	out->reads_objections = may_see(ROUTE_objections, v->who->role, v->relations);
	if (out->reads_objections)
		out->objections = objections_open(v->db, v->a, v->challenge);
	if (v->who->role == ROLE_unit)
		out->hearings = db_all(v->db, v->a, "objection_hearings_of_org", &key);
	h = out->hearings.v;
	for (size_t i = 0; i < out->hearings.n; i++)
		h[i].may_reply = h[i].may_reply && view_may(v, ACT_objection_reply);
	if (!out->published)
		return;
	out->may_object = out->running && out->last_day >= v->today && may_act(ACT_objection_file, v->who->role, REL_ANY);
	out->outcomes = objections_public(v->db, v->a, out->id);
	out->correction = notice_correction(v->db, v->a, out->id);
}

bool notice_view(struct view *v, void *page)
{
	struct notice_page *out = page;
	struct notice_key key = { .challenge = v->challenge };
	struct notice_public_row n;
	struct establishment_row e;
	const struct policy *p;
	struct id_key id = { .id = v->challenge };
	struct challenge_row c;

	if (!db_one(v->db, v->a, "challenge_read", &id, &c))
		return false;
	p = programme_pack(v->pg, c.pack);
	out->case_id = v->challenge;
	out->published = db_one(v->db, v->a, "notice_public_of_case", &key, &n);
	if (!out->published && !is_side(v) && !(v->relations & REL_DEMANDER))
		return true;
	if (out->published) {
		notice_public_finish(v->db, v->a, &n);
		fill_public(&n, out);
		out->winner = view_say(v, n.winner);
		out->scores = notice_scores(v->db, v->a, p, v->challenge);
		out->experts = notice_experts(v->db, v->a, p, v->challenge);
		out->running = str_is(n.state, "running");
		out->days_left = out->running ? notice_days_left(v->pg->calendar, v->today, n.last_day) : 0;
	}
	if (db_one(v->db, v->a, "notice_establishment_of", &key, &e)) {
		out->established = 1;
		out->established_number = e.number;
		out->established_on = e.day;
		out->established_paper = e.paper;
	}
	if (policy_enabled(p, RULE_notice_calendar))
		fill_outlook(v, p, out);
	fill_objections(v, out);
	out->may_publish = view_may_now(v, ACT_notice_publish);
	out->may_establish = view_may_now(v, ACT_establish);
	return true;
}
