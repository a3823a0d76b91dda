/* Limits: days from the pack's words, and the things that wait beside the road. */
#include "across/deadline/deadline.h"

#include <string.h>

#include "act/journal.h"
#include "base/day.h"

struct deadline_days deadline_days(const struct road_late *l, int64_t due)
{
	struct deadline_days d = { .due = due };

	if (!due || !l)
		return d;
	if (l->remind)
		d.remind = day_add(due, -l->remind);
	if (l->escalate_to.n)
		d.escalate = day_add(due, l->escalate_after + 1);
	if (l->lapse.n)
		d.lapse = day_add(due, l->lapse_after + 1);
	return d;
}

struct deadline_days deadline_of_stage(const struct road_stage *s, int64_t since)
{
	bool limited = s && s->days && since && !s->final;

	return deadline_days(s ? &s->late : NULL, limited ? day_add(since, s->days) : 0);
}

const struct road_late *deadline_late_of(const struct policy *p, const struct due_thing *t)
{
	return policy_late(p, t->role);
}

static const char *const due_names[] = {
#define DUE(NAME) #NAME,
#include "tables/dues.def"
#undef DUE
};
#define DUES (sizeof due_names / sizeof *due_names)

struct rows deadline_things(struct db *db, struct arena *a, int64_t programme, int64_t today, const char ***names)
{
	struct tick_key key = { .programme = programme, .today = today };
	struct rows each[DUES];
	size_t n = 0, k = 0;

	for (size_t i = 0; i < DUES; i++) {
		each[i] = db_all(db, a, str_c(a, str_fmt(a, "due_%s", due_names[i])), &key);
		n += each[i].n;
	}
	struct due_thing *all = NEW_ARRAY(a, n + 1, struct due_thing);
	const char **from = NEW_ARRAY(a, n + 1, const char *);
	for (size_t i = 0; i < DUES; i++)
		for (size_t j = 0; j < each[i].n; j++, k++) {
			all[k] = ((struct due_thing *)each[i].v)[j];
			from[k] = due_names[i];
		}
	if (names)
		*names = from;
	return (struct rows){ all, n };
}
