/* The rules of every panel; see panel_rules.c. */
#ifndef ACROSS_PANEL_RULES_H
#define ACROSS_PANEL_RULES_H

#include "across/panel/panel_facts.h"
#include "rule/policy.h"

struct verdict rule_panel_no_duplicate(const struct panel_facts *f, const struct policy *p);
struct verdict rule_panel_member_known(const struct panel_facts *f, const struct policy *p);
struct verdict rule_panel_chair_one(const struct panel_facts *f, const struct policy *p);
struct verdict rule_panel_declare_tied(const struct panel_declare_facts *f, const struct policy *p);
struct verdict rule_panel_seat_clear(const struct panel_opinion_facts *f, const struct policy *p);
struct verdict rule_panel_scores_complete(const struct panel_opinion_facts *f, const struct policy *p);
struct verdict rule_panel_scores_range(const struct panel_opinion_facts *f, const struct policy *p);
struct verdict rule_panel_all_opined(const struct panel_report_facts *f, const struct policy *p);
struct verdict rule_panel_ranking_complete(const struct panel_report_facts *f, const struct policy *p);
struct verdict rule_panel_sign_clear(const struct panel_sign_facts *f, const struct policy *p);
struct verdict rule_panel_dissent_reason(const struct panel_sign_facts *f, const struct policy *p);
struct verdict rule_panel_replace_leaves(const struct panel_replace_facts *f, const struct policy *p);
struct verdict rule_panel_replace_kind(const struct panel_replace_facts *f, const struct policy *p);
struct verdict rule_panel_replace_size(const struct panel_replace_facts *f, const struct policy *p);
struct verdict rule_panel_replace_conflict(const struct panel_replace_facts *f, const struct policy *p);

#endif
