/*
 * Pages of rounds and demands.  Reads only; what a reader may see is decided by need_sight() and by the statements.
 */
#include "across/party/party.h"
#include "base/limits.h"
#include "life/1-need/need.h"
#include "life/1-need/relist.h"
#include "web/frame.h"
#include "web/view.h"

static bool office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance || role == ROLE_audit;
}

static struct rows one_pager(struct view *v, int64_t total, int64_t page, int64_t per)
{
	struct pager *p = NEW(v->a, struct pager);

	view_pager(v, p, total, page, per);
	return (struct rows){ p, 1 };
}

bool rounds_view(struct view *v, void *page)
{
	struct rounds_page *p = page;
	int64_t n = view_query_int(v, "page", 1, 1 << 20, 1), per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS);
	struct round_key key = { .programme = v->pg->id, .all = office(v->who->role), .today = v->today, .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	p->rounds = db_all(v->db, v->a, "need_rounds", &key);
	db_one(v->db, v->a, "need_rounds_count", &key, &total);
	p->may_propose = view_may(v, ACT_round_propose);
	p->pager = one_pager(v, total.n, n, per);
	return true;
}

bool round_view(struct view *v, void *page)
{
	struct round_page *p = page;
	struct id_key key = { .id = v->id };
	struct round_row row;
	bool open;

	if (!db_one(v->db, v->a, "need_round_read", &key, &row) || row.programme != v->pg->id)
		return false;
	open = str_is(row.state, "open");
	if (!open && !office(v->who->role))
		return false;
	fields_copy(&round_page_fields, p, &round_row_fields, &row);
	p->running = open && v->today >= row.first_day && v->today <= row.last_day;
	p->may_confirm = !open && view_may(v, ACT_round_confirm);
	p->may_file = p->running && (v->who->role == ROLE_public || view_may(v, ACT_need_submit));
	p->sees_demands = office(v->who->role);
	if (p->sees_demands)
		p->demands = db_all(v->db, v->a, "need_round_demands", &key);
	struct round_extension_row last = { 0 };
	db_one(v->db, v->a, "round_extension_newest", &key, &last);
	p->extending = str_is(last.state, "proposed");
	p->may_extend = open && !p->extending && v->today <= row.last_day && view_may(v, ACT_round_extend);
	p->may_extend_confirm = p->extending && view_may(v, ACT_round_extend_confirm);
	p->extended_to = p->extending && office(v->who->role) ? last.new_day : 0;
	p->changes = db_all(v->db, v->a, "round_extensions_of", &key);
	v->title = row.title;
	return true;
}

static const struct policy *pack_of(const struct view *v, struct str digest)
{
	const struct policy *const *p = v->pg->packs.v;

	for (size_t i = 0; i < v->pg->packs.n; i++)
		if (str_eq(p[i]->digest, digest))
			return p[i];
	return v->pg->policy;
}

static bool can(const struct view *v, const struct challenge_row *c, enum act_id act)
{
	return view_may(v, act) && policy_step(pack_of(v, c->pack), c->stage, act_infos[act].name);
}

static void offer(const struct view *v, const struct challenge_row *c, struct need_page *p)
{
	p->may_bid = can(v, c, ACT_bid_submit) && c->deadline >= v->now && c->demander != v->who->org;
	p->may_accept = can(v, c, ACT_need_accept);
	p->may_return = can(v, c, ACT_need_return);
	p->may_resubmit = can(v, c, ACT_need_resubmit);
	p->may_withdraw = can(v, c, ACT_need_withdraw);
}

static bool show_whole(struct view *v, const struct challenge_row *c, struct need_page *p, bool blurred)
{
	int64_t version = view_query_int(v, "version", 1, 1 << 20, 0);
	struct challenge_key key = { .challenge = c->id };
	struct need_version_line *lines;
	struct need_full n;

	if (!(version ? need_version(v->db, v->a, c->id, version, &n) : need_current(v->db, v->a, c->id, &n)))
		return false;
	if (blurred)
		need_blur(&n);
	p->blurred = blurred && n.need.confidential;
	fields_copy(&need_page_fields, p, &need_row_fields, &n.need);
	p->full = 1;
	p->indicators = n.indicators;
	p->dates = n.dates;
	p->invited = n.invited;
	p->total_fen = need_total_fen(&n.need);
	p->versions = db_all(v->db, v->a, "need_versions", &key);
	lines = p->versions.v;
	for (size_t i = 0; i < p->versions.n; i++)
		lines[i].shown = lines[i].version == n.need.version;
	p->decisions = db_all(v->db, v->a, "need_decisions", &key);
	return true;
}

/* Nothing but the whitelist of need_public_row reaches the page. */
static bool show_public(struct view *v, const struct challenge_row *c, struct need_page *p)
{
	struct need_public_row row;

	if (!need_public_wording(v->db, v->a, c->id, &row))
		return false;
	fields_copy(&need_page_fields, p, &need_public_row_fields, &row);
	p->indicators = row.indicators;
	return true;
}

static void fill_scope(struct view *v, const struct challenge_row *c, struct need_page *p)
{
	struct rows all = db_all(v->db, v->a, "scope_rows", &(struct challenge_key){ c->id });
	struct rows lines = fields_copy_rows(v->a, &scope_line_fields, &scope_row_fields, all);
	struct scope_line *l = lines.v;
	bool asked = false;

	for (size_t i = 0; i < lines.n; i++) {
		l[i].units = db_all(v->db, v->a, "scope_units", &(struct id_key){ l[i].id });
		l[i].may_answer = str_is(l[i].state, "asked") && view_may(v, ACT_scope_answer);
		asked |= str_is(l[i].state, "asked");
	}
	p->scopes = lines;
	p->may_scope = !asked && str_is(c->scope, "restricted") && !str_is(c->entry, "direct") && view_may(v, ACT_scope_invite)
		&& (!c->deadline || v->now <= c->deadline);
}

bool need_view(struct view *v, void *page)
{
	struct need_page *p = page;
	struct need_reader who = { .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = v->who->role,
		.relations = v->relations };
	enum need_sight sight = need_sight(v->db, v->a, v->id, &who);
	struct challenge_row c;

	if (sight == NEED_UNSEEN || !need_challenge(v->db, v->a, v->id, &c))
		return false;
	if (!(sight >= NEED_BLURRED ? show_whole(v, &c, p, sight == NEED_BLURRED) : show_public(v, &c, p)))
		return false;
	p->challenge = c.id;
	p->number = c.number;
	p->deadline = c.deadline;
	p->demander_name = org_name(v->db, v->a, c.demander);
	offer(v, &c, p);
	if (sight >= NEED_BLURRED)
		fill_scope(v, &c, p);
	v->title = str_join(v->a, c.number, " ", c.title);
	return true;
}
