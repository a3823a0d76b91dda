/*
 * The rows of rules.def, with the place of each rule's function as the Makefile found it (rules_where.h).
 *
 * A function rule_x() without a line in rules.def does not compile here.
 */
#include "rule/verdict.h"

const struct rule_info rule_infos[RULE_COUNT + 1] = {
#define RULE(ID, AT, SENTENCE, REMEDY, UNIT, ...) \
	[RULE_##ID] = { .name = #ID, .at = #AT, .sentence = SENTENCE, .remedy = REMEDY, .unit = UNIT_##UNIT, .params = { __VA_ARGS__ }, .where = "" },
#include "tables/rules.def"
#undef RULE
#define WHERE(ID, AT) [RULE_##ID].where = AT,
#include "rules_where.h"
#undef WHERE
};
