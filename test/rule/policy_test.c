/* The pack that ships can be read, and the questions to it answer. */
#include "test.h"

#include "base/form.h"
#include "commands/pack.h"

static const struct policy *dazu(struct arena *a)
{
	struct str error;
	struct rows files = pack_files(a, "dazu-2023", &error);
	assert_str(error, "");
	const struct policy *p = policy_parse(a, files, &error);
	assert_str(error, "");
	return p;
}

TEST(dazu_can_be_read, "12.3.a")
{
	const struct policy *p = dazu(a);
	assert_str(p->name, "dazu-2023");
	assert_str(p->prefix, "DZ");
	assert_str(p->region, "500111");
	assert_int_equal(p->clauses.n, 75);
	assert_int_equal(p->digest.n, 64);
}

TEST_MAIN
