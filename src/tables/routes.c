/*
 * The rows of routes.def with their view functions and page tables.
 */
#include "web/view.h"

#define ROUTE(ID, PATTERN, TITLE, PAGE, HTML, TAB) \
	extern const struct fields PAGE##_fields; \
	bool ID##_view(struct view *v, void *page);
#include "tables/routes.def"
#undef ROUTE

const struct route_info route_infos[ROUTE_COUNT] = {
#define ROUTE(ID, PATTERN, TITLE, PAGE, HTML, TAB) { #ID, PATTERN, TITLE, &PAGE##_fields, HTML, TAB, ID##_view },
#include "tables/routes.def"
#undef ROUTE
};
