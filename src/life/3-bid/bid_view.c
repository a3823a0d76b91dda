/*
 * Pages of bids.  Reads only; bid_visible() says which bids this reader may know of, nothing else is asked.
 */
#include "across/extra/extra.h"
#include "life/3-bid/bid.h"
#include "across/party/party.h"
#include "life/3-bid/consortium.h"
#include "web/frame.h"
#include "web/view.h"

static struct need_reader reader(const struct view *v)
{
	return (struct need_reader){ .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = v->who->role,
		.relations = v->relations };
}

/* ---- the bids of a case ---- */

static void sort_lines(struct view *v, struct rows all, struct bids_page *p, bool in_time)
{
	const struct bid_line *b = all.v;
	struct bid_line *mine = NEW_ARRAY(v->a, all.n + 1, struct bid_line), *others = NEW_ARRAY(v->a, all.n + 1, struct bid_line);
	size_t m = 0, o = 0;

	for (size_t i = 0; i < all.n; i++) {
		if (b[i].mine) {
			mine[m] = b[i];
			mine[m++].may_withdraw = in_time && (str_is(b[i].state, "sealed") || str_is(b[i].state, "pending"));
		}
		if (b[i].number.n) {
			others[o] = b[i];
			others[o++].may_check = str_is(b[i].state, "opened") && view_may(v, ACT_bid_check);
		}
	}
	p->mine = (struct rows){ mine, m };
	p->bids = (struct rows){ others, o };
}

static struct bid_compare_cell cell_of(struct rows answers, int64_t indicator)
{
	const struct bid_answer_row *w = answers.v;

	for (size_t i = 0; i < answers.n; i++)
		if (w[i].indicator == indicator)
			return (struct bid_compare_cell){ w[i].answer, w[i].value, str_is(w[i].answer, "deviates") };
	return (struct bid_compare_cell){ 0 };
}

/* Indicators in rows, bids in columns, in the order of p->bids. */
static struct rows compare(struct view *v, int64_t challenge, struct rows bids, bool whole)
{
	struct need_full n;
	const struct bid_line *b = bids.v;
	struct rows *answers = NEW_ARRAY(v->a, bids.n + 1, struct rows);
	const struct need_indicator_row *ind;
	struct bid_compare_row *out;

	if (!bids.n || !need_current(v->db, v->a, challenge, &n))
		return (struct rows){ 0 };
	for (size_t k = 0; k < bids.n; k++) {
		struct bid_key key = { .bid_version = b[k].bid_version };

		answers[k] = db_all(v->db, v->a, "bid_answers_of", &key);
	}
	ind = n.indicators.v;
	out = NEW_ARRAY(v->a, n.indicators.n + 1, struct bid_compare_row);
	for (size_t i = 0; i < n.indicators.n; i++) {
		struct bid_compare_cell *cells = NEW_ARRAY(v->a, bids.n, struct bid_compare_cell);

		for (size_t k = 0; k < bids.n; k++)
			cells[k] = cell_of(answers[k], ind[i].id);
		out[i] = (struct bid_compare_row){ ind[i].name, whole ? need_wanted(v->a, &ind[i]) : need_wanted_public(v->a, &ind[i]),
			ind[i].binding, { cells, bids.n } };
	}
	return (struct rows){ out, n.indicators.n };
}

bool bids_view(struct view *v, void *page)
{
	struct bids_page *p = page;
	struct need_reader who = reader(v);
	enum need_sight sight = need_sight(v->db, v->a, v->id, &who);
	struct challenge_row c;

	if (sight == NEED_UNSEEN || !need_challenge(v->db, v->a, v->id, &c))
		return false;
	p->challenge = c.id;
	p->deadline = c.deadline;
	p->sealed = c.deadline && policy_step(v->pg->policy, c.stage, act_infos[ACT_bids_open].name);
	p->receiving = p->sealed && v->now <= c.deadline;
	p->signed_in_unit = v->who->role == ROLE_unit;
	p->may_bid = p->receiving && p->signed_in_unit && v->who->org != c.demander && view_may(v, ACT_bid_submit);
	p->may_open = p->sealed && !p->receiving && view_may(v, ACT_bids_open);
	p->may_invite = p->may_bid && view_may(v, ACT_partner_invite);
	if (v->who->role == ROLE_unit)
		p->partners = db_all(v->db, v->a, "partner_lines", &(struct partner_key){ .challenge = c.id, .org = v->who->org });
	sort_lines(v, bid_visible(v->db, v->a, &who, c.id, 0), p, p->receiving);
	p->compare = compare(v, c.id, p->bids, sight == NEED_WHOLE);
	v->title = str_join(v->a, c.number, " ", c.title);
	return true;
}

/* ---- one bid ---- */

static void fill_rows(struct view *v, struct bid_page *p, const struct bid_full *b)
{
	const struct bid_member_row *m = b->members.v;
	struct bid_key key = { .bid = b->bid.id, .programme = v->pg->id };
	struct bid_version_line *lines;

	p->partners = (struct rows){ (void *)(m + 1), b->members.n ? b->members.n - 1 : 0 };
	p->team = b->team;
	p->answers = b->answers;
	p->milestones = b->milestones;
	p->budget = b->budget;
	p->total_fen = b->v.quote_fen + b->v.own_fen;
	p->checks = db_all(v->db, v->a, "bid_checks", &key);
	if (!p->mine)
		return;
	p->versions = db_all(v->db, v->a, "bid_versions", &key);
	lines = p->versions.v;
	for (size_t i = 0; i < p->versions.n; i++) {
		int64_t seq = 0;

		str_int(lines[i].receipt, &seq);
		lines[i].receipt = act_receipt(v->a, v->pg->prefix, lines[i].at, seq);
		lines[i].counts = lines[i].version == b->bid.version;
	}
}

/* What the partners filled in themselves, who left and what came of it. */
static void fill_consortium(struct view *v, struct bid_page *p, const struct bid_full *b, const struct challenge_row *c)
{
	const struct bid_member_row *m = b->members.v;
	struct part_line *parts = NEW_ARRAY(v->a, b->members.n + 1, struct part_line);
	struct partner_key key = { .bid = b->bid.id };
	struct departure_line *d;
	size_t n = 0;

	for (size_t i = 0; i < b->members.n; i++)
		if (m[i].part && part_line_of(v->db, v->a, m[i].part, &parts[n])) {
			parts[n].unit = m[i].name;
			n++;
		}
	p->parts = (struct rows){ parts, n };
	p->departures = db_all(v->db, v->a, "departure_lines", &key);
	p->exits = db_all(v->db, v->a, "bid_exits", &key);
	d = p->departures.v;
	for (size_t i = 0; i < p->departures.n; i++) {
		d[i].may_answer = p->mine && str_is(d[i].state, "open");
		d[i].may_decide = str_is(d[i].state, "answered") && ((v->who->role == ROLE_bureau && !d[i].bureau_answer.n)
			|| (v->who->role == ROLE_unit && v->who->org == c->demander && !d[i].demander_answer.n));
	}
}

static void fill_parties(struct view *v, struct bid_page *p, const struct bid_full *b, const struct challenge_row *c)
{
	struct org_row o;

	p->challenge = c->id;
	p->challenge_number = c->number;
	p->challenge_title = c->title;
	if (org_find(v->db, v->a, b->bid.org, &o)) {
		p->org_name = o.name;
		p->org_code = o.credit_code;
		p->org_kind = o.kind;
		p->org_profile = o.profile;
	}
}

bool bid_view(struct view *v, void *page)
{
	struct bid_page *p = page;
	struct need_reader who = reader(v);
	struct rows seen = bid_visible(v->db, v->a, &who, 0, v->id);
	const struct bid_line *line = seen.v;
	struct challenge_row c;
	struct bid_full b;

	if (!v->id || !seen.n || !bid_content(v->db, v->a, v->id, &b) || b.bid.programme != v->pg->id)
		return false;
	if (!need_challenge(v->db, v->a, b.bid.challenge, &c))
		return false;
	fields_copy(&bid_page_fields, p, &bid_version_row_fields, &b.v);
	p->id = b.bid.id;
	p->number = b.bid.number;
	p->state = b.bid.state;
	p->mine = line->mine;
	p->sealed = str_is(b.bid.state, "sealed");
	fill_parties(v, p, &b, &c);
	fill_rows(v, p, &b);
	fill_consortium(v, p, &b, &c);
	p->may_replace = p->mine && v->now <= c.deadline && (p->sealed || str_is(b.bid.state, "withdrawn") || str_is(b.bid.state, "pending"));
	p->extra = extra_of_thing(v->db, v->a, "bid_form", b.bid.id);
	p->may_withdraw = p->mine && v->now <= c.deadline && p->sealed;
	p->may_exit = p->mine && (str_is(b.bid.state, "opened") || str_is(b.bid.state, "passed"))
		&& policy_step(programme_pack(v->pg, c.pack), c.stage, act_infos[ACT_bid_exit].name);
	p->may_check = str_is(b.bid.state, "opened") && may_act(ACT_bid_check, v->who->role, REL_ANY);
	v->title = b.v.title;
	return true;
}

bool my_bids_view(struct view *v, void *page)
{
	struct my_bids_page *p = page;
	struct bid_key key = { .programme = v->pg->id, .org = v->who->org };

	if (v->who->org) {
		p->bids = db_all(v->db, v->a, "bid_mine", &key);
		p->named = db_all(v->db, v->a, "scope_named", &(struct scope_key){ .programme = v->pg->id, .org = v->who->org });
		p->invitations = db_all(v->db, v->a, "partner_lines_mine", &(struct partner_key){ .org = v->who->org });
	}
	return true;
}
