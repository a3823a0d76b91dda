/* See audit_days.h. */
#include "sim/audit_days.h"

#include "across/law/law.h"
#include "base/day.h"

static const int64_t off[][2] = {
	{ 20250101, 20250101 }, { 20250128, 20250204 }, { 20250404, 20250406 }, { 20250501, 20250505 }, { 20250531, 20250602 }, { 20251001, 20251008 },
	{ 20260101, 20260103 }, { 20260215, 20260223 }, { 20260404, 20260406 }, { 20260501, 20260505 }, { 20260619, 20260621 }, { 20261001, 20261007 },
	{ 20260925, 20260927 },
};
static const int64_t work[] = { 20250126, 20250208, 20250427, 20250928, 20251011, 20260104, 20260214, 20260228, 20260509, 20260920, 20261010 };

void days_saw(struct audit_days *d, const struct audit_line *l)
{
	const struct calendar_form *in = l->q.in;
	if (l->q.act != ACT_calendar_publish || d->years_n == DAYS_YEARS)
		return;
	const struct calendar_off_form *o = in->off.v;
	const struct calendar_work_form *w = in->work.v;
	int64_t n = d->years_n++;
	d->years[n].year = in->year;
	for (size_t i = 0; i < in->off.n && i < DAYS_SPANS; i++) {
		d->years[n].off[i][0] = o[i].first_day;
		d->years[n].off[i][1] = o[i].last_day;
		d->years[n].off_n++;
	}
	for (size_t i = 0; i < in->work.n && i < DAYS_SPANS; i++)
		d->years[n].work[d->years[n].work_n++] = w[i].day;
}

bool days_known(const struct audit_days *d, int64_t year)
{
	for (int64_t i = 0; i < d->years_n; i++)
		if (d->years[i].year == year)
			return true;
	return year == 2021 || (year >= 2022 && year <= 2026);
}

static bool works(const struct audit_days *d, int64_t day)
{
	bool weekday = day_weekday(day) <= 5;
	for (int64_t n = d->years_n; n-- > 0;) {
		if (d->years[n].year != day_year(day))
			continue;
		for (int64_t i = 0; i < d->years[n].work_n; i++)
			if (d->years[n].work[i] == day)
				return true;
		for (int64_t i = 0; i < d->years[n].off_n; i++)
			if (day >= d->years[n].off[i][0] && day <= d->years[n].off[i][1])
				return false;
		return weekday;
	}
	for (size_t i = 0; i < sizeof work / sizeof *work; i++)
		if (work[i] == day)
			return true;
	for (size_t i = 0; i < sizeof off / sizeof *off; i++)
		if (day >= off[i][0] && day <= off[i][1])
			return false;
	return weekday;
}

int64_t days_after(const struct audit_days *d, int64_t day, int n)
{
	while (n > 0) {
		day = day_add(day, 1);
		if (!days_known(d, day_year(day)))
			return 0;
		n -= works(d, day);
	}
	return day;
}
