/*
 * The tab of contract and task book: what was agreed, on which papers, and who has signed.
 */
#include "across/party/party.h"
#include "base/day.h"
#include "base/money.h"
#include "life/7-contract/contract.h"
#include "life/7-contract/direct.h"
#include "web/view.h"

bool contract_readable(struct db *db, struct arena *a, int64_t challenge, int64_t person, enum role role, unsigned relations)
{
	struct count_row n;

	if (role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance || role == ROLE_audit)
		return true;
	if (relations & (REL_DEMANDER | REL_AWARDEE))
		return true;
	return db_one(db, a, "contract_seat", &(struct contract_seat_key){ challenge, person }, &n) && n.n > 0;
}

static void fill_contract(struct view *v, struct challenge_contract_page *out)
{
	struct contract_row c;

	if (!contract_newest(v->db, v->a, v->challenge, &c))
		return;
	out->has_contract = 1;
	out->contract_number = c.number;
	out->contract_kind = c.kind;
	out->contract_amount_fen = c.amount_fen;
	out->contract_signed_on = c.signed_on;
	out->contract_registration = c.registration;
	out->contract_scan = c.scan;
}

static void fill_texts(const struct taskbook_row *b, struct challenge_contract_page *out)
{
	out->has_book = 1;
	out->number = b->number;
	out->version = b->version;
	out->state = b->state;
	out->pi_name = b->pi_name;
	out->pi_stays = b->pi_stays;
	out->starts = b->starts;
	out->ends = b->ends;
	out->months = months_between(b->starts, b->ends);
	out->goals = b->goals;
	out->research_plan = b->research_plan;
	out->criteria = b->criteria;
	out->disbursement = b->disbursement;
	out->rewards = b->rewards;
	out->ownership = b->ownership;
	out->duties = b->duties;
	out->integrity = b->integrity;
	out->confidentiality = b->confidentiality;
	out->book_paper = b->book_paper;
	out->pledge_paper = b->pledge_paper;
	out->nda_paper = b->nda_paper;
	out->returned = b->returned;
}

static void fill_money(const struct taskbook_row *b, struct challenge_contract_page *out)
{
	out->total_rd_fen = b->total_rd_fen;
	out->fiscal_fen = b->fiscal_fen;
	out->other_fen = b->other_fen;
	out->total_fen = b->total_rd_fen + b->fiscal_fen + b->other_fen;
	out->fiscal_share = out->total_fen ? b->fiscal_fen * PERCENT_SCALE / out->total_fen : 0;
}

/* The party for which this viewer would sign; empty: none. */
static const char *my_party(const struct view *v, const struct contract_parties *who)
{
	if (v->who->role == ROLE_bureau)
		return "bureau";
	if (v->who->role != ROLE_unit || !v->who->org)
		return "";
	return v->who->org == who->demander ? "demander" : v->who->org == who->awardee ? "awardee" : "";
}

static const struct taskbook_signature_row *signature_of(struct rows all, const char *party)
{
	const struct taskbook_signature_row *s = all.v;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(s[i].party, party))
			return &s[i];
	return NULL;
}

/* One line for each party, signed or not. */
static void fill_signatures(struct view *v, int64_t book, const struct contract_parties *who, struct challenge_contract_page *out)
{
	static const char *const parties[] = { "demander", "awardee", "bureau" };
	const struct str names[] = { who->demander_name, who->awardee_name, out->bureau };
	struct rows all = db_all(v->db, v->a, "taskbook_signatures_of", &(struct taskbook_key){ book });
	struct contract_signature_line *lines = NEW_ARRAY(v->a, 3, struct contract_signature_line);

	for (size_t i = 0; i < 3; i++) {
		const struct taskbook_signature_row *s = signature_of(all, parties[i]);
		lines[i] = (struct contract_signature_line){ .party = str_of(parties[i]), .org = names[i],
			.mine = str_is(str_of(my_party(v, who)), parties[i]) };
		if (!s)
			continue;
		lines[i].signed_all = 1;
		lines[i].signer = s->signer;
		lines[i].person = person_name(v->db, v->a, s->person);
		lines[i].at = s->at;
		lines[i].book_digest = s->book_digest;
		lines[i].pledge_digest = s->pledge_digest;
		lines[i].nda_digest = s->nda_digest;
		lines[i].scan = s->scan;
	}
	out->signed_n = (int64_t)all.n;
	out->signatures = (struct rows){ lines, 3 };
}

static bool unsigned_mine(const struct challenge_contract_page *out)
{
	const struct contract_signature_line *s = out->signatures.v;

	for (size_t i = 0; i < out->signatures.n; i++)
		if (s[i].mine && !s[i].signed_all)
			return true;
	return false;
}

/* One row for a case that came from a contest. */
static struct rows direct_of(struct view *v)
{
	struct direct_line *d = NEW(v->a, struct direct_line);
	struct direct_row row;

	if (!direct_newest(v->db, v->a, v->challenge, &row))
		return (struct rows){ 0 };
	fields_copy(&direct_line_fields, d, &direct_row_fields, &row);
	d->steps = db_all(v->db, v->a, "direct_steps", &(struct challenge_key){ v->challenge });
	d->can_confirm = view_may_now(v, ACT_direct_confirm);
	d->can_decline = view_may_now(v, ACT_direct_decline);
	d->can_admit = view_may_now(v, ACT_direct_admit);
	d->can_return = view_may_now(v, ACT_direct_return);
	d->can_refuse = view_may_now(v, ACT_direct_refuse);
	d->can_again = view_may_now(v, ACT_direct_again);
	d->can_withdraw = view_may_now(v, ACT_direct_withdraw);
	return (struct rows){ d, 1 };
}

static void fill_supplements(struct view *v, struct challenge_contract_page *out)
{
	struct taskbook_row now;

	out->supplements = supplement_lines(v->db, v->a, v->challenge);
	if (!out->supplements.n || !taskbook_now(v->db, v->a, v->challenge, &now))
		return;
	out->now_ends = now.ends;
	out->now_leader = now.pi_name;
}

bool contract_view(struct view *v, void *page)
{
	struct challenge_contract_page *out = page;
	struct contract_parties who = contract_parties(v->db, v->a, v->challenge);
	struct rows books = db_all(v->db, v->a, "taskbooks_of", &(struct challenge_key){ v->challenge });
	struct taskbook_row *b = books.v;

	if (!contract_readable(v->db, v->a, v->challenge, v->who->person, v->who->role, v->relations))
		return false;
	out->challenge = v->challenge;
	out->demander = who.demander_name;
	out->awardee = who.awardee_name;
	out->bureau = policy_local_name(v->pg->policy, "bureau");
	out->direct = direct_of(v);
	fill_contract(v, out);
	if (books.n) {
		fill_texts(&b[0], out);
		fill_money(&b[0], out);
		out->milestones = db_all(v->db, v->a, "taskbook_milestones_of", &(struct taskbook_key){ b[0].id });
		out->indicators = db_all(v->db, v->a, "taskbook_indicators_of", &(struct taskbook_key){ b[0].id });
		fill_signatures(v, b[0].id, &who, out);
		out->earlier = (struct rows){ b + 1, books.n - 1 };
	}
	out->meetings = db_all(v->db, v->a, "contract_meetings_of", &(struct challenge_key){ v->challenge });
	fill_supplements(v, out);
	out->can_meet = view_may_now(v, ACT_contract_meet);
	out->can_record = view_may_now(v, ACT_contract_record);
	out->can_draft = out->has_contract && view_may_now(v, ACT_taskbook_draft);
	out->can_return = view_may_now(v, ACT_taskbook_return);
	out->can_sign = view_may_now(v, ACT_taskbook_sign) && unsigned_mine(out);
	return true;
}
