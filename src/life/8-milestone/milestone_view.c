/*
 * The tab of milestones: a Gantt chart and, for those concerned, what was reported, checked and concluded on each.
 */
#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "web/view.h"

#define CHART_LEFT 240                  /* the chart is 1000 wide: names, then time */
#define CHART_WIDTH 740
#define CHART_TOP 30
#define CHART_ROW 34
#define TICKS_MOST 13
#define TICK_LAST 940                   /* a label farther right would be cut */

/* Where a day stands on the chart. */
static int64_t place(const struct challenge_milestones_page *page, int64_t day)
{
	int64_t whole = day_between(page->starts, page->ends), part = day_between(page->starts, day);

	if (whole <= 0 || part <= 0)
		return CHART_LEFT;
	return CHART_LEFT + (part >= whole ? CHART_WIDTH : part * CHART_WIDTH / whole);
}

/* A tick every so many months, so that there are at most twelve. */
static void fill_ticks(struct view *v, struct challenge_milestones_page *page)
{
	int64_t months = months_between(page->starts, page->ends), step = months / (TICKS_MOST - 1) + 1;
	struct milestone_tick *t = NEW_ARRAY(v->a, TICKS_MOST, struct milestone_tick);
	size_t n = 0;

	for (int64_t m = 0; m <= months && n < TICKS_MOST; m += step) {
		int64_t day = day_add_months(page->starts, (int)m);
		if (place(page, day) <= TICK_LAST)
			t[n++] = (struct milestone_tick){ str_fmt(v->a, "%d-%02d", day_year(day), day_month(day)), place(page, day) };
	}
	page->ticks = (struct rows){ t, n };
}

static void fill_report(struct view *v, struct milestone_line *line)
{
	struct milestone_report_row report;

	if (!db_one(v->db, v->a, "milestone_reports_of", &(struct milestone_key){ line->id }, &report))
		return;
	line->reported = 1;
	line->reached_on = report.reached_on;
	line->progress = report.progress;
	line->summary = report.summary;
	line->problems = report.problems;
	line->spent_fen = report.spent_fen;
	line->actuals = db_all(v->db, v->a, "milestone_actuals_of", &(struct id_key){ report.id });
}

static void fill_details(struct view *v, struct milestone_line *line)
{
	struct milestone_key key = { line->id };

	fill_report(v, line);
	line->panels = db_all(v->db, v->a, "milestone_panels_of", &key);
	line->results = db_all(v->db, v->a, "milestone_results_of", &key);
	line->evidence = db_all(v->db, v->a, "milestone_evidence_of", &key);
}

static struct milestone_line line_of(struct view *v, const struct challenge_milestones_page *page, const struct milestone_row *m, int64_t from)
{
	bool open = str_is(m->state, "planned") || str_is(m->state, "reported") || str_is(m->state, "failed");
	struct milestone_line line = { .id = m->id, .ord = m->ord, .name = m->name, .due = m->due, .content = m->content,
		.indicator = m->indicator, .deliverable = m->deliverable, .releases = m->releases, .state = m->state,
		.passed = str_is(m->state, "passed"), .failed = str_is(m->state, "failed"), .late = !str_is(m->state, "passed") && m->due < v->today,
		.days = day_between(v->today, m->due), .concluded_on = m->concluded_on };

	line.can_return = str_is(m->state, "reported") && view_may(v, ACT_milestone_return);
	line.can_report = open && view_may(v, ACT_milestone_report);
	line.bar_x = place(page, from);
	line.bar_w = place(page, m->due) - line.bar_x;
	line.bar_w = line.bar_w < 4 ? 4 : line.bar_w;
	line.bar_y = CHART_TOP + (m->ord - 1) * CHART_ROW;
	line.text_y = line.bar_y + 18;
	return line;
}

static void fill_lines(struct view *v, struct challenge_milestones_page *page)
{
	struct rows all = db_all(v->db, v->a, "milestones_of", &(struct challenge_key){ v->challenge });
	const struct milestone_row *m = all.v;
	struct milestone_line *out = NEW_ARRAY(v->a, all.n, struct milestone_line);
	int64_t from = page->starts;

	for (size_t i = 0; i < all.n; i++) {
		out[i] = line_of(v, page, &m[i], from);
		from = m[i].due;
		page->passed += out[i].passed;
		if (page->details)
			fill_details(v, &out[i]);
	}
	page->n = (int64_t)all.n;
	page->milestones = (struct rows){ out, all.n };
	page->picture_h = CHART_TOP + page->n * CHART_ROW + 6;
}

bool milestones_view(struct view *v, void *page)
{
	struct challenge_milestones_page *out = page;
	struct challenge_row c;
	struct taskbook_row book;
	bool readable = contract_readable(v->db, v->a, v->challenge, v->who->person, v->who->role, v->relations);

	if (!readable && v->who->role != ROLE_park)
		return false;
	out->challenge = v->challenge;
	out->details = readable;
	if (!taskbook_now(v->db, v->a, v->challenge, &book))
		return true;
	out->starts = book.starts;
	out->ends = book.ends;
	out->halted = db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c) && str_is(c.stage, "milestone.halted");
	fill_lines(v, out);
	fill_ticks(v, out);
	if (readable)
		out->leader = book.pi_name;
	out->today_inside = v->today >= out->starts && v->today <= out->ends;
	out->today_x = place(out, v->today);
	out->can_panel = view_may_now(v, ACT_milestone_panel_set) && out->passed < out->n;
	out->can_conclude = view_may_now(v, ACT_milestone_conclude);
	return true;
}
