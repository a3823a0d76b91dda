/*
 * Scores and ranks: what a panel has to score, whether what came in is all of it, means, places.
 *
 * Whole numbers only: a mean is kept in hundredths of a point, rounded down.
 */
#include "rule/policy.h"
#include "across/panel/panel_in.h"

struct panel_grid panel_grid_of(struct db *db, struct arena *a, const struct policy *pack, const struct panel_row *p)
{
	struct panel_grid g = { .ranks = str_is(p->kind, "review") };
	const struct rubric *rubric = policy_rubric(pack, str_c(a, p->kind));

	if (rubric) {
		g.items = rubric->items;
		g.pass = rubric->pass;
		g.trim = rubric->trim;
	}
	if (g.ranks) {
		struct panel_key key = { .challenge = p->challenge };

		g.plans = db_all(db, a, "panel_bids", &key);
	} else {
		struct panel_key key = { .challenge = p->challenge, .panel = p->id };

		g.plans = db_all(db, a, "panel_lanes", &key);
		g.ranks = g.plans.n > 0;
	}
	if (!g.ranks) {
		g.plans = (struct rows){ NEW(a, struct panel_bid_row), 1 };
	}
	return g;
}

struct str panel_plan_name(struct arena *a, const struct panel_bid_row *plan)
{
	if (!plan->id)
		return (struct str){ 0 };
	return str_join(a, plan->org_name, " ", plan->title);
}

static const struct panel_bid_row *plan_at(const struct panel_grid *g, int64_t bid, size_t *at)
{
	const struct panel_bid_row *v = g->plans.v;

	for (*at = 0; *at < g->plans.n; ++*at)
		if (v[*at].id == bid)
			return &v[*at];
	return NULL;
}

static const struct rubric_item *item_at(const struct panel_grid *g, struct str code, size_t *at)
{
	const struct rubric_item *v = g->items.v;

	for (*at = 0; *at < g->items.n; ++*at)
		if (str_eq(v[*at].code, code))
			return &v[*at];
	return NULL;
}

struct str panel_cell_name(struct arena *a, const struct panel_bid_row *plan, const struct rubric_item *item)
{
	return plan->id ? str_join(a, plan->org_name, " · ", item->label) : item->label;
}

static void first(struct str *out, struct str s)
{
	if (!out->n)
		*out = s;
}

void panel_grid_check(struct arena *a, const struct panel_grid *g, const struct rows *scores, struct panel_opinion_facts *f)
{
	const struct panel_score_form *s = scores->v;
	bool *seen = NEW_ARRAY(a, g->plans.n * g->items.n + 1, bool);
	size_t at, item;

	f->wanted = (int64_t)(g->plans.n * g->items.n);
	for (size_t i = 0; i < scores->n; i++) {
		const struct panel_bid_row *plan = plan_at(g, s[i].bid, &at);
		const struct rubric_item *it = item_at(g, s[i].item, &item);

		if (!plan || !it || seen[at * g->items.n + item]) {
			first(&f->missing, it && plan ? panel_cell_name(a, plan, it) : it ? it->label : s[i].item);
			continue;
		}
		seen[at * g->items.n + item] = true;
		f->given++;
		if (!f->beyond.n && (s[i].points < 0 || s[i].points > it->max)) {
			f->beyond = panel_cell_name(a, plan, it);
			f->points = s[i].points;
			f->most = it->max;
		}
	}
	const struct panel_bid_row *plans = g->plans.v;
	const struct rubric_item *items = g->items.v;
	for (size_t i = 0; i < g->plans.n * g->items.n; i++)
		if (!seen[i])
			first(&f->missing, panel_cell_name(a, &plans[i / g->items.n], &items[i % g->items.n]));
}

/* Places count when each stands once, on a plan of this panel, and they are 1..n without a hole. */
void panel_ranking_check(struct arena *a, const struct panel_grid *g, const struct rows *ranking, struct panel_report_facts *f)
{
	const struct panel_rank_form *v = ranking->v;
	const struct panel_bid_row *plans = g->plans.v;
	bool *placed = NEW_ARRAY(a, g->plans.n + 1, bool), *place = NEW_ARRAY(a, g->plans.n + 2, bool);
	size_t at;

	f->plans = (int64_t)g->plans.n;
	for (size_t i = 0; i < ranking->n; i++) {
		if (!plan_at(g, v[i].bid, &at) || placed[at] || v[i].rank < 1 || v[i].rank > f->plans || place[v[i].rank])
			continue;
		placed[at] = place[v[i].rank] = true;
		f->ranked++;
	}
	for (size_t i = 0; i < g->plans.n && f->ranks; i++)
		if (!placed[i])
			first(&f->unplaced, panel_plan_name(a, &plans[i]));
}

int64_t panel_mean(int64_t sum, int64_t voters)
{
	return voters ? sum * 100 / voters : 0;
}

struct str panel_mean_text(struct arena *a, int64_t hundredths)
{
	return str_fmt(a, "%lld.%02lld", (long long)(hundredths / 100), (long long)(hundredths % 100));
}

/* One line for each plan from one for each member, lowest first; with `trim` the lowest and the highest do not count when three or more scored. */
static struct rows panel_means_of(struct db *db, struct arena *a, const struct panel_key *key, bool trim)
{
	struct rows rows = db_all(db, a, "panel_means", key);
	struct panel_mean_row *v = rows.v;
	size_t n = 0;

	for (size_t i = 0, end; i < rows.n; i = end) {
		for (end = i; end < rows.n && v[end].bid == v[i].bid; end++)
			;
		size_t cut = trim && end - i >= 3 ? 1 : 0;
		struct panel_mean_row sum = { .bid = v[i].bid };
		for (size_t k = i + cut; k < end - cut; k++) {
			sum.sum += v[k].sum;
			sum.voters++;
		}
		v[n++] = sum;
	}
	return (struct rows){ v, n };
}

int64_t panel_mean_of(const struct rows *means, int64_t bid)
{
	const struct panel_mean_row *v = means->v;

	for (size_t i = 0; i < means->n; i++)
		if (v[i].bid == bid)
			return panel_mean(v[i].sum, v[i].voters);
	return 0;
}

struct rows panel_ranking_by_mean(struct db *db, struct arena *a, int64_t panel, const struct panel_grid *g)
{
	struct panel_key key = { .panel = panel };
	struct rows means = panel_means_of(db, a, &key, g->trim);
	const struct panel_bid_row *plans = g->plans.v;
	struct panel_rank_form *v = NEW_ARRAY(a, g->plans.n + 1, struct panel_rank_form);

	for (size_t i = 0; i < g->plans.n; i++) {
		int64_t mine = panel_mean_of(&means, plans[i].id);

		v[i] = (struct panel_rank_form){ .bid = plans[i].id, .about = panel_plan_name(a, &plans[i]), .mean = panel_mean_text(a, mine), .rank = 1 };
		for (size_t j = 0; j < g->plans.n; j++) {
			int64_t other = panel_mean_of(&means, plans[j].id);

			v[i].rank += other > mine || (other == mine && j < i);
		}
	}
	return (struct rows){ v, g->plans.n };
}

static int64_t rank_given(const struct panel_report_form *in, int64_t bid)
{
	const struct panel_rank_form *v = in->ranking.v;

	for (size_t i = 0; i < in->ranking.n && !in->unrankable; i++)
		if (v[i].bid == bid)
			return v[i].rank;
	return 0;
}

void panel_ranking_write(struct act_run *r, const struct panel_row *p, const struct panel_grid *g, const struct panel_report_form *in)
{
	struct panel_key key = { .panel = p->id };
	struct rows means = panel_means_of(r->db, r->a, &key, g->trim);
	const struct panel_bid_row *plans = g->plans.v;

	for (size_t i = 0; i < g->plans.n; i++) {
		struct panel_rank_row row = { .id = act_id_next(r), .panel = p->id, .bid = plans[i].id, .rank = rank_given(in, plans[i].id),
			.score = panel_mean_of(&means, plans[i].id) };

		act_write(r, "panel_rank_insert", &row);
	}
}

struct rows panel_rank_views(struct db *db, struct arena *a, const struct policy *pack, const struct panel_row *p)
{
	struct panel_grid g = panel_grid_of(db, a, pack, p);
	struct panel_key key = { .panel = p->id };
	struct rows ranks = db_all(db, a, "panel_ranks", &key);
	const struct panel_rank_row *v = ranks.v;
	struct panel_rank_view *out = NEW_ARRAY(a, ranks.n + 1, struct panel_rank_view);
	size_t at;

	for (size_t i = 0; i < ranks.n; i++) {
		const struct panel_bid_row *plan = plan_at(&g, v[i].bid, &at);

		out[i] = (struct panel_rank_view){ .bid = v[i].bid, .rank = v[i].rank, .mean = panel_mean_text(a, v[i].score) };
		if (plan) {
			out[i].plan = plan->title;
			out[i].org_name = plan->org_name;
		}
	}
	return (struct rows){ out, ranks.n };
}
