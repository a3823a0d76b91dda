/* Small helpers for answers: headers, redirects. */
#include "web/page.h"

void response_header(struct web_response *out, struct arena *a, const char *name, struct str value)
{
	struct web_header *all = NEW_ARRAY(a, out->headers.n + 1, struct web_header);

	for (size_t i = 0; i < out->headers.n; i++)
		all[i] = ((struct web_header *)out->headers.v)[i];
	all[out->headers.n] = (struct web_header){ str_of(name), value };
	out->headers = (struct rows){ all, out->headers.n + 1 };
}

void response_redirect(struct web_response *out, struct arena *a, struct str to)
{
	out->status = 303;
	out->type = STR("text/plain; charset=utf-8");
	out->body = (struct str){ 0 };
	response_header(out, a, "Location", to);
}
