/* The bureau brings both sides together before the contract (8.6.a): who met, and what of plan and route was refined. */
#include "base/day.h"
#include "base/word.h"
#include "life/7-contract/contract.h"

bool contract_meet_facts(struct act_run *r)
{
	const struct contract_meet_form *in = r->in;
	struct contract_meet_facts *f = r->facts = NEW(r->a, struct contract_meet_facts);

	f->day = in->day;
	f->today = r->today;
	return true;
}

void contract_meet_judge(struct act_run *r)
{
	act_verdict(r, rule_contract_meet_day(r->facts, r->policy));
}

void contract_meet_apply(struct act_run *r)
{
	const struct contract_meet_form *in = r->in;
	struct contract_meeting_row row = { .id = act_id_next(r), .challenge = r->challenge, .day = in->day, .place = in->place,
		.people = in->people, .refined = in->refined, .minutes = in->minutes, .person = r->q->person };
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct str link = str_fmt(r->a, "/challenges/%lld/contract", (long long)r->challenge);
	struct challenge_row c;

	act_write(r, "contract_meeting_insert", &row);
	act_move(r, r->challenge, NULL);
	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	struct str title = word(r->a, WORD_contract_met_title, "number", str_c(r->a, c.number), NULL);
	act_tell_org(r, p.demander, title, in->refined, link);
	act_tell_org(r, p.awardee, title, in->refined, link);
	r->made = r->challenge;
}
