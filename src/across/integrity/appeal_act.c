/*
 * Appeals against an entry: filed by the unit in time, decided by the government; lifted or shortened by a row beside the entry.
 */
#include "across/integrity/integrity.h"
#include "base/word.h"

struct appealing {
	struct discredit_row d;
	struct allegation_row g;
	struct integrity_appeal_row p;
	struct integrity_facts f;
};

/* ---- appeal_file ---- */

bool appeal_file_facts(struct act_run *r)
{
	struct appealing *s = r->facts = NEW(r->a, struct appealing);

	if (!db_one(r->db, r->a, "integrity_one", &(struct id_key){ r->target }, &s->d) || s->d.programme != r->q->programme
		|| s->d.org != r->q->org || !s->d.allegation)
		return act_missing(r);
	if (db_one(r->db, r->a, "integrity_appeals_of", &(struct id_key){ s->d.id }, &s->p))
		return act_not_now(r, s->p.state);
	s->f.entered_on = s->d.happened;
	s->f.today = r->today;
	return true;
}

void appeal_file_judge(struct act_run *r)
{
	act_verdict(r, rule_appeal_in_time(&((struct appealing *)r->facts)->f, r->policy));
}

void appeal_file_apply(struct act_run *r)
{
	const struct appeal_form *in = r->in;
	const struct appealing *s = r->facts;
	struct integrity_appeal_row row = { .id = act_id_next(r), .discredit = s->d.id, .allegation = s->d.allegation, .org = r->q->org,
		.reasons = in->reasons, .evidence = in->evidence, .state = STR("filed"), .filed_on = r->today };

	act_write(r, "integrity_appeal_insert", &row);
	act_tell_role(r, ROLE_government, word_text(WORD_appeal_filed_title), STR(""), str_fmt(r->a, "/allegations/%lld", (long long)s->d.allegation));
	r->made = s->d.allegation;
}

/* ---- appeal_decide ---- */

bool appeal_decide_facts(struct act_run *r)
{
	const struct appeal_decide_form *in = r->in;
	struct appealing *s = r->facts = NEW(r->a, struct appealing);

	if (!db_one(r->db, r->a, "integrity_appeal_one", &(struct id_key){ r->target }, &s->p)
		|| !db_one(r->db, r->a, "integrity_one", &(struct id_key){ s->p.discredit }, &s->d) || s->d.programme != r->q->programme
		|| !db_one(r->db, r->a, "allegation_one", &(struct id_key){ s->p.allegation }, &s->g))
		return act_missing(r);
	if (!str_is(s->p.state, "filed"))
		return act_not_now(r, s->p.state);
	s->f = (struct integrity_facts){ .today = r->today, .shortened = str_is(in->result, "shortened"), .new_ends = in->ends,
		.old_ends = s->d.ends, .appeal_other = r->q->person != s->g.handler && r->q->person != s->g.decider };
	return true;
}

void appeal_decide_judge(struct act_run *r)
{
	const struct integrity_facts *f = &((struct appealing *)r->facts)->f;

	act_verdict(r, rule_appeal_other(f, r->policy));
	act_verdict(r, rule_appeal_shorter(f, r->policy));
}

void appeal_decide_apply(struct act_run *r)
{
	const struct appeal_decide_form *in = r->in;
	struct appealing *s = r->facts;
	struct integrity_appeal_row *p = &s->p;
	struct str link = str_fmt(r->a, "/allegations/%lld", (long long)s->g.id);

	p->state = in->result;
	p->document = in->document;
	p->reason = in->reason;
	p->ends = s->f.shortened ? in->ends : 0;
	p->decided_on = r->today;
	p->decided_by = r->q->person;
	act_write(r, "integrity_appeal_update", p);
	if (!str_is(in->result, "upheld")) {
		struct discredit_change_row row = { .id = act_id_next(r), .discredit = s->d.id, .appeal = p->id, .kind = in->result,
			.ends = s->f.shortened ? in->ends : r->today, .day = r->today };
		act_write(r, "discredit_change_insert", &row);
	}
	act_tell_org(r, p->org, word_text(WORD_appeal_decided_title), in->reason, link);
	act_tell_person(r, s->g.handler, word_text(WORD_appeal_decided_title), in->reason, link);
	act_tell_person(r, s->g.decider, word_text(WORD_appeal_decided_title), in->reason, link);
	r->made = s->g.id;
}
