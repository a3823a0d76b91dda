/*
 * The tab of acceptance: the application against the task book, the panel, the result, the material filed, the strike-off.
 */
#include "across/panel/panel.h"
#include "across/party/party.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/9-acceptance/acceptance.h"
#include "web/view.h"

static const struct acceptance_indicator_row *said(struct rows all, const char *by, int64_t ord)
{
	const struct acceptance_indicator_row *x = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (x[i].ord == ord && str_is(x[i].said_by, by))
			return &x[i];
	return NULL;
}

static struct acceptance_compare_line compare_line(const struct taskbook_indicator_row *x, struct rows all)
{
	const struct acceptance_indicator_row *mine = said(all, "awardee", x->ord), *judged_row = said(all, "demander", x->ord);
	struct acceptance_compare_line line = { .ord = x->ord, .name = x->name, .target = x->target, .criterion = x->criterion, .binding = x->binding };

	if (mine) {
		line.said = mine->actual;
		line.said_met = mine->met;
		line.evidence = mine->evidence;
		line.files = mine->files;
	}
	if (judged_row) {
		line.judged_actual = judged_row->actual;
		line.judged_met = judged_row->met;
		line.differs = mine && !str_eq(mine->met, judged_row->met);
	}
	return line;
}

static void fill_application(struct view *v, const struct acceptance_row *app, struct challenge_acceptance_page *out)
{
	struct taskbook_row book;

	out->applied = 1;
	out->version = app->version;
	out->rectified = app->rectified;
	out->at = app->at;
	out->applicant = org_name(v->db, v->a, app->org);
	out->summary = app->summary;
	out->spent_fen = app->spent_fen;
	out->results = app->results;
	out->materials = acceptance_materials(v->db, v->a, app->id, false);
	out->filed = acceptance_materials(v->db, v->a, app->id, true);
	if (!taskbook_now(v->db, v->a, v->challenge, &book))
		return;
	struct rows wanted = taskbook_indicators_now(v->db, v->a, &book);
	struct rows all = db_all(v->db, v->a, "acceptance_indicators_of", &(struct acceptance_key){ app->id });
	const struct taskbook_indicator_row *x = wanted.v;
	struct acceptance_compare_line *lines = NEW_ARRAY(v->a, wanted.n, struct acceptance_compare_line);
	for (size_t i = 0; i < wanted.n; i++)
		lines[i] = compare_line(&x[i], all);
	out->compare = (struct rows){ lines, wanted.n };
}

static void fill_result(struct view *v, const struct acceptance_row *app, struct challenge_acceptance_page *out)
{
	struct rows all = db_all(v->db, v->a, "acceptance_results_of", &(struct challenge_key){ v->challenge });
	struct acceptance_result_row *r = all.v;
	size_t skip = all.n && r[0].acceptance == app->id;

	if (!skip) {
		out->earlier = all;
		return;
	}
	out->earlier = (struct rows){ r + 1, all.n - 1 };
	out->decided = 1;
	out->result = r[0].result;
	out->outcome = r[0].outcome;
	out->day = r[0].day;
	out->opinion = r[0].opinion;
	out->differs = r[0].differs;
	out->number = r[0].number;
	out->paper = r[0].paper;
}

static void fill_panel(struct view *v, int64_t application, struct challenge_acceptance_page *out)
{
	struct panel_result result = panel_result(v->db, v->a, v->challenge, "acceptance", application);
	struct panel_row p;

	if (!result.panel || !panel_find(v->db, v->a, result.panel, &p))
		return;
	out->has_panel = 1;
	out->panel = p.id;
	out->panel_state = p.state;
	out->panel_meets = p.meets;
	out->panel_conclusion = result.signed_by_all ? p.conclusion : STR("");
}

static void fill_end(struct view *v, struct challenge_acceptance_page *out)
{
	struct acceptance_strike_row strike;
	struct acceptance_milestones m;
	struct payment_state money = payment_state(v->db, v->a, v->challenge);

	db_one(v->db, v->a, "acceptance_milestones_of", &(struct challenge_key){ v->challenge }, &m);
	out->milestones = m.n;
	out->milestones_passed = m.passed;
	out->payments = money.instalments;
	out->payments_done = money.finished;
	if (!db_one(v->db, v->a, "acceptance_strike_of", &(struct challenge_key){ v->challenge }, &strike))
		return;
	out->struck = 1;
	out->strike_number = strike.number;
	out->archive_number = strike.archive_number;
	out->strike_day = strike.day;
	out->strike_paper = strike.paper;
}

static void fill_rectifying(struct view *v, struct challenge_acceptance_page *out)
{
	struct challenge_row c;

	if (!db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c) || !str_is(c.stage, "acceptance.rectifying"))
		return;
	const struct road_stage *s = policy_stage(programme_pack(v->pg, c.pack), c.stage);
	out->rectifying = 1;
	out->rectify_by = s && s->days ? day_add(c.stage_since, (int)s->days) : 0;
	out->can_rectify = view_may_now(v, ACT_acceptance_rectified);
}

static bool accepted(struct view *v)
{
	struct challenge_row c;

	return db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c)
		&& (str_is(c.stage, "acceptance.passed") || str_is(c.stage, "acceptance.filed") || str_is(c.stage, "closed.struck"));
}

bool acceptance_view(struct view *v, void *page)
{
	struct challenge_acceptance_page *out = page;
	struct acceptance_row app;

	if (!contract_readable(v->db, v->a, v->challenge, v->who->person, v->who->role, v->relations))
		return false;
	out->challenge = v->challenge;
	if (acceptance_newest(v->db, v->a, v->challenge, &app)) {
		fill_application(v, &app, out);
		fill_result(v, &app, out);
		fill_panel(v, app.id, out);
	}
	fill_end(v, out);
	out->can_apply = view_may_now(v, ACT_acceptance_apply);
	out->can_panel = view_may_now(v, ACT_acceptance_panel_set);
	out->can_conclude = view_may_now(v, ACT_acceptance_conclude);
	fill_rectifying(v, out);
	out->can_file = view_may_now(v, ACT_acceptance_file);
	out->can_announce = accepted(v) && view_may(v, ACT_announce_result);
	out->can_strike = view_may_now(v, ACT_strike_off);
	return true;
}
