/* The auditor: its desks side by side, their memories one behind the other; see auditor.h. */
#include "sim/desk.h"

#include <string.h>

static const struct desk *const desks[] = {
#define DESK(NAME) &desk_##NAME,
#include "sim/desks.def"
#undef DESK
};
#define DESKS (sizeof desks / sizeof *desks)

struct auditor {
	int64_t lines;
};

static size_t rounded(size_t n)
{
	return (n + 15) & ~(size_t)15;
}

size_t auditor_size(void)
{
	size_t n = rounded(sizeof(struct auditor));
	for (size_t i = 0; i < DESKS; i++)
		n += rounded(desks[i]->size);
	return n;
}

void auditor_start(struct auditor *m)
{
	memset(m, 0, auditor_size());
}

static char *first_memory(const struct auditor *m)
{
	return (char *)m + rounded(sizeof *m);
}

void auditor_saw(struct auditor *m, const struct audit_line *l)
{
	char *memory = first_memory(m);
	m->lines++;
	for (size_t i = 0; i < DESKS; memory += rounded(desks[i++]->size))
		desks[i]->saw(memory, l);
}

bool auditor_predicts(const struct auditor *m, const struct act_request *q, struct rule_set *out)
{
	const char *memory = first_memory(m);
	bool known = false;
	for (size_t i = 0; i < DESKS; memory += rounded(desks[i++]->size))
		known |= desks[i]->predicts(memory, q, out);
	return known;
}

bool auditor_has(const char *desk)
{
	for (size_t i = 0; i < DESKS; i++)
		if (!strcmp(desks[i]->name, desk))
			return true;
	return false;
}
