/* Rules of the horse race: shares are the whole, those who run are judged by a panel at their nodes, whoever is stopped gets nothing more. */
#include "base/money.h"
#include "life/8-milestone/race_facts.h"

struct verdict rule_race_lanes_named(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_lanes_named, f->named == f->lanes, f->named, f->lanes);
}

struct verdict rule_race_shares_whole(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_shares_whole, f->share_sum == PERCENT_SCALE, f->share_sum, PERCENT_SCALE);
}

struct verdict rule_race_first_each(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_first_each, f->shares_positive == f->lanes, f->shares_positive, f->lanes);
}

/* No story breaks it: the form asks for one node at least; it stands for packs that want more. */
struct verdict rule_race_nodes_planned(const struct race_facts *f, const struct policy *p)
{
	if (!policy_enabled(p, RULE_race_nodes_planned))
		return holds(RULE_race_nodes_planned);
	int64_t least = policy_param(p, RULE_race_nodes_planned, "least");

	return judged(RULE_race_nodes_planned, f->nodes >= least, f->nodes, least);
}

struct verdict rule_race_nodes_order(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_nodes_order, f->nodes_astray == 0, f->nodes_astray, 0);
}

struct verdict rule_race_day(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_day, f->decided_on <= f->today, f->decided_on, f->today);
}

struct verdict rule_race_books_signed(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_books_signed, f->books == f->lanes, f->books, f->lanes);
}

/* At the node's day, or earlier when every runner has a milestone concluded since the decision before. */
struct verdict rule_race_node_reached(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_node_reached, f->today >= f->node_due || f->concluded == f->lanes, f->today, f->node_due);
}

struct verdict rule_race_panel_signed(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_panel_signed, f->panel_signed, f->panel_signed, 1);
}

struct verdict rule_race_places(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_places, f->places == f->lanes, f->places, f->lanes);
}

struct verdict rule_race_follows_panel(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_follows_panel, !f->departs || f->reasoned, f->reasoned, 1);
}

struct verdict rule_race_goes_on(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_goes_on, f->going >= 1, f->going, 1);
}

struct verdict rule_race_one_left(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_one_left, f->going != 1 || f->going_share == PERCENT_SCALE, f->going_share, PERCENT_SCALE);
}

struct verdict rule_race_stopped_nothing(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_stopped_nothing, f->stopped_share == 0, f->stopped_share, 0);
}

struct verdict rule_race_stop_reason(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_race_stop_reason, f->stop_bare.n == 0, 0, 0, f->stop_bare);
}

struct verdict rule_race_stop_in_time(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged_about(RULE_race_stop_in_time, f->stop_late.n == 0, 0, 0, f->stop_late);
}

/* The staged goals decide: after the last node, when one runner is left, or when all are accepted. */
struct verdict rule_race_nodes_over(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	bool over = f->nodes_open == 0 || f->lanes <= 1 || f->accepted == f->lanes;

	return judged(RULE_race_nodes_over, over, f->nodes_open, 0);
}

/* A race whose runners were all terminated has nobody to decide for. */
struct verdict rule_race_none_left(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_none_left, f->lanes == 0, f->lanes, 0);
}

struct verdict rule_race_lanes_closed(const struct race_facts *f, const struct policy *p)
{
	(void)p;
	return judged(RULE_race_lanes_closed, f->closed == f->all, f->closed, f->all);
}
