/* The tick: due cases -> acts by nobody's hand, each through the same door with a key that makes it happen once. */
#include "act/tick.h"

#include "act/journal.h"
#include "base/day.h"
#include "base/hash.h"
#include "base/log.h"

int tick(struct db *write, struct arena *a, const struct programme *pg, int64_t now, struct str seed)
{
	int done = 0;
	struct tick_key key = { .programme = pg->id, .today = instant_day(now) };
	struct rows due = db_all(write, a, "notice_due", &key);
	const struct tick_due *d = due.v;
	for (size_t i = 0; i < due.n; i++) {
		struct empty_form in = { 0 };
		struct act_request q = {
			.act = ACT_notice_end, .programme = pg->id, .role = ROLE_system, .target = d[i].challenge, .in = &in, .now = now,
			.key = str_fmt(a, "notice-end-%lld", (long long)d[i].id),
			.seed = hash_text(a, HASH_SHA256, str_fmt(a, "%.*s %lld", STR_ARG(seed), (long long)d[i].id)),
		};
		struct act_result r = act_run(write, a, pg, &q);
		done += r.answer == ANSWER_DONE;
		if (r.answer == ANSWER_FAULT)
			log_line(LOG_WARN, "tick: store fault", NULL);
	}
	return done;
}
