/* The rows of rules.def. */
#include "rule/verdict.h"

const struct rule_info rule_infos[RULE_COUNT + 1] = {
#define RULE(ID, AT, SENTENCE, REMEDY, UNIT, ...) \
	{ .name = #ID, .at = #AT, .sentence = SENTENCE, .remedy = REMEDY, .unit = UNIT_##UNIT, .params = { __VA_ARGS__ }, .where = "rule_" #ID },
#include "tables/rules.def"
#undef RULE
};
