/*
 * The tab of what goes wrong or ends: halts, reports, terminations, audits, checks of use, recovery; and the list of open recoveries.
 */
#include "base/limits.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/8-milestone/ending.h"
#include "web/view.h"
#include "web/frame.h"

static struct ending_termination_line termination_line(struct view *v, const struct termination_row *t)
{
	struct termination_key key = { t->id };
	struct ending_termination_line line = { .id = t->id, .side = t->side, .cause = t->cause, .reason = t->reason, .evidence = t->evidence,
		.progress = t->progress, .results = t->results, .own_money = t->own_money, .state = t->state, .proposed_on = t->proposed_on,
		.opinion = t->opinion, .examined_on = t->examined_on, .document = t->document, .decided_on = t->decided_on,
		.deny_reason = t->deny_reason, .number = t->number, .paper = t->paper, .closed_on = t->closed_on, .archive = t->archive };
	bool decided = str_is(t->state, "decided") || str_is(t->state, "closed");
	struct failure_class_row *class = NEW(v->a, struct failure_class_row);

	line.assets = db_all(v->db, v->a, "termination_assets_of", &key);
	line.statements = db_all(v->db, v->a, "termination_statements_of", &key);
	if (db_one(v->db, v->a, "failure_class_of", &(struct challenge_key){ t->challenge }, class) && class->termination == t->id)
		line.classes = (struct rows){ class, 1 };
	line.can_classify = decided && !line.classes.n && view_may(v, ACT_failure_classify);
	return line;
}

static void fill_terminations(struct view *v, struct challenge_ending_page *page)
{
	struct rows all = db_all(v->db, v->a, "terminations_of", &(struct challenge_key){ v->challenge });
	const struct termination_row *t = all.v;
	struct ending_termination_line *out = NEW_ARRAY(v->a, all.n, struct ending_termination_line);

	for (size_t i = 0; i < all.n; i++)
		out[i] = termination_line(v, &t[i]);
	page->terminations = (struct rows){ out, all.n };
}

static void fill_comments(struct view *v, struct ending_audit_line *line, int64_t report)
{
	struct rows all = db_all(v->db, v->a, "audit_comments_of", &(struct id_key){ report });
	const struct audit_comment_row *c = all.v;
	struct ending_comment_line *out = NEW_ARRAY(v->a, all.n, struct ending_comment_line);
	bool mine = false;

	for (size_t i = 0; i < all.n; i++) {
		out[i] = (struct ending_comment_line){ org_name(v->db, v->a, c[i].org), c[i].stance, c[i].comment, c[i].evidence, c[i].day };
		mine = mine || c[i].org == v->who->org;
	}
	line->comments = (struct rows){ out, all.n };
	line->can_comment = !mine && str_is(line->state, "reported") && view_may(v, ACT_audit_comment);
}

static struct ending_audit_line audit_line(struct view *v, const struct audit_engagement_row *e)
{
	struct ending_audit_line line = { .id = e->id, .firm = org_name(v->db, v->a, e->firm), .kind = e->kind, .document = e->document,
		.scope = e->scope, .due = e->due, .state = e->state, .appointed_on = e->appointed_on };
	struct audit_report_row r;

	line.can_report = !str_is(e->state, "final") && e->firm == v->who->org && view_may(v, ACT_audit_report);
	if (!db_one(v->db, v->a, "audit_reports_of", &(struct id_key){ e->id }, &r))
		return line;
	line.version = r.version;
	line.filed_on = r.filed_on;
	line.until = r.until;
	line.received_fen = r.received_fen;
	line.right_fen = r.right_fen;
	line.off_fen = r.off_fen;
	line.balance_fen = r.balance_fen;
	line.own_received_fen = r.own_received_fen;
	line.own_spent_fen = r.own_spent_fen;
	line.assets = r.assets;
	line.opinion = r.opinion;
	line.report = r.report;
	line.items = db_all(v->db, v->a, "audit_items_of", &(struct id_key){ r.id });
	fill_comments(v, &line, r.id);
	return line;
}

static void fill_audits(struct view *v, struct challenge_ending_page *page)
{
	struct rows all = db_all(v->db, v->a, "audit_engagements_of", &(struct challenge_key){ v->challenge });
	const struct audit_engagement_row *e = all.v;
	struct ending_audit_line *out = NEW_ARRAY(v->a, all.n, struct ending_audit_line);
	bool running = all.n && str_is(e[0].state, "appointed");

	for (size_t i = 0; i < all.n; i++)
		out[i] = audit_line(v, &e[i]);
	page->audits = (struct rows){ out, all.n };
	page->can_appoint = page->planned && !running && view_may(v, ACT_audit_appoint);
}

static void fill_recoveries(struct view *v, struct challenge_ending_page *page)
{
	struct rows all = db_all(v->db, v->a, "recovery_of", &(struct challenge_key){ v->challenge });
	const struct recovery_row *r = all.v;
	struct ending_recovery_line *out = NEW_ARRAY(v->a, all.n, struct ending_recovery_line);

	for (size_t i = 0; i < all.n; i++) {
		bool open = str_is(r[i].state, "demanded") || str_is(r[i].state, "overdue");
		out[i] = (struct ending_recovery_line){ .id = r[i].id, .challenge = r[i].challenge, .debtor = org_name(v->db, v->a, r[i].debtor),
			.balance_fen = r[i].balance_fen, .off_fen = r[i].off_fen, .amount_fen = r[i].amount_fen, .received_fen = r[i].received_fen,
			.rest_fen = r[i].amount_fen - r[i].received_fen, .state = r[i].state, .answer = r[i].answer, .fixed_on = r[i].fixed_on,
			.demanded_on = r[i].demanded_on, .due = r[i].due, .number = r[i].number, .paper = r[i].paper,
			.receipts = db_all(v->db, v->a, "recovery_receipts_of", &(struct recovery_key){ r[i].id }),
			.late = open && r[i].due < v->today, .can_demand = str_is(r[i].state, "fixed") && view_may(v, ACT_recovery_demand),
			.can_receive = open && view_may(v, ACT_recovery_receive) };
	}
	page->recoveries = (struct rows){ out, all.n };
}

bool ending_view(struct view *v, void *page)
{
	struct challenge_ending_page *out = page;
	struct challenge_key key = { v->challenge };
	struct challenge_row c;
	struct taskbook_row book;

	if (!db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c))
		return false;
	out->challenge = v->challenge;
	out->planned = taskbook_signed(v->db, v->a, v->challenge, &book);
	out->halts = db_all(v->db, v->a, "project_halts_of", &key);
	out->reports = db_all(v->db, v->a, "cannot_finish_of", &key);
	fill_terminations(v, out);
	fill_audits(v, out);
	out->checks = db_all(v->db, v->a, "use_checks_of", &key);
	fill_recoveries(v, out);
	out->can_halt = view_may_now(v, ACT_project_halt);
	out->can_resume = view_may_now(v, ACT_project_resume);
	out->can_report = project_running(c.stage) && view_may(v, ACT_cannot_finish_report);
	out->can_propose = view_may_now(v, ACT_termination_propose);
	out->can_check = out->planned && view_may(v, ACT_use_check);
	return true;
}

bool recoveries_view(struct view *v, void *page)
{
	struct recoveries_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct viewer_key key = { .programme = v->pg->id, .limit = per, .offset = (n - 1) * per };
	struct recoveries_sums sums = { 0 };

	p->recoveries = db_all(v->db, v->a, "recoveries_list", &key);
	db_one(v->db, v->a, "recoveries_sums_of", &key, &sums);
	struct recoveries_row *r = p->recoveries.v;
	for (size_t i = 0; i < p->recoveries.n; i++)
		r[i].can_receive = (str_is(r[i].state, "demanded") || str_is(r[i].state, "overdue")) && view_may(v, ACT_recovery_receive);
	p->n = sums.n;
	p->owed_fen = sums.owed_fen;
	p->received_fen = sums.received_fen;
	p->rest_fen = sums.owed_fen - sums.received_fen;
	p->pager = pager_row(v, sums.n, n, per);
	return true;
}
