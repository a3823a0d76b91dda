/* Scores as pages show them: a table for each plan with items in rows and members in columns, and lines with comments. Reads only. */
#include "base/word.h"
#include "across/panel/panel_in.h"

struct str panel_reader_name(struct arena *a, struct rows members, int64_t seat, bool named)
{
	const struct panel_member_view *m = members.v;

	for (size_t i = 0; i < members.n; i++)
		if (m[i].seat == seat)
			return named ? m[i].name : word(a, WORD_panel_expert_n, "n", str_c(a, str_fmt(a, "%zu", i + 1)), NULL);
	return (struct str){ 0 };
}

static const struct rubric_item *item_of(const struct panel_grid *g, struct str code)
{
	const struct rubric_item *v = g->items.v;

	for (size_t i = 0; i < g->items.n; i++)
		if (str_eq(v[i].code, code))
			return &v[i];
	return NULL;
}

static struct str plan_of(struct arena *a, const struct panel_grid *g, int64_t bid)
{
	const struct panel_bid_row *v = g->plans.v;

	for (size_t i = 0; i < g->plans.n; i++)
		if (v[i].id == bid)
			return panel_plan_name(a, &v[i]);
	return (struct str){ 0 };
}

static struct rows scores_of(struct db *db, struct arena *a, int64_t panel)
{
	struct panel_key key = { .panel = panel };

	return db_all(db, a, "panel_scores", &key);
}

struct rows panel_score_lines(struct db *db, struct arena *a, const struct panel_scores_wanted *w)
{
	struct panel_grid g = panel_grid_of(db, a, w->pack, w->panel);
	struct rows rows = scores_of(db, a, w->panel->id);
	const struct panel_score_row *from = rows.v;
	struct panel_score_view *to = NEW_ARRAY(a, rows.n + 1, struct panel_score_view);
	size_t n = 0;

	for (size_t i = 0; i < rows.n; i++) {
		const struct rubric_item *item = item_of(&g, from[i].item);

		if (w->seat && from[i].seat != w->seat)
			continue;
		to[n++] = (struct panel_score_view){ .name = panel_reader_name(a, w->members, from[i].seat, w->named),
			.plan = plan_of(a, &g, from[i].bid), .item = item ? item->label : from[i].item, .points = from[i].points,
			.most = item ? item->max : 0, .comment = from[i].comment };
	}
	return (struct rows){ to, n };
}

/* The members who have scored and may be shown: seats in the order of the page. */
static size_t columns(struct arena *a, const struct panel_scores_wanted *w, struct rows scores, int64_t **seats)
{
	const struct panel_member_view *m = w->members.v;
	const struct panel_score_row *s = scores.v;
	size_t n = 0;

	*seats = NEW_ARRAY(a, w->members.n + 1, int64_t);
	for (size_t i = 0; i < w->members.n; i++) {
		if (w->seat && m[i].seat != w->seat)
			continue;
		for (size_t j = 0; j < scores.n; j++)
			if (s[j].seat == m[i].seat) {
				(*seats)[n++] = m[i].seat;
				break;
			}
	}
	return n;
}

static int64_t points_of(struct rows scores, int64_t seat, int64_t bid, struct str item)
{
	const struct panel_score_row *s = scores.v;

	for (size_t i = 0; i < scores.n; i++)
		if (s[i].seat == seat && s[i].bid == bid && str_eq(s[i].item, item))
			return s[i].points;
	return 0;
}

static struct panel_matrix matrix_of(struct arena *a, const struct panel_grid *g, struct rows scores, int64_t bid, const int64_t *seats, size_t n)
{
	const struct rubric_item *items = g->items.v;
	struct panel_matrix_row *rows = NEW_ARRAY(a, g->items.n + 1, struct panel_matrix_row);
	struct panel_matrix_cell *totals = NEW_ARRAY(a, n + 1, struct panel_matrix_cell);
	struct panel_matrix m = { .plan = plan_of(a, g, bid), .items = { rows, g->items.n }, .totals = { totals, n } };

	for (size_t i = 0; i < g->items.n; i++) {
		struct panel_matrix_cell *cells = NEW_ARRAY(a, n + 1, struct panel_matrix_cell);

		for (size_t j = 0; j < n; j++) {
			cells[j].points = points_of(scores, seats[j], bid, items[i].code);
			totals[j].points += cells[j].points;
		}
		rows[i] = (struct panel_matrix_row){ items[i].label, items[i].max, { cells, n } };
		m.most += items[i].max;
	}
	return m;
}

static struct rows only_commented(struct rows lines)
{
	struct panel_score_view *v = lines.v;
	size_t n = 0;

	for (size_t i = 0; i < lines.n; i++)
		if (v[i].comment.n)
			v[n++] = v[i];
	lines.n = n;
	return lines;
}

void panel_score_pages(struct db *db, struct arena *a, const struct panel_scores_wanted *w, struct panel_page *out)
{
	struct panel_grid g = panel_grid_of(db, a, w->pack, w->panel);
	const struct panel_bid_row *plans = g.plans.v;
	struct rows scores = scores_of(db, a, w->panel->id);
	int64_t *seats;
	size_t n = columns(a, w, scores, &seats);
	struct panel_matrix *m = NEW_ARRAY(a, g.plans.n + 1, struct panel_matrix);
	struct panel_matrix_head *heads = NEW_ARRAY(a, n + 1, struct panel_matrix_head);

	if (!n)
		return;
	for (size_t i = 0; i < n; i++)
		heads[i].name = panel_reader_name(a, w->members, seats[i], w->named);
	for (size_t i = 0; i < g.plans.n; i++) {
		m[i] = matrix_of(a, &g, scores, plans[i].id, seats, n);
		m[i].heads = (struct rows){ heads, n };
	}
	out->matrices = (struct rows){ m, g.plans.n };
	out->comments = only_commented(panel_score_lines(db, a, w));
}
