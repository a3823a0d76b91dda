/* The review of a case: its panel, the bids before it, who confirmed what. The panel's own page has the details. */
#include "life/4-review/review.h"
#include "across/panel/panel_in.h"
#include "web/view.h"

static void fill_panel(struct view *v, struct review_page *out, struct panel_result *result)
{
	struct panel_row p;

	*result = panel_result(v->db, v->a, v->challenge, "review", 0);
	if (!result->panel || !panel_find(v->db, v->a, result->panel, &p))
		return;
	out->panel = p.id;
	out->panel_state = p.state;
	out->meets = p.meets;
	out->method = p.method;
	out->place = p.place;
	out->members_n = result->members;
	out->signatures = result->signatures;
	out->members = panel_member_views(v->db, v->a, p.id);
	struct panel_member_view *m = out->members.v;
	for (size_t i = 0; i < out->members.n; i++)
		m[i].interest = m[i].sign = m[i].sign_remark = (struct str){ 0 };
	if (!result->signed_by_all)
		return;
	out->conclusion = p.conclusion;
	out->opinion = p.opinion;
	out->unranked = !p.ranked;
	out->show_ranks = 1;
}

static void fill_bids(struct view *v, const struct panel_result *result, struct review_page *out)
{
	struct review_key key = { .challenge = v->challenge };
	const struct panel_rank_row *ranks = result->ranking.v;

	out->bids = db_all(v->db, v->a, "review_bids_seen", &key);
	struct review_bid_view *b = out->bids.v;
	for (size_t i = 0; i < out->bids.n && result->signed_by_all; i++)
		for (size_t j = 0; j < result->ranking.n; j++)
			if (ranks[j].bid == b[i].id) {
				b[i].rank = ranks[j].rank;
				b[i].mean = panel_mean_text(v->a, ranks[j].score);
			}
}

bool review_view(struct view *v, void *page)
{
	struct review_page *out = page;
	struct review_key key = { .challenge = v->challenge };
	struct panel_result result;
	struct review_bids_row n;

	out->id = v->challenge;
	fill_panel(v, out, &result);
	if (db_one(v->db, v->a, "review_bid_counts", &key, &n)) {
		out->opened = n.opened;
		out->checked = n.checked;
		out->passed = n.passed;
	}
	fill_bids(v, &result, out);
	out->steps = db_all(v->db, v->a, "review_steps_seen", &key);
	out->may_propose = view_may_now(v, ACT_review_panel_propose);
	out->may_confirm = view_may_now(v, ACT_review_panel_confirm);
	out->may_refuse = view_may_now(v, ACT_review_panel_refuse);
	out->may_conclude = result.signed_by_all && view_may_now(v, ACT_review_conclude);
	return true;
}
