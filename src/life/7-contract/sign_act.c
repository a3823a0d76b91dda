/*
 * Three parties sign three papers.  The third signature starts the project: milestones and payments come into being.
 */
#include "across/document/document.h"
#include "across/payment/payment.h"
#include "base/word.h"
#include "life/7-contract/contract.h"

struct signing {
	struct taskbook_row book;
	struct contract_parties who;
	struct signing_facts f;
	const char *party;
	enum word_id party_word;
};

/* Which of the three parties this person acts for; false: none (a partner of a consortium signs on paper, its lead here). */
static bool party_of(const struct act_run *r, struct signing *s)
{
	if (r->q->role == ROLE_bureau) {
		s->party = "bureau";
		s->party_word = WORD_party_bureau;
	} else if (r->q->org == s->who.demander) {
		s->party = "demander";
		s->party_word = WORD_party_demander;
	} else if (r->q->org == s->who.awardee) {
		s->party = "awardee";
		s->party_word = WORD_party_awardee;
	}
	return s->party != NULL;
}

static void count_signatures(struct act_run *r, struct signing *s)
{
	struct rows all = db_all(r->db, r->a, "taskbook_signatures_of", &(struct taskbook_key){ s->book.id });
	const struct taskbook_signature_row *row = all.v;

	s->f.parties = (int64_t)all.n;
	for (size_t i = 0; i < all.n; i++)
		s->f.signed_before = s->f.signed_before || str_is(row[i].party, s->party);
	s->f.parties += !s->f.signed_before;
}

bool taskbook_sign_facts(struct act_run *r)
{
	const struct taskbook_sign_form *in = r->in;
	struct signing *s = r->facts = NEW(r->a, struct signing);
	struct str files = in->scan;

	s->who = contract_parties(r->db, r->a, r->challenge);
	if (!taskbook_newest(r->db, r->a, r->challenge, &s->book) || !party_of(r, s))
		return act_missing(r);
	if (!str_is(s->book.state, "signing"))
		return act_not_now(r, s->book.state);
	s->f.papers = in->task_book + in->integrity_pledge + in->nda;
	while (files.n)
		s->f.scans += str_cut(&files, ',').n > 0;
	count_signatures(r, s);
	return true;
}

void taskbook_sign_judge(struct act_run *r)
{
	const struct signing_facts *f = &((struct signing *)r->facts)->f;

	act_verdict(r, rule_sign_once(f, r->policy));
	act_verdict(r, rule_three_papers_signed(f, r->policy));
	act_verdict(r, rule_sealed_scan(f, r->policy));
}

static void sign(struct act_run *r, const struct signing *s)
{
	const struct taskbook_sign_form *in = r->in;
	struct taskbook_signature_row row = { .id = act_id_next(r), .challenge = r->challenge, .taskbook = s->book.id, .party = str_of(s->party),
		.org = r->q->org, .person = r->q->person, .signer = in->signer, .at = r->now, .scan = in->scan,
		.book_digest = document_digest(r->db, r->a, s->book.book_paper),
		.pledge_digest = document_digest(r->db, r->a, s->book.pledge_paper),
		.nda_digest = document_digest(r->db, r->a, s->book.nda_paper) };

	act_write(r, "taskbook_signature_insert", &row);
}

static void start_milestones(struct act_run *r, int64_t book)
{
	struct rows all = db_all(r->db, r->a, "taskbook_milestones_of", &(struct taskbook_key){ book });
	const struct taskbook_milestone_row *m = all.v;

	for (size_t i = 0; i < all.n; i++) {
		struct milestone_row row = { .id = act_id_next(r), .challenge = r->challenge, .ord = m[i].ord, .name = m[i].name, .due = m[i].due,
			.content = m[i].content, .indicator = m[i].indicator, .deliverable = m[i].deliverable, .evidence = m[i].evidence,
			.releases = m[i].releases, .state = STR("planned") };
		act_write(r, "milestone_insert", &row);
	}
}

static void start_project(struct act_run *r, struct signing *s)
{
	struct payment_fund_row fund = { .challenge = r->challenge, .demander_fen = s->book.total_rd_fen, .fiscal_fen = s->book.fiscal_fen,
		.other_fen = s->book.other_fen, .demander = s->who.demander, .awardee = s->who.awardee,
		.awardee_bank = s->book.awardee_bank, .awardee_account_secret = s->book.awardee_account_secret,
		.demander_bank = s->book.demander_bank, .demander_account_secret = s->book.demander_account_secret };

	s->book.state = STR("signed");
	s->book.signed_at = r->now;
	act_write(r, "taskbook_update", &s->book);
	start_milestones(r, s->book.id);
	payment_plan(r, &fund);
	payment_trigger(r, r->challenge, "signed");
	act_move(r, r->challenge, "milestone.running");
}

static void tell(struct act_run *r, const struct signing *s, struct str title, struct str text)
{
	struct str link = str_fmt(r->a, "/challenges/%lld/contract", (long long)r->challenge);

	act_tell_org(r, s->who.demander, title, text, link);
	act_tell_org(r, s->who.awardee, title, text, link);
	act_tell_role(r, ROLE_bureau, title, text, link);
}

void taskbook_sign_apply(struct act_run *r)
{
	struct signing *s = r->facts;
	bool all = rule_three_parties_signed(&s->f, r->policy).outcome == HOLDS;
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	const char *number = str_c(r->a, c.number), *party = str_c(r->a, word_text(s->party_word));
	const char *n = str_fmt(r->a, "%lld", (long long)s->f.parties).p;
	sign(r, s);
	if (all)
		start_project(r, s);
	else
		act_move(r, r->challenge, "contract.signing");
	if (all)
		tell(r, s, word(r->a, WORD_taskbook_all_signed_title, "number", number, NULL), word_text(WORD_taskbook_all_signed_text));
	else
		tell(r, s, word(r->a, WORD_taskbook_signed_title, "number", number, "party", party, NULL),
			word(r->a, WORD_taskbook_signed_text, "n", n, NULL));
	r->made = r->challenge;
}
