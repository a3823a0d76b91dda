/*
 * Writing a supplement: numbered, with its paper, binding milestones and instalments from now on.  Called by later rooms when all who have to
 * approve have done so; reading stands in supplement.c.
 */
#include "across/payment/payment.h"
#include "life/7-contract/contract.h"

static void bind_milestone(struct act_run *r, const struct supplement_value_row *v)
{
	struct rows all = db_all(r->db, r->a, "supplement_milestones_of", &(struct challenge_key){ r->challenge });
	struct milestone_row *m = all.v;

	for (size_t i = 0; i < all.n; i++) {
		if (m[i].ord != v->which)
			continue;
		m[i].due = v->day;
		act_write(r, "supplement_milestone", &m[i]);
	}
}

static int64_t paper_of(struct act_run *r, const struct supplement_of *s, const struct taskbook_row *book, struct str number)
{
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	struct supplement_paper p = { .number = number, .book_number = book->number, .project_number = c.project_number,
		.challenge_number = c.number, .title = c.title, .bureau = policy_local_name(r->policy, "bureau"), .demander = who.demander_name,
		.awardee = who.awardee_name, .source = str_of(s->source), .document = s->document, .values = s->reasons,
		.approvals = s->approvals, .day = r->today };
	return act_issue(r, "supplement", r->challenge, &supplement_paper_fields, &p);
}

struct str supplement_write(struct act_run *r, const struct supplement_of *s)
{
	struct supplement_value_row *v = s->values.v;
	struct taskbook_row book;

	taskbook_signed(r->db, r->a, r->challenge, &book);
	struct supplement_row row = { .id = act_id_next(r), .challenge = r->challenge, .taskbook = book.id,
		.number = act_number(r, "supplement"), .source = str_of(s->source), .about = s->about, .day = r->today };
	row.paper = paper_of(r, s, &book, row.number);
	act_write(r, "supplement_insert", &row);
	for (size_t i = 0; i < s->values.n; i++) {
		v[i].id = act_id_next(r);
		v[i].challenge = r->challenge;
		v[i].supplement = row.id;
		v[i].ord = (int64_t)i + 1;
		act_write(r, "supplement_value_insert", &v[i]);
		if (str_is(v[i].kind, "milestone_day"))
			bind_milestone(r, &v[i]);
		else if (str_is(v[i].kind, "pay_day"))
			payment_defer(r, r->challenge, v[i].which, v[i].day);
	}
	return row.number;
}
