/*
 * May this role, with these relations, see this page?  Answered from the SEE lines of tables/roles.def and nowhere else.
 */
#include "web/view.h"

static const struct {
	int64_t route;
	enum role role;
	enum relation relation;
} see_rows[] = {
#define SEE(ROUTE_ID, ROLE_ID, RELATION_ID) { ROUTE_##ROUTE_ID, ROLE_##ROLE_ID, REL_##RELATION_ID },
#include "tables/roles.def"
	{ -1, ROLE_public, REL_ANY },
};

bool may_see(enum route_id route, enum role role, unsigned relations)
{
	for (size_t i = 0; i < sizeof see_rows / sizeof *see_rows; i++)
		if (see_rows[i].route == (int64_t)route && see_rows[i].role == role && (relations & (unsigned)see_rows[i].relation))
			return true;
	return false;
}
