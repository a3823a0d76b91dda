/*
 * Four eyes: an act that needs two different natural persons, neither of whom prepared it; the second signs what the first signed, word for word;
 * a first signature that nobody joins lapses after ten days.  Who says which acts: road.yaml of the plan.
 */
#include "sim/desk.h"

#include <string.h>

#include "across/law/law.h"
#include "across/party/party.h"
#include "across/signing/signing.h"
#include "base/day.h"

enum { OPEN = 24, DID = 120, PEOPLE = 80, THINGS = 24, STAGES = 8 };

struct memory {
	struct {
		int64_t id, thing, challenge, person;
		struct str act, input;
		struct str stages[STAGES];      /* where the case stood after each later line, the last one last */
		int64_t stages_n;
		bool touched;                   /* something else was done to its thing */
	} open[OPEN];
	struct {
		enum act_id act;
		int64_t person, target, made, challenge;
	} did[DID];
	struct {
		int64_t id;
		struct str name, phone, mail;
	} people[PEOPLE];
	struct {
		int64_t id, challenge;
	} things[THINGS];               /* objections: of which case */
	int64_t open_n, did_n, people_n, things_n;
};

struct two {
	enum act_id act, authors[2];
	bool none;                      /* nobody is an author */
};

static const struct two twos[] = {
	{ .act = ACT_list_decide, .none = true },
	{ ACT_list_publish, { ACT_list_draft, ACT_list_draft }, false },
	{ .act = ACT_bids_open, .none = true },
	{ .act = ACT_deadline_extend, .none = true },
	{ ACT_award_decide, { ACT_award_propose, ACT_award_propose }, false },
	{ ACT_notice_publish, { ACT_award_propose, ACT_award_propose }, false },
	{ ACT_establish, { ACT_award_propose, ACT_award_propose }, false },
	{ ACT_race_shares_decide, { ACT_award_propose, ACT_award_propose }, false },
	{ .act = ACT_race_assess, .none = true },
	{ .act = ACT_race_conclude, .none = true },
	{ ACT_extension_decide, { ACT_extension_examine, ACT_extension_examine }, false },
	{ ACT_termination_decide, { ACT_termination_propose, ACT_termination_examine }, false },
	{ ACT_objection_decide, { ACT_award_propose, ACT_award_propose }, false },
	{ .act = ACT_direct_admit, .none = true },
	{ .act = ACT_fiscal_request, .none = true },
	{ ACT_fiscal_pay, { ACT_fiscal_request, ACT_fiscal_request }, false },
	{ ACT_recovery_fix, { ACT_audit_appoint, ACT_audit_appoint }, false },
	{ .act = ACT_pack_adopt, .none = true },
	{ .act = ACT_calendar_publish, .none = true },
};

static const struct two *two_of(enum act_id act)
{
	for (size_t i = 0; i < sizeof twos / sizeof *twos; i++)
		if (twos[i].act == act)
			return &twos[i];
	return NULL;
}

static bool prepares(enum act_id act)
{
	for (size_t i = 0; i < sizeof twos / sizeof *twos; i++)
		if (!twos[i].none && (twos[i].authors[0] == act || twos[i].authors[1] == act))
			return true;
	return false;
}

static void saw_people(struct memory *m, const struct audit_line *l)
{
	if (m->people_n == PEOPLE)
		return;
	if (l->q.act == ACT_person_add) {
		const struct person_form *in = l->q.in;
		m->people[m->people_n].id = l->made;
		m->people[m->people_n].phone = in->phone_secret;
		m->people[m->people_n].mail = in->email_secret;
		m->people[m->people_n++].name = in->name;
	}
}

static int64_t case_of(const struct memory *m, int64_t thing)
{
	for (int64_t i = 0; i < m->things_n; i++)
		if (m->things[i].id == thing)
			return m->things[i].challenge;
	return thing;
}

static void close_sign(struct memory *m, int64_t i)
{
	m->open[i] = m->open[--m->open_n];
}

/* A signature is about the matter as it stood: overtaken when the case has been elsewhere since, or something else was done to its thing. */
static void later(struct memory *m, const struct audit_line *l)
{
	for (int64_t i = 0; i < m->open_n; i++) {
		if (!m->open[i].challenge || m->open[i].challenge != l->challenge)
			continue;
		m->open[i].touched |= l->q.target == m->open[i].thing;
		if (!l->stage.n)
			continue;
		if (m->open[i].stages_n == STAGES)
			m->open[i].stages[0] = m->open[i].stages[--m->open[i].stages_n];
		m->open[i].stages[m->open[i].stages_n++] = l->stage;
	}
}

static bool overtaken(const struct memory *m, int64_t i)
{
	int64_t n = m->open[i].stages_n;
	if (m->open[i].thing != m->open[i].challenge)
		return m->open[i].challenge && m->open[i].touched;
	for (int64_t k = 0; k + 1 < n; k++)
		if (!str_eq(m->open[i].stages[k], m->open[i].stages[n - 1]))
			return true;
	return false;
}

static void saw(void *memory, const struct audit_line *l)
{
	struct memory *m = memory;
	const struct audit_item *it = l->items.v;
	saw_people(m, l);
	const char *thing = l->q.act == ACT_objection_file ? "objection" : "";
	for (size_t k = 0; k < l->items.n && m->things_n < THINGS; k++)
		if (str_is(it[k].table, thing)) {
			m->things[m->things_n].id = it[k].id;
			m->things[m->things_n++].challenge = l->challenge;
		}
	if (prepares(l->q.act) && m->did_n < DID) {
		m->did[m->did_n].act = l->q.act;
		m->did[m->did_n].person = l->q.person;
		m->did[m->did_n].target = l->q.target;
		m->did[m->did_n].made = l->made;
		m->did[m->did_n++].challenge = l->challenge;
	}
	/* Any later line that writes the signature ends it: used, refused, withdrawn, lapsed. */
	for (size_t k = 0; k < l->items.n; k++)
		for (int64_t i = 0; str_is(it[k].table, "first_signature") && i < m->open_n; i++)
			if (m->open[i].id == it[k].id)
				close_sign(m, i--);
	later(m, l);
	if (l->q.act == ACT_first_sign && m->open_n < OPEN) {
		memset(&m->open[m->open_n], 0, sizeof m->open[0]);
		m->open[m->open_n].challenge = l->challenge;
		const struct first_sign_form *in = l->q.in;
		m->open[m->open_n].id = l->made;
		m->open[m->open_n].thing = in->thing;
		m->open[m->open_n].person = l->q.person;
		m->open[m->open_n].input = in->input_secret;
		m->open[m->open_n++].act = in->act_name;
	}
}

static int64_t person_at(const struct memory *m, int64_t person)
{
	for (int64_t i = 0; i < m->people_n; i++)
		if (m->people[i].id == person)
			return i;
	return -1;
}

/* Two accounts of one natural person: the same name with the same telephone or mail. */
static bool same_person(const struct memory *m, int64_t a, int64_t b)
{
	int64_t x = person_at(m, a), y = person_at(m, b);
	if (a == b || x < 0 || y < 0)
		return a == b;
	return str_eq(m->people[x].name, m->people[y].name) && ((m->people[x].phone.n && str_eq(m->people[x].phone, m->people[y].phone)) ||
		(m->people[x].mail.n && str_eq(m->people[x].mail, m->people[y].mail)));
}

static bool author(const struct memory *m, const struct two *t, const struct act_request *q)
{
	for (int64_t i = 0; !t->none && i < m->did_n; i++)
		if ((m->did[i].act == t->authors[0] || m->did[i].act == t->authors[1]) && same_person(m, m->did[i].person, q->person) &&
			(m->did[i].made == q->target || m->did[i].target == q->target || m->did[i].target == case_of(m, q->target) ||
				m->did[i].challenge == q->target))
			return true;
	return false;
}

/* Adds to what the desk of the act says. */
static bool predicts(const void *memory, const struct act_request *q, struct rule_set *out)
{
	const struct memory *m = memory;
	const struct two *t = two_of(q->act);
	bool mine = false, others = false, other_text = false;
	if (!t)
		return q->act == ACT_first_sign_refuse || q->act == ACT_first_sign_withdraw || q->act == ACT_first_sign_lapse;
	struct arena *a = arena_new(1 << 20);
	struct str input = act_input_text(a, request_form(q), q->in);
	for (int64_t i = 0; i < m->open_n; i++) {
		if (!str_is(m->open[i].act, act_infos[q->act].name) || m->open[i].thing != q->target || overtaken(m, i))
			continue;
		/* Acts on nothing (a calendar, a pack): another content is another matter. */
		if (!q->target && !str_eq(m->open[i].input, input))
			continue;
		bool me = same_person(m, m->open[i].person, q->person);
		mine |= me;
		others |= !me;
		other_text |= !me && !str_eq(m->open[i].input, input);
	}
	breaks(out, RULE_not_the_author, author(m, t, q));
	breaks(out, RULE_second_person, mine && !others);
	breaks(out, RULE_second_same_input, other_text);
	arena_free(a);
	return false;
}

const struct desk desk_signing = { "signing", sizeof(struct memory), saw, predicts };
