/* policy_check(): the shipped pack has no mistake of its own making, and each kind of mistake planted in it is found, with its path. */
#include "test.h"

#include "rule/pack_fixture.h"

static struct str all_of(struct arena *a, struct rows found)
{
	struct buf b = { .arena = a };
	const struct str *s = found.v;

	for (size_t i = 0; i < found.n; i++)
		buf_fmt(&b, "%.*s\n", STR_ARG(s[i]));
	return buf_str(&b);
}

static struct str found(struct arena *a, struct rows files)
{
	return all_of(a, policy_check(a, fixture_policy(a, files)));
}

/* What the check says of the pack with one change that it did not say before. */
static struct str planted(struct arena *a, const char *file, const char *old, const char *new)
{
	struct rows files = fixture_files(a);

	fixture_change(a, files, file, old, new);
	return found(a, files);
}

#define ASSERT_FOUND(TEXT, WANTED) \
	do { \
		struct str text_ = (TEXT); \
		if (!str_has(text_, WANTED)) { \
			print_error("wanted \"%s\" in:\n%.*s", WANTED, STR_ARG(text_)); \
			fail(); \
		} \
	} while (0)

TEST(the_shipped_pack_has_a_sound_road_and_figures, "8.a")
{
	struct str text = found(a, fixture_files(a));

	assert_false(str_has(text, "road:"));
	assert_false(str_has(text, "figures:"));
	assert_false(str_has(text, "rubric"));
	assert_false(str_has(text, "names:"));
	assert_false(str_has(text, "stage "));
	assert_false(str_has(text, "rule "));
}

/* ---- rules and clauses ---- */

TEST(a_rule_that_is_not_bound, "")
{
	const char *line = "- {rule: notice_over,            clauses: [8.5.a]}\n";

	ASSERT_FOUND(planted(a, "bindings.yaml", line, ""), "rule notice_over: neither bound nor disabled with a reason");
	struct rows files = fixture_files(a);
	fixture_change(a, files, "bindings.yaml", line, "- {rule: notice_over, disabled: 本地不公示}\n");
	assert_false(str_has(found(a, files), "notice_over"));
}

TEST(a_clause_that_nothing_answers, "")
{
	struct rows files = fixture_files(a);

	fixture_append(a, files, "clauses.yaml", "- {id: 99.a, number: 九十九, kind: R, text: 谁也没有管的条款, text_en: nobody minds it}\n");
	ASSERT_FOUND(found(a, files), "clause 99.a: bound to no rule, realised by nothing, and not marked manual with a reason");
	fixture_change(a, files, "clauses.yaml", "text_en: nobody minds it", "text_en: nobody minds it, manual: 只能由人判断");
	assert_false(str_has(found(a, files), "99.a"));
}

TEST(planned_says_what_is_missing, "")
{
	struct rows files = fixture_files(a);

	fixture_append(a, files, "clauses.yaml", "- {id: 99.a, number: 九十九, kind: R, text: 还没有做的条款, text_en: not yet, planned: 还没有建成}\n");
	assert_false(str_has(found(a, files), "99.a"));
	ASSERT_FOUND(planted(a, "clauses.yaml", "  kind: R D\n", "  kind: R D\n  planned: 还没有建成\n  manual: 只能由人判断\n"),
		     "clause 1.b: manual and planned at once");
}

TEST(a_force_that_does_not_suit_the_clause, "8.4.d 10.1.a")
{
	ASSERT_FOUND(planted(a, "bindings.yaml", "{rule: decision_one_winner,    clauses: [8.4.d], force: normally, waiver: none}",
			     "{rule: decision_one_winner, clauses: [8.4.d], force: must}"),
		     "clause 8.4.d: of kind N, but none of its rules has force normally");
	ASSERT_FOUND(planted(a, "bindings.yaml", "{rule: need_alone,           clauses: [5.1.b]}",
			     "{rule: need_alone, clauses: [5.1.b], force: advise}"),
		     "clause 5.1.b: of kind R, but none of its rules has force must");
}

TEST(unknown_acts_pages_fields_papers_of_a_clause, "")
{
	ASSERT_FOUND(planted(a, "clauses.yaml", "acts: [round_propose, round_confirm]", "acts: [round_propos]"),
		     "clause 8.1.a: no act 'round_propos' (did you mean 'round_propose'?)");
	ASSERT_FOUND(planted(a, "clauses.yaml", "pages: [desk, dossier, history]", "pages: [dsk]"), "clause 8.a: no page 'dsk'");
	ASSERT_FOUND(planted(a, "clauses.yaml", "fields: [need_form.field]", "fields: [need_form]"), "clause 1.b: 'need_form' is not table.field");
	ASSERT_FOUND(planted(a, "clauses.yaml", "papers: [payment_request]", "papers: [payment]"), "clause 10.2.c: the pack has no paper 'payment'");
}

/* ---- names ---- */

TEST(unknown_roles_and_rooms, "")
{
	ASSERT_FOUND(planted(a, "names.yaml", "role: park,", "role: parc,"), "names: no role 'parc' (did you mean 'park'?)");
	ASSERT_FOUND(planted(a, "names.yaml", "role: park,", "role: parc,"), "names: role park has no local name");
	ASSERT_FOUND(planted(a, "road.yaml", "room: notice,     label: 公示中,         label_en: Under public notice,       owner: system",
			     "room: notices, label: 公示中, label_en: Under public notice, owner: systm"),
		     "stage notice.running: no room 'notices' (did you mean 'notice'?)\nstage notice.running: no role 'systm' (did you mean 'system'?)");
}

/* ---- the road ---- */

TEST(unknown_or_unmovable_acts_on_the_road, "")
{
	const char *step = "{act: need_accept,          from: need.filed,           to: need.accepted}";

	ASSERT_FOUND(planted(a, "road.yaml", step, "{act: need_acept, from: need.filed, to: need.accepted}"),
		     "road: no act 'need_acept' (did you mean 'need_accept'?)");
	ASSERT_FOUND(planted(a, "road.yaml", step, "{act: need_acept, from: need.filed, to: need.accepted}"),
		     "road: act need_accept is on no step and not left_out with a reason");
	ASSERT_FOUND(planted(a, "road.yaml", step, "{act: org_verify, from: need.filed, to: need.accepted}"),
		     "road: act org_verify does not move a case");
	struct rows files = fixture_files(a);
	fixture_append(a, files, "road.yaml", "  - {act: establish, reason: 本地不立项}\n  - {act: nothing, reason: 没有这个行为}\n");
	ASSERT_FOUND(found(a, files), "road: act establish is left out and on the road");
	ASSERT_FOUND(found(a, files), "road: left_out: no act 'nothing'");
}

TEST(unreachable_stages, "")
{
	struct str text = planted(a, "road.yaml", "{act: argue_panel_set,      from: need.accepted,        to: call.arguing}",
				  "{act: argue_panel_set,      from: call.arguing,         to: call.arguing}");

	ASSERT_FOUND(text, "road: stage call.arguing cannot be reached");
	ASSERT_FOUND(text, "road: dead end at stage need.accepted: not final, and no step leaves it; "
			   "path: start -relist-> need.accepted");
}

TEST(final_stages_that_are_left, "")
{
	ASSERT_FOUND(planted(a, "road.yaml", "always:", "  - {act: need_resubmit, from: closed.withdrawn, to: need.filed}\nalways:"),
		     "road: stage closed.withdrawn is final, but a step leaves it; path: start -need_submit-> need.filed -need_withdraw-> closed.withdrawn");
	ASSERT_FOUND(planted(a, "road.yaml", "owner: none,       days: 0, final: true}", "owner: none,       days: 0}"), ": nobody has to act there");
}

TEST(loops_without_an_end, "")
{
	struct str text = planted(a, "road.yaml", "{act: strike_off,           from: acceptance.filed,     to: closed.struck}",
				  "{act: strike_off,           from: acceptance.filed,     to: acceptance.passed}");
	ASSERT_FOUND(text, "road: from stage acceptance.passed no final stage can be reached (a loop without end); path: start");
	ASSERT_FOUND(text, "road: from stage acceptance.filed no final stage can be reached");
	assert_false(str_has(text, "from stage milestone.running no final stage"));     /* acceptance can still be applied for */

	text = planted(a, "road.yaml", "{act: acceptance_file,      from: acceptance.passed,    to: acceptance.filed}",
		       "{act: acceptance_file,      from: acceptance.passed,    to: acceptance.applied}");
	ASSERT_FOUND(text, "road: stage acceptance.filed cannot be reached");
	ASSERT_FOUND(text, "road: stage closed.struck cannot be reached");
	assert_false(str_has(text, "from stage bid.opened no final stage"));    /* it can still end without a bid */
}

/* ---- what must come first, on every path ---- */

TEST(money_before_the_task_book, "10.2.a")
{
	struct str text = planted(a, "road.yaml", "always:", "  - {act: contract_record, from: contract.drafting, to: milestone.running}\nalways:");

	ASSERT_FOUND(text, "road: clause 10.2.a: room milestone comes without taskbook_sign before it; path: start -");
	ASSERT_FOUND(text, " contract.drafting -contract_record-> milestone.running");
	ASSERT_FOUND(text, "road: fiscal money could be paid before the task book is signed: no taskbook_sign before; path: start -");
}

TEST(established_before_the_notice_ends, "8.5.b")
{
	struct str text = planted(a, "road.yaml", "always:", "  - {act: establish, from: notice.running, to: contract.drafting}\nalways:");

	ASSERT_FOUND(text, "road: clause 8.5.b: act establish comes without notice_end before it; path: start");
	ASSERT_FOUND(text, "-notice_publish-> notice.running -establish-> contract.drafting");
	ASSERT_FOUND(text, "road: a project would be established before its notice has ended");
}

TEST(sealed_bids_opened_before_the_list, "8.2.d 8.3.a")
{
	struct str text = planted(a, "road.yaml", "always:", "  - {act: bids_open, from: call.approved, to: bid.opened}\nalways:");

	ASSERT_FOUND(text, "road: sealed bids would be opened before their list is published: no list_publish before; path: start");
	ASSERT_FOUND(text, "-list_decide-> call.approved -bids_open-> bid.opened");
}

TEST(published_without_the_government, "8.2.d")
{
	ASSERT_FOUND(planted(a, "road.yaml", "always:", "  - {act: list_publish, from: call.drafted, to: bid.open}\nalways:"),
		     "road: clause 8.2.d: act list_publish comes without call.approved before it; path: start");
}

TEST(a_loop_does_not_hide_a_way_round, "8.4.a")
{
	/* the way round goes back: refused panel, new opening, and then a jump */
	ASSERT_FOUND(planted(a, "road.yaml", "always:", "  - {act: review_panel_refuse, from: review.seating, to: review.scoring}\nalways:"),
		     "road: clause 8.4.a: act review_conclude comes without review_panel_confirm before it; path: start");
}

TEST(demands_about_nothing, "")
{
	ASSERT_FOUND(planted(a, "road.yaml", "{act: establish,            after: notice_end,           clause: 8.5.b}",
			     "{act: fiscal_pay, after: notice_end, clause: 8.5.b}"), "road: always: act fiscal_pay is not on the road");
	ASSERT_FOUND(planted(a, "road.yaml", "{act: establish,            after: notice_end,           clause: 8.5.b}",
			     "{act: establish, after: notice_ends, clause: 8.5.b}"), "road: always: 'notice_ends' is neither an act nor a stage of the road");
}

/* ---- figures ---- */

TEST(instalments_that_do_not_add_up, "10.2.a 10.2.b")
{
	ASSERT_FOUND(planted(a, "bindings.yaml", "first: 40%, second: 30%", "first: 70%, second: 30%"),
		     "figures: demander to bidder: 7000 + 3000 basis points leave nothing for the last of three instalments");
	ASSERT_FOUND(planted(a, "bindings.yaml", "first: 50%", "first: 100%"), "figures: finance to demander: 10000 basis points leave nothing");
	ASSERT_FOUND(planted(a, "bindings.yaml", "{rule: fiscal_first_after_demander, clauses: [10.2.b], share: 40%}",
			     "{rule: fiscal_first_after_demander, clauses: [10.2.b], share: 30%}"),
		     "figures: demander_order.first is 4000 but fiscal_first_after_demander.share is 3000");
}

TEST(figures_out_of_range_or_at_odds, "10.1.a 10.1.b 7.a 8.5.a")
{
	ASSERT_FOUND(planted(a, "bindings.yaml", "{rule: fiscal_share,            clauses: [10.1.a], most: 30%}",
			     "{rule: fiscal_share, clauses: [10.1.a], most: 10001}"),
		     "figures: fiscal_share.most is 10001, not within 1..10000 basis points");
	ASSERT_FOUND(planted(a, "bindings.yaml", "share: 30%", "share: 25%"), "figures: need_fiscal_share.share is 2500 but fiscal_share.most is 3000");
	ASSERT_FOUND(planted(a, "bindings.yaml", "max_fen: 100万元", "max_fen: 200万元"), "figures: need_fiscal_cap.max_fen is 200000000 but fiscal_cap.most is 100000000");
	ASSERT_FOUND(planted(a, "bindings.yaml", "months: 36", "months: 48"), "figures: need_period.max is 36 but taskbook_period.months is 48");
	ASSERT_FOUND(planted(a, "bindings.yaml", "days: 5,", "days: 0,"), "figures: notice_calendar.days is 0, not within 1..60 working days");
}

TEST(figures_that_the_program_works_with_cannot_be_left_out, "8.5.a 10.2.b")
{
	ASSERT_FOUND(planted(a, "bindings.yaml", "{rule: notice_calendar,        clauses: [8.5.a], days: 5, first_counts: false}",
			     "{rule: notice_calendar, disabled: 本地不公示}"),
		     "figures: rule notice_calendar cannot be left out: the program works with its figures");
}

TEST(panels_that_cannot_exist, "8.4.c 8.2.b")
{
	const char *size = "{rule: review_panel_size,      clauses: [8.4.c], force: normally, min: ";

	ASSERT_FOUND(planted(a, "bindings.yaml", str_c(a, str_fmt(a, "%s5}", size)), str_c(a, str_fmt(a, "%s6}", size))),
		     "figures: review panel: the least size 6 is even, but an odd number is asked for");
	ASSERT_FOUND(planted(a, "bindings.yaml", str_c(a, str_fmt(a, "%s5}", size)), str_c(a, str_fmt(a, "%s16}", size))),
		     "figures: review panel: at least 16 members cannot be seated");
	ASSERT_FOUND(planted(a, "bindings.yaml", str_c(a, str_fmt(a, "%s5}", size)), str_c(a, str_fmt(a, "%s1}", size))),
		     "figures: review panel: 3 kinds of experts do not fit among 1 members");
	ASSERT_FOUND(planted(a, "bindings.yaml", "kinds: 3", "kinds: 4"), "4 kinds of experts, there are 3");
}

TEST(rubrics_that_do_not_add_up, "")
{
	ASSERT_FOUND(planted(a, "rubrics.yaml", "max: 15", "max: 14"), "rubric review: the points add up to 99, not 100");
	ASSERT_FOUND(planted(a, "rubrics.yaml", "pass: 60", "pass: 101"), "rubric argument: 101 points to pass, only 100 can be had");
	ASSERT_FOUND(planted(a, "rubrics.yaml", "panel: milestone", "panel: interview"), "rubric interview: there is no such panel");
	ASSERT_FOUND(planted(a, "rubrics.yaml", "panel: milestone", "panel: interview"), "rubrics: the milestone panel has none");
}

/* ---- against a second search ---- */

/* Every simple path of the road, walked one by one: nothing in the shipped pack comes before what must precede it. */
struct walk {
	const struct policy *p;
	const struct road_step *taken[64];
	size_t n, paths;
};

static bool happened(const struct walk *w, struct str after)
{
	for (size_t i = 0; i < w->n; i++)
		if (str_eq(w->taken[i]->act, after) || str_eq(w->taken[i]->to, after))
			return true;
	return false;
}

static void judge_last_step(const struct walk *w)
{
	const struct road_step *last = w->taken[w->n - 1];
	const struct road_proof *proof = w->p->proofs.v;
	struct walk before = *w;

	before.n--;
	for (size_t i = 0; i < w->p->proofs.n; i++) {
		const struct road_stage *to = policy_stage(w->p, last->to);
		if (proof[i].act.n && str_eq(last->act, proof[i].act))
			assert_true(happened(&before, proof[i].after));
		if ((proof[i].stage.n && str_eq(to->id, proof[i].stage)) || (proof[i].room.n && str_eq(to->room, proof[i].room)))
			assert_true(happened(w, proof[i].after));
	}
}

static void walk_on(struct walk *w, struct str at)
{
	const struct road_step *s = w->p->steps.v;

	for (size_t i = 0; i < w->p->steps.n; i++) {
		bool again = str_eq(s[i].to, s[i].from);
		if (!str_eq(s[i].from, at))
			continue;
		for (size_t k = 0; k < w->n; k++)
			again |= str_eq(w->taken[k]->from, s[i].to);
		if (again)
			continue;
		w->taken[w->n++] = &s[i];
		w->paths++;
		judge_last_step(w);
		walk_on(w, s[i].to);
		w->n--;
	}
}

TEST(every_limit_has_an_owner_and_an_end, "8.a")
{
	ASSERT_FOUND(planted(a, "road.yaml", ", no_limit: 到发榜公告写明的揭榜截止时间为止, no_limit_en: Until the deadline of the published list", ""),
		     "stage bid.open: no limit (days: 0) and no reason why");
	ASSERT_FOUND(planted(a, "road.yaml", "owner: bidder,     days: 0, no_limit: 到发榜", "owner: bidder,     days: 5, no_limit: 到发榜"),
		     "stage bid.open: a limit of 5 days and a reason for none at once");
	ASSERT_FOUND(planted(a, "road.yaml", "  - {owner: government, remind: 3, escalate_to: bureau,     escalate_after: 1}\n", ""),
		     "stage call.drafted: a limit of 30 days, and nothing happens when government lets it pass");
	ASSERT_FOUND(planted(a, "road.yaml", "{owner: finance,    remind: 3, escalate_to: bureau,", "{owner: finance,    remind: 3, escalate_to: bureaux,"),
		     "late finance: escalate_to: no role 'bureaux' (did you mean 'bureau'?)");
	ASSERT_FOUND(planted(a, "road.yaml", "{owner: finance,    remind: 3, escalate_to: bureau,", "{owner: finance,    remind: 3, escalate_to: finance,"),
		     "late finance: escalates to 'finance', who let it pass");
	ASSERT_FOUND(planted(a, "road.yaml", "{owner: finance,", "{owner: treasury,"), "late: no role 'treasury'");
	ASSERT_FOUND(planted(a, "road.yaml", "lapse: need_lapse", "lapse: need_laps"), "lapse: no act 'need_laps'");
	ASSERT_FOUND(planted(a, "road.yaml", "lapse: need_lapse", "lapse: need_withdraw"), "lapse: act 'need_withdraw' is not one that happens by itself");
	ASSERT_FOUND(planted(a, "road.yaml", "lapse: need_lapse", "lapse: notice_end"), "stage need.returned: lapse: the road has no step of 'notice_end' from there");
}

TEST(every_simple_path_keeps_the_order, "8.a 8.2.d 8.5.b 10.2.a")
{
	struct walk w = { .p = fixture_policy(a, fixture_files(a)) };

	walk_on(&w, STR("start"));
	assert_true(w.paths >= w.p->stages.n);   /* it came everywhere */
}

TEST_MAIN
