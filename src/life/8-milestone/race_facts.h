/* What the rules of a horse race look at. */
#ifndef LIFE_RACE_FACTS_H
#define LIFE_RACE_FACTS_H

#include "rule/policy.h"
#include "rule/verdict.h"

struct race_facts {
	int64_t lanes, named;           /* runners that run; of these named exactly once in the decision */
	int64_t share_sum;              /* basis points over all rows */
	int64_t shares_positive;        /* runners with a share */
	int64_t nodes, nodes_astray;    /* planned; of these not after today or not in order */
	int64_t decided_on, today;
	int64_t books;                  /* runners whose task book is signed */
	int64_t node_due, concluded;    /* the node's day; runners with a milestone concluded since the decision before */
	int64_t node_panels;            /* this node: panel set already */
	bool panel_signed;
	int64_t places;                 /* ranks 1..n, each once: how many stand right */
	bool departs, reasoned;         /* from the panel; with a reason */
	int64_t going;                  /* continue, or win */
	int64_t going_share;            /* their shares */
	int64_t stopped_share;          /* shares of those who do not go on */
	struct str stop_bare;           /* the first that is stopped without a reason; empty: none */
	struct str stop_late;           /* the first that is stopped though it is being accepted; empty: none */
	int64_t nodes_open, accepted;   /* nodes not decided yet; runners that are accepted */
	int64_t closed, all;            /* runners whose case is closed; all that ever ran */
};

struct verdict rule_race_lanes_named(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_shares_whole(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_first_each(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_nodes_planned(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_nodes_order(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_day(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_books_signed(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_node_reached(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_panel_signed(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_places(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_follows_panel(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_goes_on(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_one_left(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_stopped_nothing(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_stop_reason(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_stop_in_time(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_nodes_over(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_none_left(const struct race_facts *f, const struct policy *p);
struct verdict rule_race_lanes_closed(const struct race_facts *f, const struct policy *p);

#endif
