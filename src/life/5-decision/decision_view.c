/*
 * Everything a deciding body needs on one page: the panel's opinion, the plans beside each other, ties to the demander, the proposal and its way.
 *
 * Before the panel's opinion is signed the plans stand here without scores.
 */
#include "across/affiliation/affiliation.h"
#include "across/panel/panel_in.h"
#include "life/5-decision/decision.h"
#include "web/view.h"

static void fill_panel(struct view *v, struct decision_page *out, struct panel_result *result)
{
	struct panel_row p;

	*result = panel_result(v->db, v->a, v->challenge, "review", 0);
	if (!result->panel || !result->signed_by_all || !panel_find(v->db, v->a, result->panel, &p))
		return;
	out->panel = p.id;
	out->conclusion = p.conclusion;
	out->opinion = p.opinion;
	out->unranked = !p.ranked;
	out->members_n = result->members;
	out->in_favour = result->in_favour;
}

static void fill_tie(struct view *v, const struct policy *pack, struct decision_bid_view *b)
{
	if (!policy_enabled(pack, RULE_decision_affiliation))
		return;
	struct affiliation tie = affiliation_of_bid(v->db, v->a, b->id, v->today, policy_param(pack, RULE_decision_affiliation, "depth"));
	b->affiliated = tie.outcome == BROKEN;
	b->unsure = tie.outcome == UNKNOWN;
	b->may_look = b->unsure && may_act(ACT_affiliation_look, v->who->role, REL_ANY);
	b->path = tie.path;
}

static bool is_chosen(struct rows awards, int64_t bid)
{
	const struct award_row *a = awards.v;

	for (size_t i = 0; i < awards.n; i++)
		if (a[i].bid == bid && !str_is(a[i].state, "refused") && !str_is(a[i].state, "denied"))
			return true;
	return false;
}

static void fill_bids(struct view *v, const struct panel_result *result, struct rows awards, struct decision_page *out)
{
	struct decision_key key = { .challenge = v->challenge };
	struct rows rows = db_all(v->db, v->a, "decision_bids", &key);
	const struct decision_bid_row *from = rows.v;
	const struct panel_rank_row *ranks = result->ranking.v;
	struct decision_bid_view *to = NEW_ARRAY(v->a, rows.n + 1, struct decision_bid_view);
	struct id_key id = { .id = v->challenge };
	struct challenge_row c;

	if (!db_one(v->db, v->a, "challenge_read", &id, &c))
		return;
	for (size_t i = 0; i < rows.n; i++) {
		to[i] = (struct decision_bid_view){ .id = from[i].id, .number = from[i].number, .title = from[i].title, .org_name = from[i].org_name,
			.quote_fen = from[i].quote_fen, .state = from[i].state, .chosen = is_chosen(awards, from[i].id) };
		for (size_t j = 0; j < result->ranking.n && result->signed_by_all; j++)
			if (ranks[j].bid == from[i].id) {
				to[i].rank = ranks[j].rank;
				to[i].mean = panel_mean_text(v->a, ranks[j].score);
			}
		fill_tie(v, programme_pack(v->pg, c.pack), &to[i]);
	}
	out->bids = (struct rows){ to, rows.n };
}

/* A horse race: its winners in one line, and the conditions on record. */
static void fill_race(struct view *v, struct rows awards, struct decision_page *out)
{
	const struct award_row *a = awards.v;
	struct award_race_row race;

	if (awards.n < 2 || !db_one(v->db, v->a, "decision_race_of", &(struct id_key){ a[0].id }, &race))
		return;
	out->race = 1;
	out->winner = out->plan = STR("");
	for (size_t i = 0; i < awards.n; i++) {
		struct decision_key key = { .bid = a[i].bid };
		struct decision_bid_row b;

		if (!db_one(v->db, v->a, "decision_bid", &key, &b))
			continue;
		out->winner = out->winner.n ? str_join(v->a, out->winner, "; ", b.org_name) : b.org_name;
		out->plan = out->plan.n ? str_join(v->a, out->plan, "; ", b.title) : b.title;
	}
	out->hard = race.hard;
	out->unite_on = race.unite_on;
	out->unite_who = race.unite_who;
	out->unite_result = race.unite_result;
	out->race_agreed = race.demander_agrees && race.lister_agrees;
}

static void fill_award(struct view *v, const struct award_row *award, struct decision_page *out)
{
	struct decision_key key = { .bid = award->bid };
	struct decision_bid_row b;

	out->has_award = 1;
	out->state = award->state;
	out->rank = award->rank;
	out->fiscal_fen = award->fiscal_fen;
	out->reason = award->reason;
	out->proposed_on = award->proposed_on;
	out->confirmed_at = award->confirmed_at;
	out->document = award->document;
	out->decided_on = award->decided_on;
	out->remark = award->remark;
	out->scan = award->scan;
	if (!db_one(v->db, v->a, "decision_bid", &key, &b))
		return;
	out->winner = b.org_name;
	out->plan = b.title;
	out->quote_fen = b.quote_fen;
}

bool decision_view(struct view *v, void *page)
{
	struct decision_page *out = page;
	struct decision_key key = { .challenge = v->challenge };
	struct decision_money_row money;
	struct panel_result result;

	out->id = v->challenge;
	fill_panel(v, out, &result);
	struct rows awards = db_all(v->db, v->a, "decision_together", &key);
	if (awards.n)
		fill_award(v, awards.v, out);
	fill_race(v, awards, out);
	if (db_one(v->db, v->a, "decision_money", &key, &money))
		out->pay_fen = money.pay_fen;
	fill_bids(v, &result, awards, out);
	out->steps = db_all(v->db, v->a, "decision_steps_seen", &key);
	out->may_propose = view_may_now(v, ACT_award_propose);
	out->may_confirm = view_may_now(v, ACT_award_confirm);
	out->may_refuse = view_may_now(v, ACT_award_refuse);
	out->may_decide = view_may_now(v, ACT_award_decide);
	return true;
}
