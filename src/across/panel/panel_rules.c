/*
 * Rules of every panel, whatever it judges: who may sit, who may speak, when it has said enough.
 *
 * Size, odd number, kinds and the listing unit's head are rules of the rooms that seat a panel: they differ by kind.
 */
#include "across/panel/panel_rules.h"

struct verdict rule_panel_no_duplicate(const struct panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_no_duplicate, !f->duplicate.n, 2, 1, f->duplicate);
}

struct verdict rule_panel_member_known(const struct panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_member_known, !f->stranger.n, 0, 0, f->stranger);
}

struct verdict rule_panel_chair_one(const struct panel_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_panel_chair_one, f->chairs == 1 && f->chair_is_member, f->chairs, 1);
}

struct verdict rule_panel_declare_tied(const struct panel_declare_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_declare_tied, !f->none || !f->tied_to.n, 0, 0, f->tied_to);
}

struct verdict rule_panel_seat_clear(const struct panel_opinion_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_seat_clear, f->clear, 0, 1, f->member);
}

struct verdict rule_panel_scores_complete(const struct panel_opinion_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_scores_complete, f->given == f->wanted && !f->missing.n, f->given, f->wanted, f->missing);
}

struct verdict rule_panel_scores_range(const struct panel_opinion_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_scores_range, !f->beyond.n, f->points, f->most, f->beyond);
}

struct verdict rule_panel_all_opined(const struct panel_report_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_all_opined, f->opined == f->members && f->members > 0, f->opined, f->members, f->waits_for);
}

struct verdict rule_panel_ranking_complete(const struct panel_report_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_ranking_complete, !f->ranks || f->ranked == f->plans, f->ranked, f->plans, f->unplaced);
}

/* No story breaks it: panel_all_opined lets no report be made before all have spoken. */
struct verdict rule_panel_sign_clear(const struct panel_sign_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_sign_clear, f->clear, 0, 1, f->member);
}

struct verdict rule_panel_dissent_reason(const struct panel_sign_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_dissent_reason, !f->dissent || f->remark, 0, 1, f->member);
}

struct verdict rule_panel_replace_leaves(const struct panel_replace_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_panel_replace_leaves, f->leaves_sits, f->leaves_sits, 1);
}

struct verdict rule_panel_replace_kind(const struct panel_replace_facts *f, const struct policy *p)
{
	int64_t had = panel_kinds_count(f->before.kinds) + f->before.demander_head;
	int64_t has = panel_kinds_count(f->after.kinds) + f->after.demander_head;

	(void)p;
	return judged_about(RULE_panel_replace_kind, !f->kind_lost.n, has, had, f->kind_lost);
}

/* No story breaks it: the form replaces one by one; it stands for a panel that changed between form and press. */
struct verdict rule_panel_replace_size(const struct panel_replace_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_panel_replace_size, f->after.members == f->before.members, f->after.members, f->before.members);
}

struct verdict rule_panel_replace_conflict(const struct panel_replace_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_panel_replace_conflict, !f->after.tied.n, 0, 0, f->after.tied);
}
