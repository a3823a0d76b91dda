/* The programme as it stands today (law.h). */
#include "across/law/law.h"

#include <stdlib.h>
#include <string.h>

#include "act/journal.h"
#include "base/day.h"

static const struct policy *among(struct rows packs, struct str digest)
{
	const struct policy *const *p = packs.v;

	for (size_t i = 0; i < packs.n; i++)
		if (str_eq(p[i]->digest, digest))
			return p[i];
	return NULL;
}

/* A pack that was stored after this process began is read from the store: slower, the same. */
static const struct policy *pack_read(struct db *db, struct arena *a, struct str digest)
{
	struct law_key key = { .pack = digest };
	struct rows all = db_all(db, a, "law_pack_files", &key);
	const struct pack_file_row *row = all.v;
	struct pack_file *files = NEW_ARRAY(a, all.n + 1, struct pack_file);
	struct str errors;

	for (size_t i = 0; i < all.n; i++)
		files[i] = (struct pack_file){ row[i].name, row[i].body };
	return all.n ? policy_parse(a, (struct rows){ files, all.n }, &errors) : NULL;
}

const struct policy *law_pack_read(struct db *db, struct arena *a, int64_t pack_file)
{
	struct law_pack row;

	return db_one(db, a, "law_pack_one", &(struct id_key){ pack_file }, &row) ? pack_read(db, a, row.pack) : NULL;
}

struct rows law_readings(struct db *db, struct arena *a, int64_t programme, struct str clause)
{
	struct law_key key = { .programme = programme, .clause = clause };

	return db_all(db, a, "law_readings", &key);
}

/* ---- the calendar ---- */

static int day_order(const void *x, const void *y)
{
	int64_t a = ((const struct calendar_day *)x)->day, b = ((const struct calendar_day *)y)->day;

	return (a > b) - (a < b);
}

struct calendar_year law_year(struct arena *a, int64_t year, struct str paper, struct rows spans)
{
	const struct calendar_span_row *s = spans.v;
	struct calendar_year y = { .year = year, .announced = true, .paper = paper };
	size_t most = 0, n = 0;

	for (size_t i = 0; i < spans.n; i++)
		most += (size_t)day_between(s[i].first_day, s[i].last_day) + 1;
	struct calendar_day *d = NEW_ARRAY(a, most + 1, struct calendar_day);
	for (size_t i = 0; i < spans.n; i++)
		for (int64_t at = s[i].first_day; at <= s[i].last_day; at = day_add(at, 1))
			d[n++] = (struct calendar_day){ at, s[i].off, s[i].name };
	qsort(d, n, sizeof *d, day_order);
	y.days = (struct rows){ d, n };
	return y;
}

const struct calendar *law_calendar(struct arena *a, const struct calendar *c, const struct calendar_year *y)
{
	const struct calendar_year *old = c->years.v;
	struct calendar_year *years = NEW_ARRAY(a, c->years.n + 1, struct calendar_year);
	struct calendar *out = NEW(a, struct calendar);
	size_t n = 0;
	bool put = false;

	for (size_t i = 0; i < c->years.n; i++) {
		if (!put && old[i].year >= y->year) {
			years[n++] = *y;
			put = true;
		}
		if (old[i].year != y->year)
			years[n++] = old[i];
	}
	if (!put)
		years[n++] = *y;
	out->years = (struct rows){ years, n };
	return out;
}

/* ---- laid over what the process knows ---- */

static void lay_packs(struct db *db, struct arena *a, struct programme *pg, int64_t today)
{
	struct rows all = db_all(db, a, "law_adoptions", &(struct law_key){ .programme = pg->id });
	const struct pack_adoption_row *row = all.v;
	const struct policy **packs = NEW_ARRAY(a, pg->packs.n + all.n + 1, const struct policy *);
	size_t n = pg->packs.n;

	if (n)
		memcpy(packs, pg->packs.v, n * sizeof *packs);
	for (size_t i = 0; i < all.n; i++) {
		const struct policy *p = among((struct rows){ packs, n }, row[i].pack);
		if (!p && (p = pack_read(db, a, row[i].pack)))
			packs[n++] = p;
		if (p && row[i].in_force <= today)
			pg->policy = p;
	}
	pg->packs = (struct rows){ packs, n };
}

static void lay_years(struct db *db, struct arena *a, struct programme *pg)
{
	struct rows all = db_all(db, a, "law_years", &(struct law_key){ .programme = pg->id });
	const struct calendar_notice_row *row = all.v;

	for (size_t i = 0; i < all.n; i++) {
		struct rows spans = db_all(db, a, "law_spans", &(struct id_key){ row[i].id });
		struct calendar_year y = law_year(a, row[i].year, row[i].document, spans);
		pg->calendar = law_calendar(a, pg->calendar, &y);
	}
}

const struct programme *programme_now(struct db *db, struct arena *a, const struct programme *pg, int64_t today)
{
	struct law_count n = { 0 };

	if (!db_one(db, a, "law_count", &(struct law_key){ .programme = pg->id }, &n) || (!n.adoptions && !n.years))
		return pg;
	struct programme *now = NEW(a, struct programme);
	*now = *pg;
	if (n.adoptions)
		lay_packs(db, a, now, today);
	if (n.years)
		lay_years(db, a, now);
	return now;
}
