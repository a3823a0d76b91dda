/*
 * The acts of the integrity procedure, and the entry of what an outside authority has decided already.
 *
 * Looked up by need and bid through discredit_latest() of party.h.
 */
#include "across/integrity/integrity.h"
#include "base/day.h"
#include "base/word.h"

static struct str link_of(struct act_run *r, int64_t allegation)
{
	return str_fmt(r->a, "/allegations/%lld", (long long)allegation);
}

bool allegation_known(struct db *db, struct arena *a, const struct allegation_row *g, int64_t person, int64_t org, enum role role)
{
	struct integrity_appeal_row appeal;
	bool unit = role == ROLE_unit && org == g->org && !str_is(g->state, "filed");
	bool appealed = g->entry && db_one(db, a, "integrity_appeals_of", &(struct id_key){ g->entry }, &appeal);

	return person && (g->handler == person || g->decider == person || unit || (role == ROLE_government && appealed));
}

/* ---- discredit_enter: decided outside ---- */

bool discredit_enter_facts(struct act_run *r)
{
	const struct discredit_form *in = r->in;
	struct integrity_facts *f = r->facts = NEW(r->a, struct integrity_facts);
	struct org_row o;

	if (!org_find(r->db, r->a, r->target, &o) || o.programme != r->q->programme)
		return act_missing(r);
	f->happened = in->happened;
	f->today = r->today;
	return true;
}

void discredit_enter_judge(struct act_run *r)
{
	act_verdict(r, rule_discredit_happened(r->facts, r->policy));
}

void discredit_enter_apply(struct act_run *r)
{
	const struct discredit_form *in = r->in;
	struct discredit_row row = { .id = act_id_next(r), .programme = r->q->programme, .org = r->target, .kind = in->kind,
		.happened = in->happened, .decision = in->decision, .facts = in->facts, .person_name = str_trim(in->person_name), .ends = in->ends };

	act_write(r, "integrity_insert", &row);
	r->made = r->target;
	act_tell_org(r, r->target, word(r->a, WORD_integrity_entered, NULL), in->decision, str_fmt(r->a, "/orgs/%lld", (long long)r->target));
}

/* ---- allegation_file ---- */

bool allegation_file_facts(struct act_run *r)
{
	const struct allegation_form *in = r->in;
	struct integrity_facts *f = r->facts = NEW(r->a, struct integrity_facts);
	struct integrity_failure_row failure;
	struct person_row decider;
	struct org_row o;

	if (!org_find(r->db, r->a, r->target, &o) || o.programme != r->q->programme || !str_is(o.role, "unit"))
		return act_missing(r);
	if (in->failure) {
		if (!db_one(r->db, r->a, "integrity_failure", &(struct id_key){ in->failure }, &failure) || failure.org != o.id)
			return act_missing(r);
		f->failed = true;
		f->blameless = str_is(failure.class, "blameless");
		f->own_fault = str_is(failure.class, "own_fault");
	}
	f->happened = in->happened;
	f->today = r->today;
	f->decider_other = in->decider_person != r->q->person && person_find(r->db, r->a, in->decider_person, &decider)
		&& str_is(decider.role, "bureau") && str_is(decider.state, "active");
	return true;
}

void allegation_file_judge(struct act_run *r)
{
	act_verdict(r, rule_discredit_happened(r->facts, r->policy));
	act_verdict(r, rule_entry_for_fault(r->facts, r->policy));
	act_verdict(r, rule_allegation_decider(r->facts, r->policy));
}

void allegation_file_apply(struct act_run *r)
{
	const struct allegation_form *in = r->in;
	struct allegation_row row = { .id = act_id_next(r), .programme = r->q->programme, .org = r->target,
		.person_name = str_trim(in->person_name), .kind = in->kind, .source = in->source, .failure = in->failure, .happened = in->happened,
		.facts = in->facts, .evidence = in->evidence, .handler = r->q->person, .decider = in->decider_person, .state = STR("filed"),
		.filed_on = r->today };

	act_write(r, "allegation_insert", &row);
	act_tell_person(r, row.decider, word_text(WORD_allegation_decider_title), word_text(WORD_allegation_decider_text), link_of(r, row.id));
	r->made = row.id;
}

/* ---- the allegation that an act is about ---- */

struct alleging {
	struct allegation_row g;
	struct integrity_facts f;
};

/* Missing for whoever may not know of it; not now when it stands elsewhere than `states` say. */
static bool load(struct act_run *r, const char *state, const char *or_state)
{
	struct alleging *s = r->facts = NEW(r->a, struct alleging);

	if (!db_one(r->db, r->a, "allegation_one", &(struct id_key){ r->target }, &s->g) || s->g.programme != r->q->programme
		|| !allegation_known(r->db, r->a, &s->g, r->q->person, r->q->org, r->q->role))
		return act_missing(r);
	if (!str_is(s->g.state, state) && !str_is(s->g.state, or_state))
		return act_not_now(r, s->g.state);
	s->f = (struct integrity_facts){ .today = r->today, .due = s->g.due, .notified = s->g.notified_on > 0, .stated = s->g.stated_on > 0 };
	return true;
}

bool allegation_notify_facts(struct act_run *r)
{
	if (!load(r, "filed", "filed"))
		return false;
	return ((struct alleging *)r->facts)->g.handler == r->q->person || act_missing(r);
}

void allegation_notify_judge(struct act_run *r)
{
	act_verdict(r, rule_allegation_term(&((struct alleging *)r->facts)->f, r->policy));
}

void allegation_notify_apply(struct act_run *r)
{
	struct allegation_row *g = &((struct alleging *)r->facts)->g;

	g->state = STR("notified");
	g->notified_on = r->today;
	g->due = day_add(r->today, policy_param(r->policy, RULE_allegation_term, "days"));
	act_write(r, "allegation_update", g);
	act_tell_org(r, g->org, word_text(WORD_allegation_told_title), word(r->a, WORD_allegation_told_text, "day", day_text(r->a, g->due).p, NULL),
		link_of(r, g->id));
	r->made = g->id;
}

/* ---- statement_give ---- */

bool statement_give_facts(struct act_run *r)
{
	return load(r, "notified", "notified");
}

void statement_give_judge(struct act_run *r)
{
	(void)r;
}

void statement_give_apply(struct act_run *r)
{
	const struct statement_form *in = r->in;
	struct allegation_row *g = &((struct alleging *)r->facts)->g;

	g->state = STR("stated");
	g->statement = in->statement;
	g->statement_evidence = in->evidence;
	g->stated_on = r->today;
	act_write(r, "allegation_update", g);
	act_tell_person(r, g->handler, word_text(WORD_allegation_stated_title), STR(""), link_of(r, g->id));
	act_tell_person(r, g->decider, word_text(WORD_allegation_stated_title), STR(""), link_of(r, g->id));
	r->made = g->id;
}

/* ---- allegation_decide ---- */

bool allegation_decide_facts(struct act_run *r)
{
	const struct allegation_decide_form *in = r->in;
	const struct sanction_form *x = in->sanctions.v;

	if (!load(r, "notified", "stated"))
		return false;
	struct alleging *s = r->facts;
	if (s->g.decider != r->q->person)
		return act_missing(r);
	s->f.founded = str_is(in->result, "founded");
	s->f.documented = str_trim(in->document).n > 0;
	s->f.years = in->years;
	for (size_t i = 0; i < in->sanctions.n; i++)
		s->f.sanctions_past += x[i].ends < r->today;
	return true;
}

void allegation_decide_judge(struct act_run *r)
{
	const struct integrity_facts *f = &((struct alleging *)r->facts)->f;

	act_verdict(r, rule_allegation_heard(f, r->policy));
	act_verdict(r, rule_allegation_document(f, r->policy));
	act_verdict(r, rule_entry_years(f, r->policy));
	act_verdict(r, rule_sanction_ends(f, r->policy));
}

static int64_t enter(struct act_run *r, const struct allegation_row *g)
{
	const struct allegation_decide_form *in = r->in;
	const struct sanction_form *x = in->sanctions.v;
	struct str authority = policy_local_name(r->policy, "bureau");
	struct discredit_row row = { .id = act_id_next(r), .programme = g->programme, .org = g->org, .kind = g->kind, .happened = r->today,
		.decision = str_join(r->a, authority, " ", in->document), .facts = in->finding, .person_name = g->person_name,
		.ends = day_add_years(r->today, (int)in->years), .allegation = g->id };

	act_write(r, "integrity_insert", &row);
	for (size_t i = 0; i < in->sanctions.n; i++) {
		struct sanction_row s = { .id = act_id_next(r), .discredit = row.id, .ord = (int64_t)i + 1, .measure = x[i].measure, .ends = x[i].ends };
		act_write(r, "sanction_insert", &s);
	}
	return row.id;
}

void allegation_decide_apply(struct act_run *r)
{
	const struct allegation_decide_form *in = r->in;
	struct alleging *s = r->facts;
	struct allegation_row *g = &s->g;

	g->entry = s->f.founded ? enter(r, g) : 0;
	g->state = s->f.founded ? STR("founded") : STR("unfounded");
	g->finding = in->finding;
	g->document = in->document;
	g->decided_on = r->today;
	act_write(r, "allegation_update", g);
	enum word_id title = s->f.founded ? WORD_integrity_entered : WORD_allegation_unfounded_title;
	act_tell_org(r, g->org, word_text(title), in->finding, link_of(r, g->id));
	act_tell_person(r, g->handler, word_text(WORD_allegation_decided_title), in->finding, link_of(r, g->id));
	r->made = g->id;
}

/* ---- crime_refer ---- */

bool crime_refer_facts(struct act_run *r)
{
	struct alleging *s = r->facts = NEW(r->a, struct alleging);

	if (!db_one(r->db, r->a, "allegation_one", &(struct id_key){ r->target }, &s->g) || s->g.programme != r->q->programme
		|| (s->g.handler != r->q->person && s->g.decider != r->q->person))
		return act_missing(r);
	return !str_is(s->g.state, "unfounded") || act_not_now(r, s->g.state);
}

void crime_refer_judge(struct act_run *r)
{
	(void)r;
}

void crime_refer_apply(struct act_run *r)
{
	const struct crime_form *in = r->in;
	const struct allegation_row *g = &((struct alleging *)r->facts)->g;
	struct crime_referral_row row = { .id = act_id_next(r), .allegation = g->id, .authority = in->authority, .document = in->document,
		.grounds = in->grounds, .day = r->today, .person = r->q->person };

	act_write(r, "crime_referral_insert", &row);
	act_tell_person(r, g->handler == r->q->person ? g->decider : g->handler, word_text(WORD_crime_referred_title), in->authority, link_of(r, g->id));
	r->made = g->id;
}
