/*
 * OpenAPI 3.1 (openapi.h): one path per route, one per act, one schema per field table that they name.  Nothing is described twice.
 */
#include <string.h>

#include "tables/tables.h"
#include "web/openapi.h"
#include "web/view.h"

static void text(struct buf *b, const char *key, const char *value)
{
	buf_json(b, str_of(key));
	buf_putc(b, ':');
	buf_json(b, str_of(value));
}

/* {id} is a number, any other name a text. */
static void parameters(struct buf *b, const char *pattern)
{
	bool begun = false;

	buf_puts(b, "\"parameters\":[");
	for (const char *p = strchr(pattern, '{'); p; p = strchr(p + 1, '{')) {
		struct str name = { p + 1, strcspn(p + 1, "}") };

		buf_puts(b, begun ? ",{\"name\":" : "{\"name\":");
		buf_json(b, name);
		buf_puts(b, ",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":");
		buf_puts(b, str_is(name, "id") || str_is(name, "target") ? "\"integer\",\"minimum\":0}}" : "\"string\"}}");
		begun = true;
	}
	buf_putc(b, ']');
}

static void schema_ref(struct buf *b, const char *table)
{
	buf_fmt(b, "{\"$ref\":\"#/components/schemas/%s\"}", table);
}

static bool public_route(enum route_id r)
{
	return may_see(r, ROLE_public, REL_ANY);
}

static void route_path(struct buf *b, int i)
{
	const struct route_info *r = &route_infos[i];

	buf_json(b, str_of(r->pattern));
	buf_puts(b, ":{\"get\":{");
	text(b, "operationId", r->name);
	buf_putc(b, ',');
	text(b, "summary", r->title);
	buf_puts(b, ",\"tags\":[\"pages\"],");
	if (public_route((enum route_id)i))
		buf_puts(b, "\"security\":[],");
	parameters(b, r->pattern);
	buf_puts(b, ",\"responses\":{\"200\":{\"description\":\"OK\",\"content\":{\"application/json\":{\"schema\":");
	schema_ref(b, r->page->name);
	buf_puts(b, "},\"text/html\":{\"schema\":{\"type\":\"string\"}}}},\"403\":{\"$ref\":\"#/components/responses/problem\"},"
		"\"404\":{\"$ref\":\"#/components/responses/problem\"}}}}");
}

static void act_path(struct buf *b, int i)
{
	const struct act_info *act = &act_infos[i];
	bool none = !strcmp(act->target, "none");

	buf_fmt(b, "\"/do/%s/%s\":{\"post\":{\"operationId\":\"do_%s\",", act->name, none ? "0" : "{target}", act->name);
	text(b, "summary", act->label);
	buf_fmt(b, ",\"tags\":[\"%s\"],\"x-target\":\"%s\",\"x-scope\":\"act:%s\",", act->room, act->target, act->name);
	if (may_act((enum act_id)i, ROLE_public, REL_ANY))
		buf_puts(b, "\"security\":[],");
	buf_puts(b, "\"parameters\":[{\"$ref\":\"#/components/parameters/key\"}");
	if (!none)
		buf_puts(b, ",{\"name\":\"target\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"integer\",\"minimum\":0}}");
	buf_puts(b, "],\"requestBody\":{\"required\":true,\"content\":{\"application/json\":{\"schema\":");
	schema_ref(b, act->form->name);
	buf_puts(b, "},\"multipart/form-data\":{\"schema\":{\"type\":\"object\"}}}},\"responses\":{\"200\":{\"description\":\"done, or the first "
		"answer again\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/receipt\"}}}}");
	for (size_t k = 0; k < 4; k++)
		buf_fmt(b, ",\"%s\":{\"$ref\":\"#/components/responses/%s\"}", (const char *const[]){ "403", "404", "409", "422" }[k],
			k < 2 ? "problem" : "refusal");
	buf_puts(b, "}}}");
}

/* Each table once, however many routes and acts name it. */
static void schemas(struct buf *b, const struct policy *p)
{
	size_t n;
	const struct fields *const *all = fields_all(&n);

	for (size_t i = 0; i < n; i++) {
		const struct fields *t = all[i];
		bool page = false, form = false;

		for (int k = 0; k < ROUTE_COUNT; k++)
			page = page || route_infos[k].page == all[i];
		for (int k = 0; k < ACT_COUNT; k++) {
			if (act_infos[k].form != all[i])
				continue;
			form = true;
			t = p ? act_form(b->arena, p, (enum act_id)k) : t;
		}
		if (!page && !form && strcmp(all[i]->name, "act_page"))
			continue;
		buf_putc(b, ',');
		buf_json(b, str_of(all[i]->name));
		buf_putc(b, ':');
		fields_schema(b, t, form);
	}
}

static void components(struct buf *b, const struct policy *p)
{
	buf_puts(b, "\"components\":{\"securitySchemes\":{\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"jiebang\"},"
		"\"token\":{\"type\":\"http\",\"scheme\":\"bearer\"}},"
		"\"parameters\":{\"key\":{\"name\":\"Idempotency-Key\",\"in\":\"header\",\"required\":false,\"schema\":{\"type\":\"string\","
		"\"pattern\":\"^[A-Za-z0-9_-]{1,64}$\"},\"description\":\"The same key gets the first answer again.\"}},");
	buf_puts(b, "\"responses\":{\"problem\":{\"description\":\"not there, or not for this caller\",\"content\":{\"application/problem+json\":"
		"{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}},\"refusal\":{\"description\":\"refused: every broken rule, or the state of "
		"the case\",\"content\":{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/refusal\"}}}}},");
	buf_puts(b, "\"schemas\":{\"problem\":{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\"},\"status\":{\"type\":\"integer\"},"
		"\"title\":{\"type\":\"string\"},\"detail\":{\"type\":\"string\"}},\"required\":[\"type\",\"status\",\"title\"]},"
		"\"refusal\":{\"type\":\"object\","
		"\"properties\":{\"type\":{\"type\":\"string\"},\"status\":{\"type\":\"integer\"},\"title\":{\"type\":\"string\"},"
		"\"answer\":{\"type\":\"string\"},"
		"\"page\":{\"$ref\":\"#/components/schemas/act_page\"}},\"required\":[\"status\",\"answer\"]},");
	buf_puts(b, "\"files\":{\"type\":\"object\",\"properties\":{\"files\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
		"\"digest\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"},\"size\":{\"type\":\"integer\"},\"type\":{\"type\":\"string\"}}}}}},"
		"\"receipt\":{\"type\":\"object\",\"properties\":{\"answer\":{\"type\":\"string\",\"enum\":[\"done\",\"repeated\"]},"
		"\"seq\":{\"type\":\"integer\"},\"at\":{\"type\":\"integer\"},\"made\":{\"type\":\"integer\"},\"challenge\":{\"type\":\"integer\"},"
		"\"receipt\":{\"type\":\"string\"},\"hash\":{\"type\":\"string\"},\"input_digest\":{\"type\":\"string\"},\"stage\":{\"type\":\"string\"}}}");
	schemas(b, p);
	buf_puts(b, "}}");
}

static void files_paths(struct buf *b)
{
	buf_puts(b, ",\"/attachments\":{\"post\":{\"operationId\":\"attachment_send\",\"summary\":\"send a file\",\"tags\":[\"files\"],"
		"\"requestBody\":{\"required\":true,\"content\":{\"multipart/form-data\":{\"schema\":{\"type\":\"object\"}},"
		"\"application/octet-stream\":{\"schema\":{\"type\":\"string\"}}}},\"responses\":{\"201\":{\"description\":\"kept\",\"content\":{"
		"\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/files\"}}}},\"403\":{\"$ref\":\"#/components/responses/problem\"}}}}");
	buf_puts(b, ",\"/attachments/{digest}\":{\"get\":{\"operationId\":\"attachment_fetch\",\"summary\":\"fetch a file\",\"tags\":[\"files\"],"
		"\"parameters\":[{\"name\":\"digest\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\"}}],"
		"\"responses\":{\"200\":{\"description\":\"the file\","
		"\"content\":{\"application/octet-stream\":{}}},\"206\":{\"description\":\"a part of it\","
		"\"content\":{\"application/octet-stream\":{}}},\"404\":{\"$ref\":\"#/components/responses/problem\"}}}}");
}

struct str openapi_json(struct arena *a, const struct policy *p)
{
	struct buf b = { .arena = a };

	buf_puts(&b, "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"jiebang\",\"version\":\"1\",\"description\":\"Every page is also JSON (Accept: "
		"application/json); every act is a POST. Money is fen, days are 20260315 or 2026-03-15, instants are ms UTC.\","
		"\"license\":{\"name\":\"see LICENSE\",\"identifier\":\"LicenseRef-jiebang\"}},\"servers\":[{\"url\":\"/\"}],"
		"\"security\":[{\"session\":[]},{\"token\":[]}],\"paths\":{");
	for (int i = 0; i < ROUTE_COUNT; i++) {
		if (i)
			buf_putc(&b, ',');
		route_path(&b, i);
	}
	for (int i = 0; i < ACT_COUNT; i++) {
		buf_putc(&b, ',');
		act_path(&b, i);
	}
	files_paths(&b);
	buf_puts(&b, "},");
	components(&b, p);
	buf_puts(&b, "}\n");
	return buf_str(&b);
}
