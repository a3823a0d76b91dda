/* The OpenAPI 3.1 description of everything under this address, made from routes.def, acts.def and the field tables. */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include "base/arena.h"
#include "base/str.h"

struct policy;
/* With the extra fields of the pack for new cases; NULL: the program alone. */
struct str openapi_json(struct arena *a, const struct policy *p);

#endif
