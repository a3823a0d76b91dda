/* The clock of a demo folder. */
#include "web/demo_clock.h"

#include "base/day.h"
#include "commands/folder.h"

#define DEMO_DAYS_MAX 366

void demo_clock_open(struct demo_clock *c, struct arena *a, struct str data)
{
	struct str text;
	int64_t ahead = 0;

	if (folder_read(a, str_c(a, data), "clock", &text) && str_int(str_trim(text), &ahead))
		atomic_store(&c->ahead_ms, ahead);
}

int64_t demo_clock_ahead(const struct demo_clock *c)
{
	return c ? atomic_load(&c->ahead_ms) : 0;
}

bool demo_clock_move(struct demo_clock *c, struct arena *a, struct str data, int64_t days)
{
	struct str error;
	int64_t ahead = demo_clock_ahead(c) + days * MS_PER_DAY;

	if (!c || days < 1 || days > DEMO_DAYS_MAX)
		return false;
	if (!folder_write(a, str_c(a, data), "clock", str_fmt(a, "%lld\n", (long long)ahead), &error))
		return false;
	atomic_store(&c->ahead_ms, ahead);
	return true;
}
