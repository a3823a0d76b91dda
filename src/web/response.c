/* Small helpers for answers: headers, redirects, compression. */
#include <zlib.h>

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

struct str response_zipped(struct arena *a, struct str text)
{
	z_stream z = { 0 };
	struct str out = { 0 };

	if (deflateInit2(&z, 5, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK)
		return out;
	size_t most = deflateBound(&z, text.n);
	char *p = arena_alloc(a, most);
	z.next_in = (Bytef *)text.p;
	z.avail_in = (uInt)text.n;
	z.next_out = (Bytef *)p;
	z.avail_out = (uInt)most;
	if (deflate(&z, Z_FINISH) == Z_STREAM_END)
		out = (struct str){ p, z.total_out };
	deflateEnd(&z);
	return out;
}
