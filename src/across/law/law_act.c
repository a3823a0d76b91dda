/*
 * Acts about the rules themselves: a reading of a clause, a version for new cases, a year's days off.
 *
 * Nothing here touches a case: what was decided stays, what runs is judged by the pack it began under.
 */
#include "across/law/law.h"
#include "base/day.h"
#include "base/word.h"

/* ---- interpretation_record ---- */

bool interpretation_record_prefill(struct act_run *r)
{
	struct interpretation_form *in = r->in;

	in->day = r->today;
	in->by_whom = policy_local_name(r->policy, "bureau");
	return true;
}

bool interpretation_record_facts(struct act_run *r)
{
	const struct interpretation_form *in = r->in;
	struct law_facts *f = r->facts = NEW(r->a, struct law_facts);

	*f = (struct law_facts){ .today = r->today, .clause = in->clause, .clause_known = policy_clause(r->policy, in->clause) != NULL, .day = in->day };
	return true;
}

void interpretation_record_judge(struct act_run *r)
{
	act_verdict(r, rule_interpretation_clause(r->facts, r->policy));
	act_verdict(r, rule_interpretation_day(r->facts, r->policy));
}

void interpretation_record_apply(struct act_run *r)
{
	struct interpretation_row row = { .id = act_id_next(r), .programme = r->q->programme, .person = r->q->person };

	fields_copy(&interpretation_row_fields, &row, &interpretation_form_fields, r->in);
	act_write(r, "law_interpretation_insert", &row);
	r->made = row.id;
}

/* ---- pack_adopt ---- */

struct adopting {
	struct law_facts f;
	const struct policy *pack;
};

bool pack_adopt_facts(struct act_run *r)
{
	const struct pack_adopt_form *in = r->in;
	struct adopting *s = r->facts = NEW(r->a, struct adopting);
	struct rows before = db_all(r->db, r->a, "law_adoptions", &(struct law_key){ .programme = r->q->programme });
	const struct pack_adoption_row *last = before.v;
	const struct policy *now = before.n ? NULL : r->pg->policy;

	s->pack = law_pack_read(r->db, r->a, in->pack);
	s->f = (struct law_facts){ .today = r->today, .pack_known = s->pack != NULL, .in_force = in->in_force };
	if (before.n)
		s->f.last_in_force = last[before.n - 1].in_force;
	if (!s->pack)
		return true;
	s->f.pack = s->pack->title;
	s->f.pack_in_use = str_eq(s->pack->digest, now ? now->digest : last[before.n - 1].pack);
	s->f.same_place = str_eq(s->pack->prefix, r->pg->prefix) && str_eq(s->pack->region, r->policy->region);
	return true;
}

void pack_adopt_judge(struct act_run *r)
{
	const struct law_facts *f = &((struct adopting *)r->facts)->f;

	act_verdict(r, rule_pack_known(f, r->policy));
	act_verdict(r, rule_pack_other(f, r->policy));
	act_verdict(r, rule_pack_same_place(f, r->policy));
	act_verdict(r, rule_pack_in_force(f, r->policy));
}

void pack_adopt_apply(struct act_run *r)
{
	const struct pack_adopt_form *in = r->in;
	const struct adopting *s = r->facts;
	struct pack_adoption_row row = { .id = act_id_next(r), .programme = r->q->programme, .pack = s->pack->digest, .former = r->policy->digest,
		.title = s->pack->title, .in_force = in->in_force, .document = in->document, .reason = in->reason, .person = r->q->person, .day = r->today };
	static const enum role told[] = { ROLE_bureau, ROLE_eic, ROLE_government, ROLE_finance };

	act_write(r, "law_adoption_insert", &row);
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		act_tell_role(r, told[i], word(r->a, WORD_pack_adopted, "day", str_c(r->a, day_text(r->a, in->in_force)), NULL), in->reason, STR("/versions"));
	r->made = row.id;
}

/* ---- calendar_publish ---- */

#define SPAN_MOST 15                    /* days of one holiday: a longer one is a slip of the pen */

struct publishing {
	struct law_facts f;
	struct calendar_span_row *spans;
	size_t n;
};

static struct str span_text(struct act_run *r, const struct calendar_span_row *s)
{
	return str_fmt(r->a, "%.*s %.*s – %.*s", STR_ARG(s->name), STR_ARG(day_text(r->a, s->first_day)), STR_ARG(day_text(r->a, s->last_day)));
}

/* A holiday lies in its year; only the new year's may begin in the last days of the year before. */
static bool span_fits(const struct calendar_span_row *s, int64_t year)
{
	return s->last_day >= s->first_day && day_between(s->first_day, s->last_day) < SPAN_MOST && day_year(s->last_day) == year
		&& s->first_day >= (year - 1) * 10000 + 1225;
}

static void look_at_span(struct act_run *r, struct publishing *s, size_t i)
{
	const struct calendar_span_row *one = &s->spans[i];

	if (!span_fits(one, s->f.year) && !s->f.bad_span.n)
		s->f.bad_span = span_text(r, one);
	if (!one->off && day_weekday(one->first_day) < 6 && !s->f.bad_work.n) {
		s->f.bad_work = day_text(r->a, one->first_day);
		s->f.bad_work_weekday = day_weekday(one->first_day);
	}
	for (size_t k = 0; k < i && !s->f.twice.n; k++)
		if (one->first_day <= s->spans[k].last_day && one->last_day >= s->spans[k].first_day)
			s->f.twice = span_text(r, one);
}

static void take_spans(struct act_run *r, const struct calendar_form *in, struct publishing *s)
{
	const struct calendar_off_form *off = in->off.v;
	const struct calendar_work_form *work = in->work.v;

	s->spans = NEW_ARRAY(r->a, in->off.n + in->work.n + 1, struct calendar_span_row);
	for (size_t i = 0; i < in->off.n; i++)
		s->spans[i] = (struct calendar_span_row){ .ord = (int64_t)i + 1, .name = off[i].name, .first_day = off[i].first_day,
			.last_day = off[i].last_day, .off = true };
	for (size_t i = 0; i < in->work.n; i++)
		s->spans[in->off.n + i] = (struct calendar_span_row){ .ord = (int64_t)(in->off.n + i) + 1, .name = work[i].name,
			.first_day = work[i].day, .last_day = work[i].day };
	s->n = in->off.n + in->work.n;
	for (size_t i = 0; i < s->n; i++)
		look_at_span(r, s, i);
}

bool calendar_publish_prefill(struct act_run *r)
{
	struct calendar_form *in = r->in;

	for (in->year = day_year(r->today); calendar_announced(r->calendar, in->year); in->year++)
		;
	return true;
}

bool calendar_publish_facts(struct act_run *r)
{
	const struct calendar_form *in = r->in;
	struct publishing *s = r->facts = NEW(r->a, struct publishing);

	s->f = (struct law_facts){ .today = r->today, .year = in->year, .announced = calendar_announced(r->calendar, in->year),
		.corrects = in->corrects, .reasoned = str_trim(in->reason).n > 0 };
	take_spans(r, in, s);
	if (s->f.bad_span.n || s->f.twice.n)
		return true;
	struct calendar_year y = law_year(r->a, in->year, in->document, (struct rows){ s->spans, s->n });
	s->f.working_days = calendar_count(law_calendar(r->a, r->calendar, &y), in->year * 10000 + 101, in->year * 10000 + 1231);
	return true;
}

void calendar_publish_judge(struct act_run *r)
{
	const struct law_facts *f = &((struct publishing *)r->facts)->f;

	act_verdict(r, rule_calendar_new(f, r->policy));
	act_verdict(r, rule_calendar_reason(f, r->policy));
	act_verdict(r, rule_calendar_ahead(f, r->policy));
	act_verdict(r, rule_calendar_span(f, r->policy));
	act_verdict(r, rule_calendar_twice(f, r->policy));
	act_verdict(r, rule_calendar_weekend(f, r->policy));
	if (!f->bad_span.n && !f->twice.n)
		act_verdict(r, rule_calendar_count(f, r->policy));
}

void calendar_publish_apply(struct act_run *r)
{
	const struct calendar_form *in = r->in;
	struct publishing *s = r->facts;
	struct calendar_notice_row row = { .id = act_id_next(r), .programme = r->q->programme, .year = in->year, .document = in->document, .url = in->url,
		.working_days = s->f.working_days, .corrects = s->f.announced, .reason = in->reason, .person = r->q->person, .day = r->today };

	act_write(r, "law_calendar_insert", &row);
	for (size_t i = 0; i < s->n; i++) {
		s->spans[i].id = act_id_next(r);
		s->spans[i].notice = row.id;
		act_write(r, "law_span_insert", &s->spans[i]);
	}
	r->made = row.id;
}
