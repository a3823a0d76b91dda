/* The Dazu pack, for tests of rules. */
#ifndef TEST_PACK_H
#define TEST_PACK_H

#include "test.h"

#include "commands/pack.h"
#include "rule/policy.h"

static inline const struct policy *dazu_pack(struct arena *a)
{
	struct str error;
	struct rows files = pack_files(a, "dazu-2023", &error);
	const struct policy *p = policy_parse(a, files, &error);
	assert_str(error, "");
	return p;
}

#define YUAN(N) ((int64_t)(N) * 100)

#endif
