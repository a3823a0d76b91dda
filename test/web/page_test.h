/* The tables of page_test.def, their values, and a choice source, shared by the tests of templates and forms. */
#ifndef TEST_WEB_PAGE_TEST_H
#define TEST_WEB_PAGE_TEST_H

#include "base/field_struct.h"
#include "web/page_test.def"
#include "base/field_end.h"
#include "base/field_table.h"
#include "web/page_test.def"
#include "base/field_end.h"

#include "base/choice.h"
#include "base/day.h"
#include "web/form_html.h"
#include "web/template.h"

#define EVIL "<script>&\"'"
#define SAFE "&lt;script&gt;&amp;&quot;&#39;"

static inline struct rows test_choices(void *ctx, const char *of)
{
	static const struct choice experts[] = { { { "11", 2 }, { "A" EVIL, 1 + sizeof EVIL - 1 } } };

	(void)ctx;
	if (of[0] == '@')
		return (struct rows){ (void *)experts, 1 };
	return of[0] == '#' ? (struct rows){ 0 } : choices_builtin(NULL, of);
}

static inline bool has(struct str text, const char *what)
{
	return memmem(text.p, text.n, what, strlen(what)) != NULL;
}

static inline size_t count(struct str text, const char *what)
{
	size_t n = 0;

	for (const char *p = text.p; (p = memmem(p, text.n - (size_t)(p - text.p), what, strlen(what))); p++)
		n++;
	return n;
}

#endif
