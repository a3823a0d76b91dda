/*
 * The discredit register: what the bureau enters about an organisation, for ever.
 *
 * Looked up by need and bid through discredit_latest() of party.h.
 */
#include "across/integrity/integrity_facts.h"
#include "across/party/party.h"
#include "base/word.h"

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
		.happened = in->happened, .decision = in->decision, .facts = in->facts };

	act_write(r, "integrity_insert", &row);
	r->made = r->target;
	act_tell_org(r, r->target, word(r->a, WORD_integrity_entered, NULL), in->decision, str_fmt(r->a, "/orgs/%lld", (long long)r->target));
}
