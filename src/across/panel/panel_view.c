/*
 * Panels as pages: one panel with its members and what is missing, all panels of a case, and a member's working page.
 *
 * Who sees what: a member its own opinion; the chair all of them once all have spoken; the offices the whole after signing, with names;
 * the demander after signing, without names.  Nobody else sees a panel.
 */
#include "base/choice.h"
#include "base/hash.h"
#include "base/word.h"
#include "across/panel/panel_in.h"
#include "web/view.h"

struct seen_panel {
	struct panel_row p;
	struct challenge_row c;
	const struct policy *pack;
	struct panel_seat_row mine;
	bool member, office, demander, signed_by_all, all_opined;
	bool named;                     /* reads who said what */
	struct rows blind;              /* the members in an order that tells no names; struct panel_member_view */
};

/* Has an interest, or declined: reads no more of the panel and waits to be replaced. */
static bool seat_left(struct str state)
{
	return str_is(state, "conflict") || str_is(state, "declined");
}

static bool is_office(enum role role)
{
	return role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_audit;
}

/* The panel, when this reader may know of it. */
static bool see(struct view *v, struct seen_panel *s)
{
	struct panel_key key = { .panel = v->id, .person = v->who->person };

	if (!panel_find(v->db, v->a, v->id, &s->p) || s->p.programme != v->pg->id)
		return false;
	struct id_key id = { .id = s->p.challenge };
	if (!db_one(v->db, v->a, "challenge_read", &id, &s->c))
		return false;
	v->challenge = s->p.challenge;
	v->relations = relations_of(v->db, v->a, v->who->person, v->who->org, "panel", v->id);
	s->pack = programme_pack(v->pg, s->c.pack);
	s->office = is_office(v->who->role);
	s->demander = v->who->role == ROLE_unit && (v->relations & REL_DEMANDER);
	s->signed_by_all = str_is(s->p.state, "signed");
	bool open = !str_is(s->p.state, "proposed") && !str_is(s->p.state, "dismissed");
	s->member = open && v->who->person && db_one(v->db, v->a, "panel_seat_of", &key, &s->mine) && !str_is(s->mine.state, "replaced");
	return s->office || s->demander || s->member;
}

static struct str kind_label(struct arena *a, struct str kind)
{
	return choice_label(choices_builtin(a, "panel_kind"), kind);
}

/* ---- one panel ---- */

static void fill_head(const struct seen_panel *s, struct panel_page *out)
{
	bool inside = s->member && !seat_left(s->mine.state);
	bool reported = (s->signed_by_all && (inside || s->office || s->demander)) || (inside && str_is(s->p.state, "reported"));

	out->id = s->p.id;
	out->case_id = s->c.id;
	out->case_number = s->c.number;
	out->case_title = s->c.title;
	out->kind = s->p.kind;
	out->state = s->p.state;
	out->meets = s->p.meets;
	out->method = s->p.method;
	out->place = s->p.place;
	out->reported = reported;
	if (!reported)
		return;
	out->conclusion = s->p.conclusion;
	out->opinion = s->p.opinion;
	out->unranked = !s->p.ranked;
}

/* What is missing, by counting seats; blanks what this reader may not see of the others. */
static void fill_members(struct view *v, struct seen_panel *s, struct panel_page *out)
{
	out->members = panel_member_views(v->db, v->a, s->p.id);
	struct panel_member_view *m = out->members.v;
	for (size_t i = 0; i < out->members.n; i++) {
		bool own = s->member && m[i].person == v->who->person;

		out->members_n += !str_is(m[i].state, "replaced");
		out->wait_declare += str_is(m[i].state, "invited");
		out->wait_replace += seat_left(m[i].state);
		out->wait_opinion += str_is(m[i].state, "clear");
		out->wait_sign += str_is(m[i].state, "opined");
		if (!own && v->who->role != ROLE_bureau && v->who->role != ROLE_audit)
			m[i].interest = (struct str){ 0 };
		if (!own && !s->signed_by_all)
			m[i].sign = m[i].sign_remark = (struct str){ 0 };
	}
	bool seated = str_is(s->p.state, "seated");
	s->all_opined = !out->wait_declare && !out->wait_replace && !out->wait_opinion;
	out->wait_report = seated && s->all_opined;
	if (seated)
		out->wait_sign = 0;
}

static bool shows_all(const struct seen_panel *s)
{
	return s->signed_by_all ? s->office || s->demander || (s->member && s->mine.chair) : s->member && s->mine.chair && s->all_opined;
}

/* What the place of a member is taken from when names are not to be told: the opinion's own text, which everybody who sees the place reads. */
static struct str place_of(struct view *v, struct rows opinions, int64_t seat)
{
	const struct panel_opinion_row *o = opinions.v;

	for (size_t i = 0; i < opinions.n; i++)
		if (o[i].seat == seat)
			return hash_text(v->a, HASH_SHA256, o[i].opinion);
	return STR("");
}

/* The chair and the offices read names; for the demander the members stand in an order that tells none. */
static void fill_blind(struct view *v, struct seen_panel *s, const struct panel_page *out)
{
	struct panel_key key = { .panel = s->p.id };
	struct rows opinions = db_all(v->db, v->a, "panel_opinions", &key);
	const struct panel_member_view *m = out->members.v;
	struct panel_member_view *to = NEW_ARRAY(v->a, out->members.n + 1, struct panel_member_view);
	struct str *places = NEW_ARRAY(v->a, out->members.n + 1, struct str);

	s->named = s->office || (s->member && (s->mine.chair || !s->demander));
	for (size_t i = 0; i < out->members.n; i++) {
		struct str place = place_of(v, opinions, m[i].seat);
		size_t at = i;

		for (; at && !s->named && str_cmp(places[at - 1], place) > 0; at--) {
			places[at] = places[at - 1];
			to[at] = to[at - 1];
		}
		places[at] = place;
		to[at] = m[i];
	}
	s->blind = (struct rows){ to, out->members.n };
}

static void fill_opinions(struct view *v, const struct seen_panel *s, struct panel_page *out)
{
	struct panel_key key = { .panel = s->p.id };
	struct rows rows = db_all(v->db, v->a, "panel_opinions", &key);
	const struct panel_opinion_row *o = rows.v;
	struct panel_opinion_view *to = NEW_ARRAY(v->a, rows.n + 1, struct panel_opinion_view);
	bool all = shows_all(s);
	size_t n = 0;

	for (size_t i = 0; i < rows.n; i++)
		if (all || (s->member && o[i].person == v->who->person))
			to[n++] = (struct panel_opinion_view){ .name = panel_reader_name(v->a, s->blind, o[i].seat, s->named),
				.verdict = o[i].verdict, .opinion = o[i].opinion, .at = o[i].at };
	out->opinions = (struct rows){ to, n };
	out->sealed = n < rows.n;
}

static void fill_may(struct view *v, const struct seen_panel *s, struct panel_page *out)
{
	bool seated = str_is(s->p.state, "seated");
	struct str mine = s->mine.state;

	out->may_declare = s->member && seated && str_is(mine, "invited") && view_may(v, ACT_panel_declare);
	out->may_work = s->member && (str_is(mine, "clear") || str_is(mine, "opined") || str_is(mine, "signed"));
	out->may_report = s->member && seated && s->all_opined && view_may(v, ACT_panel_report);
	out->may_sign = s->member && str_is(s->p.state, "reported") && str_is(mine, "opined") && view_may(v, ACT_panel_sign);
	out->may_replace = view_may(v, ACT_panel_replace) && (seated || str_is(s->p.state, "proposed"));
}

/* Whoever declared an interest reads of the panel no more than that it was declared. */
static bool is_conflicted(const struct seen_panel *s)
{
	return s->member && !s->office && !s->demander && seat_left(s->mine.state);
}

static void keep_own(const struct view *v, struct panel_page *out)
{
	struct panel_member_view *m = out->members.v;
	size_t n = 0;

	for (size_t i = 0; i < out->members.n; i++)
		if (m[i].person == v->who->person)
			m[n++] = m[i];
	out->members.n = n;
}

bool panel_view(struct view *v, void *page)
{
	struct panel_page *out = page;
	struct seen_panel s = { 0 };

	if (!see(v, &s))
		return false;
	fill_head(&s, out);
	fill_members(v, &s, out);
	fill_blind(v, &s, out);
	fill_opinions(v, &s, out);
	fill_may(v, &s, out);
	out->complete = s.signed_by_all;
	struct panel_scores_wanted scores = { &s.p, s.pack, s.blind, s.mine.id, s.named };
	if (shows_all(&s))
		scores.seat = 0;
	if (shows_all(&s) || s.member)
		panel_score_pages(v->db, v->a, &scores, out);
	if (out->reported)
		out->ranking = panel_rank_views(v->db, v->a, s.pack, &s.p);
	if (is_conflicted(&s))
		keep_own(v, out);
	else if (s.member || v->who->role == ROLE_bureau) {
		struct panel_key key = { .challenge = s.p.challenge };

		out->parties = db_all(v->db, v->a, "panel_parties", &key);
	}
	v->title = str_join(v->a, kind_label(v->a, s.p.kind), " · ", s.c.number);
	return true;
}

/* ---- the panels of a case ---- */

static void fill_candidates(struct view *v, struct panel_list_page *out)
{
	struct panel_key key = { .challenge = v->challenge };
	struct rows parties = db_all(v->db, v->a, "panel_parties", &key);

	out->candidates = db_all(v->db, v->a, "panel_candidates_seen", &key);
	struct panel_candidate_view *c = out->candidates.v;
	for (size_t i = 0; i < out->candidates.n; i++) {
		struct panel_person_row who = { .id = c[i].id, .org = c[i].org, .category = c[i].category, .employer = c[i].employer,
			.employer_code = c[i].employer_code };
		const struct panel_party_row *tie = panel_tie(v->db, v->a, &parties, &who, v->today);

		c[i].tie = tie ? tie->name : (struct str){ 0 };
	}
}

bool panel_list_view(struct view *v, void *page)
{
	struct panel_list_page *out = page;
	struct panel_key key = { .challenge = v->challenge };
	bool demander = v->who->role == ROLE_unit && (v->relations & REL_DEMANDER);

	if (!is_office(v->who->role) && !demander) {
		if (!v->who->person || !(v->relations & REL_SEATED))
			return false;
		key.person = v->who->person;
	}
	out->panels = db_all(v->db, v->a, "panel_cards", &key);
	struct panel_card *card = out->panels.v;
	for (size_t i = 0; i < out->panels.n; i++)
		if (!str_is(card[i].state, "signed"))
			card[i].conclusion = (struct str){ 0 };
	if (may_act(ACT_review_panel_propose, v->who->role, v->relations))
		fill_candidates(v, out);
	return true;
}

/* ---- whom to choose from in forms (tables/options.def) ---- */

static bool composes(const struct view *v)
{
	return v->who->role == ROLE_bureau || (v->who->role == ROLE_unit && (v->relations & REL_DEMANDER));
}

static struct choice person_line(struct arena *a, int64_t person, struct str name, struct str what, struct str where)
{
	struct str label = str_join(a, str_join(a, name, " · ", what), " · ", where);

	return (struct choice){ str_fmt(a, "%lld", (long long)person), label };
}

struct rows panel_candidate_options(struct view *v)
{
	struct panel_key key = { .challenge = v->challenge };
	struct rows rows = composes(v) ? db_all(v->db, v->a, "panel_candidates", &key) : (struct rows){ 0 };
	const struct panel_person_row *p = rows.v;
	struct rows labels = choices_builtin(v->a, "seat_category");
	struct choice *out = NEW_ARRAY(v->a, rows.n + 1, struct choice);

	for (size_t i = 0; i < rows.n; i++)
		out[i] = person_line(v->a, p[i].id, p[i].name, choice_label(labels, p[i].category.n ? p[i].category : STR("demander_head")), p[i].employer);
	return (struct rows){ out, rows.n };
}

struct rows panel_member_options(struct view *v)
{
	struct rows rows = composes(v) ? panel_member_views(v->db, v->a, v->id) : (struct rows){ 0 };
	const struct panel_member_view *m = rows.v;
	struct rows labels = choices_builtin(v->a, "seat_category");
	struct choice *out = NEW_ARRAY(v->a, rows.n + 1, struct choice);
	size_t n = 0;

	for (size_t i = 0; i < rows.n; i++)
		if (!str_is(m[i].state, "replaced"))
			out[n++] = person_line(v->a, m[i].person, m[i].name, choice_label(labels, m[i].category), m[i].employer);
	return (struct rows){ out, n };
}

/* ---- the working page of a member ---- */

static void fill_sheets(struct view *v, const struct panel_grid *g, struct panel_work_page *out)
{
	const struct panel_bid_row *plans = g->plans.v;
	const struct rubric_item *items = g->items.v;
	struct panel_sheet *sheets = NEW_ARRAY(v->a, g->plans.n + 1, struct panel_sheet);
	int64_t at = 0;

	for (size_t i = 0; i < g->plans.n; i++) {
		struct panel_sheet_item *row = NEW_ARRAY(v->a, g->items.n + 1, struct panel_sheet_item);

		for (size_t j = 0; j < g->items.n; j++)
			row[j] = (struct panel_sheet_item){ .at = at++, .bid = plans[i].id, .plan = panel_cell_name(v->a, &plans[i], &items[j]),
				.item = items[j].code, .label = items[j].label, .help = items[j].help, .most = items[j].max };
		sheets[i] = (struct panel_sheet){ .bid = plans[i].id, .number = plans[i].number, .plan = plans[i].title,
			.org_name = plans[i].org_name, .items = { row, g->items.n } };
	}
	out->sheets = (struct rows){ sheets, g->plans.n };
}

static void fill_mine(struct view *v, const struct seen_panel *s, struct panel_work_page *out)
{
	struct panel_key key = { .panel = s->p.id };
	struct rows rows = db_all(v->db, v->a, "panel_opinions", &key);
	const struct panel_opinion_row *o = rows.v;
	struct panel_scores_wanted scores = { &s->p, s->pack, panel_member_views(v->db, v->a, s->p.id), s->mine.id, true };

	out->mine = panel_score_lines(v->db, v->a, &scores);
	for (size_t i = 0; i < rows.n; i++)
		if (o[i].seat == s->mine.id) {
			struct panel_opinion_view *one = NEW(v->a, struct panel_opinion_view);

			*one = (struct panel_opinion_view){ .name = s->mine.name, .verdict = o[i].verdict, .opinion = o[i].opinion, .at = o[i].at };
			out->my_opinion = (struct rows){ one, 1 };
		}
}

bool panel_work_view(struct view *v, void *page)
{
	struct panel_work_page *out = page;
	struct seen_panel s = { 0 };

	if (!see(v, &s) || !s.member || seat_left(s.mine.state))
		return false;
	out->id = s.p.id;
	out->case_id = s.c.id;
	out->case_number = s.c.number;
	out->case_title = s.c.title;
	out->kind = s.p.kind;
	out->waiting = str_is(s.mine.state, "invited");
	out->done = str_is(s.mine.state, "opined") || str_is(s.mine.state, "signed");
	v->title = str_join(v->a, kind_label(v->a, s.p.kind), " · ", s.c.number);
	if (out->waiting)
		return true;
	struct panel_grid g = panel_grid_of(v->db, v->a, s.pack, &s.p);
	out->pass = g.pass;
	out->may_score = !out->done && str_is(s.p.state, "seated");
	fill_sheets(v, &g, out);
	fill_mine(v, &s, out);
	return true;
}
