/*
 * The register (8.8.e, 5.1.5, 11.2.a): an allegation of what has happened, decided by another of the bureau after the concerned spoke or had 15 days
 * for it; founded: with a document, for one to five years, with sanctions that end in the future; an appeal within 15 days, which may shorten.
 */
#include "sim/desk.h"

#include "across/integrity/integrity.h"
#include "across/party/party.h"
#include "base/day.h"
#include "life/8-milestone/termination.h"

enum { PEOPLE = 80, FILES = 24 };

struct memory {
	struct {
		int64_t id;
		bool bureau, ended;
		struct str name;
	} people[PEOPLE];
	struct {
		int64_t id, notified_on;
		bool stated;
	} files[FILES];
	struct {
		int64_t id, decided_on, ends;
	} entries[FILES];
	struct {
		int64_t id, entry;
	} appeals[FILES];
	struct {
		int64_t id;
		bool blameless;
	} failures[FILES];
	int64_t people_n, files_n, entries_n, appeals_n, failures_n;
};

static int64_t row_of(const struct audit_line *l, const char *table)
{
	const struct audit_item *it = l->items.v;
	for (size_t i = 0; i < l->items.n; i++)
		if (str_is(it[i].table, table))
			return it[i].id;
	return 0;
}

static void saw_people(struct memory *m, const struct audit_line *l)
{
	if (l->q.act == ACT_person_add && m->people_n < PEOPLE) {
		const struct person_form *in = l->q.in;
		m->people[m->people_n].id = l->made;
		m->people[m->people_n].bureau = str_is(in->role, "bureau");
		m->people[m->people_n++].name = in->name;
	}
	for (int64_t i = 0; l->q.act == ACT_person_end && i < m->people_n; i++)
		m->people[i].ended |= m->people[i].id == l->q.target;
}

static void saw_decided(struct memory *m, const struct audit_line *l)
{
	const struct allegation_decide_form *in = l->q.in;
	int64_t id = row_of(l, "discredit"), today = instant_day(l->q.now);
	if (!id || m->entries_n == FILES)
		return;
	m->entries[m->entries_n].id = id;
	m->entries[m->entries_n].decided_on = today;
	m->entries[m->entries_n++].ends = day_add_years(today, (int)in->years);
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	saw_people(m, l);
	if (l->q.act == ACT_allegation_file && m->files_n < FILES)
		m->files[m->files_n++].id = row_of(l, "allegation");
	for (int64_t i = 0; i < m->files_n; i++) {
		if (m->files[i].id != l->q.target)
			continue;
		if (l->q.act == ACT_allegation_notify)
			m->files[i].notified_on = instant_day(l->q.now);
		m->files[i].stated |= l->q.act == ACT_statement_give;
	}
	if (l->q.act == ACT_allegation_decide)
		saw_decided(m, l);
	if (l->q.act == ACT_appeal_file && m->appeals_n < FILES) {
		m->appeals[m->appeals_n].id = row_of(l, "integrity_appeal");
		m->appeals[m->appeals_n++].entry = l->q.target;
	}
	if (l->q.act == ACT_failure_classify && m->failures_n < FILES) {
		m->failures[m->failures_n].id = row_of(l, "failure_class");
		m->failures[m->failures_n++].blameless = str_is(((const struct failure_classify_form *)l->q.in)->class, "blameless");
	}
}

static void file(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct allegation_form *in = q->in;
	bool other = false;
	for (int64_t i = 0; i < m->people_n; i++)
		other |= m->people[i].id == in->decider_person && m->people[i].bureau && !m->people[i].ended && in->decider_person != q->person;
	breaks(out, RULE_discredit_happened, in->happened > instant_day(q->now));
	breaks(out, RULE_allegation_decider, !other);
	for (int64_t i = 0; i < m->failures_n; i++)
		breaks(out, RULE_entry_for_fault, m->failures[i].id == in->failure && m->failures[i].blameless);
}

static void decide(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct allegation_decide_form *in = q->in;
	const struct sanction_form *s = in->sanctions.v;
	int64_t today = instant_day(q->now);
	bool founded = str_is(in->result, "founded");
	for (int64_t i = 0; i < m->files_n; i++)
		breaks(out, RULE_allegation_heard, m->files[i].id == q->target && !m->files[i].stated && today <= day_add(m->files[i].notified_on, 15));
	breaks(out, RULE_allegation_document, founded && !in->document.n);
	breaks(out, RULE_entry_years, founded && (in->years < 1 || in->years > 5));
	for (size_t i = 0; i < in->sanctions.n; i++)
		breaks(out, RULE_sanction_ends, s[i].ends < today);
}

static void appeal(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	for (int64_t i = 0; i < m->entries_n; i++)
		breaks(out, RULE_appeal_in_time, m->entries[i].id == q->target && instant_day(q->now) > day_add(m->entries[i].decided_on, 15));
}

static void appeal_decide(const struct memory *m, const struct act_request *q, struct rule_set *out)
{
	const struct appeal_decide_form *in = q->in;
	int64_t entry = 0;
	for (int64_t i = 0; i < m->appeals_n; i++)
		entry = m->appeals[i].id == q->target ? m->appeals[i].entry : entry;
	for (int64_t i = 0; i < m->entries_n; i++)
		breaks(out, RULE_appeal_shorter, m->entries[i].id == entry && str_is(in->result, "shortened") &&
			(in->ends <= instant_day(q->now) || in->ends >= m->entries[i].ends));
}

static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	switch (q->act) {
	case ACT_allegation_file:
		file(m, q, out);
		return true;
	case ACT_allegation_decide:
		decide(m, q, out);
		return true;
	case ACT_appeal_file:
		appeal(m, q, out);
		return true;
	case ACT_appeal_decide:
		appeal_decide(m, q, out);
		return true;
	case ACT_allegation_notify: case ACT_statement_give: case ACT_crime_refer:
		return true;
	default:
		return false;
	}
}

const struct desk desk_integrity = { "integrity", sizeof(struct memory), saw, predicts };
