/*
 * The desk: what I must do now, by due date; whom I wait for; what came in.
 *
 * Whose turn it is says the road (the owner of the stage); which acts are possible says acts_open().
 */
#include "web/inside.h"
#include "across/deadline/deadline.h"
#include "across/signing/signing.h"
#include "across/office/office.h"
#include "base/day.h"
#include "base/word.h"
#include <stdlib.h>
#include <string.h>

#define DESK_CASES 500
#define DESK_WAITING 12
#define DESK_NEWS 8
#define DESK_SOON 14

struct desk {
	struct view *v;
	bool english;
	struct desk_item *todo, *waiting;
	size_t todo_n, waiting_n, todo_most;
	struct rows handed;             /* struct handed_row: cases that a person of my organisation has in hand */
};

/* The park company helps with projects (11.1.d): a demand that is on no list yet is not its business. */
int64_t case_office(enum role role)
{
	if (role == ROLE_park)
		return CASES_LISTED;
	bool all = role == ROLE_bureau || role == ROLE_eic || role == ROLE_government || role == ROLE_finance;
	return all ? CASES_ALL : CASES_OWN;
}

const struct policy *case_policy(const struct programme *pg, struct str digest)
{
	const struct policy *const *packs = pg->packs.v;

	for (size_t i = 0; i < pg->packs.n; i++)
		if (str_eq(packs[i]->digest, digest))
			return packs[i];
	return pg->policy;
}

static bool my_turn(const struct view *v, const struct case_row *c, struct str owner)
{
	if (str_is(owner, "demander"))
		return c->is_demander;
	if (str_is(owner, "bidder"))
		return c->is_awardee;
	if (str_is(owner, "expert"))
		return c->is_seated;
	return str_is(owner, role_name(v->who->role));
}

static struct next_item link_to_act(struct desk *d, enum act_id act, int64_t target)
{
	return (struct next_item){ tr(d->english, str_of(act_infos[act].label)),
		str_fmt(d->v->a, "/do/%s/%lld", act_infos[act].name, (long long)target) };
}

/* What has a state of its own (an objection, a departure) is a duty of its own. */
static bool beside(const char *target)
{
	return strcmp(target, "none") == 0 || strcmp(target, "list") == 0 || strcmp(target, "bid") == 0;
}

/* Acts of the case's step that are about something else: its list, its bids, or several cases at once. */
static size_t acts_beside(struct desk *d, const struct case_row *c, struct next_item *items, size_t n)
{
	const struct policy *p = case_policy(d->v->pg, c->pack);

	for (int i = 0; i < ACT_COUNT; i++) {
		const char *target = act_infos[i].target;

		if (!act_infos[i].moves || !beside(target) || !policy_step(p, c->stage, act_infos[i].name)
			|| !may_act((enum act_id)i, d->v->who->role, REL_ANY))
			continue;
		items[n] = link_to_act(d, (enum act_id)i, c->list);
		if (strcmp(target, "none") == 0)
			items[n].link = str_fmt(d->v->a, "/do/%s/-", act_infos[i].name);
		else if (strcmp(target, "bid") == 0)
			items[n].link = str_fmt(d->v->a, "/challenges/%lld/bids", (long long)c->id);
		n++;
	}
	return n;
}

static struct rows acts_of(struct desk *d, const struct case_row *c)
{
	const struct viewer *w = d->v->who;
	struct rows open = acts_open(d->v->db, d->v->a, d->v->pg, c->id, (struct act_person){ w->person, w->org, w->role });
	struct next_item *items = NEW_ARRAY(d->v->a, open.n + ACT_COUNT, struct next_item);
	size_t n = acts_beside(d, c, items, 0);

	for (size_t i = 0; i < open.n; i++)
		items[n++] = link_to_act(d, (enum act_id)((int64_t *)open.v)[i], c->id);
	return (struct rows){ items, n };
}

/* While bids are received it is the bidders' turn; when the deadline has passed, of those who may open them. */
static bool my_opening(const struct view *v, const struct case_row *c)
{
	return c->deadline && v->now > c->deadline && policy_step(case_policy(v->pg, c->pack), c->stage, act_infos[ACT_bids_open].name)
		&& may_act(ACT_bids_open, v->who->role, REL_ANY);
}

void case_due(struct view *v, struct case_row *c, bool english)
{
	const struct policy *p = case_policy(v->pg, c->pack);
	const struct road_stage *s = policy_stage(p, c->stage);
	struct due due = due_of(v->a, p, c->stage, c->stage_since, v->today, english);

	c->owner = owner_words(v->a, p, s ? s->owner : STR(""), english);
	c->due = due.day;
	c->left = due.text;
	c->tone = str_of(due.tone);
	c->otherwise = due.otherwise;
}

static struct desk_item item_of(struct desk *d, const struct case_row *c)
{
	const struct policy *p = case_policy(d->v->pg, c->pack);

	return (struct desk_item){ .id = c->id, .number = c->number, .title = c->title, .stage = stage_label(p, c->stage, d->english),
		.owner = c->owner, .due = c->due, .left = c->left, .tone = c->tone, .otherwise = c->otherwise,
		.link = str_fmt(d->v->a, "/challenges/%lld", (long long)c->id) };
}

/* Who of my organisation is expected to act on the case: me, or a colleague (then I wait, though I still may). False: nobody in particular. */
static bool in_hand(struct desk *d, int64_t challenge, struct desk_item *item, bool *mine)
{
	const struct handed_row *h = d->handed.v;
	struct arena *a = d->v->a;

	for (size_t i = 0; i < d->handed.n; i++) {
		if (h[i].challenge != challenge)
			continue;
		*mine = h[i].taker == d->v->who->person;
		item->what = tr_sentence(a, d->english, *mine ? word(a, WORD_hand_over_mine, "reason", str_c(a, h[i].reason), NULL)
			: word(a, WORD_hand_over_other, "name", str_c(a, h[i].taker_name), NULL));
		if (!*mine)
			item->owner = item->what;
		return true;
	}
	return false;
}

static void sort_case(struct desk *d, struct case_row *c)
{
	const struct road_stage *s = policy_stage(case_policy(d->v->pg, c->pack), c->stage);
	struct desk_item item;

	if (!s || s->final)
		return;
	case_due(d->v, c, d->english);
	item = item_of(d, c);
	if (my_turn(d->v, c, s->owner) || my_opening(d->v, c))
		item.acts = acts_of(d, c);
	bool mine = true;
	if (item.acts.n)
		in_hand(d, c->id, &item, &mine);
	if (item.acts.n && mine)
		d->todo[d->todo_n++] = item;
	else
		d->waiting[d->waiting_n++] = item;
}

static void cases_fill(struct desk *d)
{
	struct view *v = d->v;
	struct viewer_case_key key = { .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .all = case_office(v->who->role),
		.limit = DESK_CASES };
	struct rows cases = db_all(v->db, v->a, "case_list", &key);

	d->todo_most = cases.n + DESK_CASES;
	d->handed = office_handed(v->db, v->a, v->pg->id, v->who->org, 0);
	d->todo = NEW_ARRAY(v->a, d->todo_most, struct desk_item);
	d->waiting = NEW_ARRAY(v->a, cases.n + 1, struct desk_item);
	for (size_t i = 0; i < cases.n; i++)
		sort_case(d, (struct case_row *)cases.v + i);
}

/* ---- seats on panels ---- */

static bool seat_act(const struct desk_seat *s, enum act_id *act)
{
	if (str_is(s->seat, "invited"))
		*act = ACT_panel_declare;
	else if (str_is(s->seat, "clear") && str_is(s->state, "seated"))
		*act = ACT_panel_opinion;
	else if (s->chair && str_is(s->seat, "opined") && str_is(s->state, "seated") && s->waiting == 0)
		*act = ACT_panel_report;
	else if (str_is(s->state, "reported") && !str_is(s->seat, "signed"))
		*act = ACT_panel_sign;
	else
		return false;
	return true;
}

static void seats_fill(struct desk *d)
{
	struct view *v = d->v;
	struct viewer_case_key key = { .programme = v->pg->id, .person = v->who->person };
	struct rows seats = db_all(v->db, v->a, "desk_seats", &key);
	const struct desk_seat *s = seats.v;

	for (size_t i = 0; i < seats.n && d->todo_n < d->todo_most; i++) {
		struct next_item *one = NEW(v->a, struct next_item);
		enum act_id act;

		if (!seat_act(&s[i], &act))
			continue;
		*one = link_to_act(d, act, s[i].panel);
		d->todo[d->todo_n++] = (struct desk_item){ .id = s[i].challenge, .number = s[i].number, .title = s[i].title,
			.stage = stage_label(v->pg->policy, s[i].stage, d->english), .due = s[i].meets,
			.link = str_fmt(v->a, "/challenges/%lld", (long long)s[i].challenge), .acts = { one, 1 } };
	}
}

/* ---- instalments, milestones, signatures ---- */

static struct str days_left(struct desk *d, int64_t due, struct str *tone)
{
	int64_t left = due ? day_between(d->v->today, due) : 0;
	const char *days = str_fmt(d->v->a, "%lld", (long long)(left < 0 ? -left : left)).p;

	*tone = !due || left > DESK_SOON ? STR("") : left < 0 ? STR("bad") : STR("warn");
	if (!due)
		return STR("");
	enum word_id id = left < 0 ? WORD_due_over : left == 0 ? WORD_due_today : WORD_due_left;
	return tr_sentence(d->v->a, d->english, word(d->v->a, id, "days", days, NULL));
}

static struct desk_item duty_item(struct desk *d, const struct desk_duty *u, enum act_id act)
{
	struct view *v = d->v;
	struct next_item *one = NEW(v->a, struct next_item);
	struct desk_item item = { .id = u->challenge, .number = u->number, .title = u->title, .due = u->due,
		.stage = stage_label(v->pg->policy, u->stage, d->english),
		.link = u->challenge ? str_fmt(v->a, "/challenges/%lld", (long long)u->challenge) : STR("/integrity"),
		.what = str_join(v->a, tr(d->english, str_of(act_infos[act].label)), " ", u->what), .acts = { one, 1 } };

	*one = link_to_act(d, act, u->target);
	item.left = days_left(d, u->due, &item.tone);
	return item;
}

static void duties_fill(struct desk *d)
{
	struct view *v = d->v;
	struct desk_duty_key key = { .programme = v->pg->id, .org = v->who->org, .role = str_of(role_name(v->who->role)), .today = v->today };
	struct rows duties = db_all(v->db, v->a, "desk_duties", &key);
	const struct desk_duty *u = duties.v;
	struct desk_item *all = NEW_ARRAY(v->a, d->todo_n + duties.n + 1, struct desk_item);

	for (size_t i = 0; i < d->todo_n; i++)
		all[i] = d->todo[i];
	d->todo = all;
	for (size_t i = 0; i < duties.n; i++) {
		enum act_id act;
		if (act_find(u[i].act, &act) && may_act(act, v->who->role, ~0u))
			d->todo[d->todo_n++] = duty_item(d, &u[i], act);
	}
}

/* ---- what waits beside the road (tables/dues.def) ---- */

static bool due_mine(const struct view *v, const struct due_thing *t)
{
	return str_is(t->role, role_name(v->who->role)) && (!t->org || t->org == v->who->org) && (!t->person || t->person == v->who->person);
}

/* Is it on the list already, from a statement of this page's own? */
static bool listed(const struct desk *d, struct str link)
{
	for (size_t i = 0; i < d->todo_n; i++) {
		const struct next_item *acts = d->todo[i].acts.v;

		for (size_t k = 0; k < d->todo[i].acts.n; k++)
			if (str_eq(acts[k].link, link))
				return true;
	}
	return false;
}

static void dues_fill(struct desk *d)
{
	struct view *v = d->v;
	struct rows all = deadline_things(v->db, v->a, v->pg->id, v->today, NULL);
	const struct due_thing *t = all.v;
	struct desk_item *items = NEW_ARRAY(v->a, d->todo_n + all.n + 1, struct desk_item);

	for (size_t i = 0; i < d->todo_n; i++)
		items[i] = d->todo[i];
	d->todo = items;
	for (size_t i = 0; i < all.n; i++) {
		struct desk_duty u = { t[i].challenge, t[i].number, t[i].title, t[i].stage, t[i].act, t[i].target, t[i].due, t[i].what };
		enum act_id act;

		if (due_mine(v, &t[i]) && act_find(t[i].act, &act) && may_act(act, v->who->role, ~0u) && !listed(d, link_to_act(d, act, t[i].target).link))
			d->todo[d->todo_n++] = duty_item(d, &u, act);
	}
}

/* ---- rounds and organisations: about no case ---- */

static void thing_add(struct desk *d, const struct desk_thing *t)
{
	struct view *v = d->v;
	struct next_item *one = NEW(v->a, struct next_item);
	struct desk_item *item = &d->todo[d->todo_n];
	enum act_id act;

	if (!act_find(t->act, &act))
		return;
	*one = link_to_act(d, act, t->target);
	*item = (struct desk_item){ .number = t->number, .title = t->title, .due = t->due, .acts = { one, 1 } };
	item->left = days_left(d, t->due, &item->tone);
	item->link = str_fmt(v->a, "%.*s%lld", STR_ARG(t->page), (long long)t->target);
	d->todo_n++;
}

static void things_fill(struct desk *d)
{
	struct view *v = d->v;
	struct desk_key key = { .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = str_of(role_name(v->who->role)),
		.today = v->today };
	struct rows things = db_all(v->db, v->a, "desk_things", &key);

	for (size_t i = 0; i < things.n && d->todo_n < d->todo_most; i++)
		thing_add(d, (const struct desk_thing *)things.v + i);
}

/* ---- what a colleague signed first ---- */

/* May this person sign it second: the right, the road, and no part in preparing it? */
static bool second_here(struct desk *d, const struct first_signature_row *s, enum act_id *act)
{
	struct view *v = d->v;
	const struct first_signature_row *open;

	if (s->person == v->who->person || !act_find(s->act_name, act))
		return false;
	struct act_request q = { .act = *act, .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = v->who->role,
		.target = s->thing, .now = v->now };
	return act_four_eyes(v->db, v->a, v->pg, &q, &open) && !act_author(v->db, v->a, v->pg, &q);
}

static void signings_fill(struct desk *d)
{
	struct view *v = d->v;
	struct signing_key key = { .programme = v->pg->id };
	struct rows open = db_all(v->db, v->a, "signing_waiting", &key);
	const struct first_signature_row *s = open.v;
	struct desk_item *all = NEW_ARRAY(v->a, d->todo_n + open.n + 1, struct desk_item);

	if (d->todo_n)
		memcpy(all, d->todo, d->todo_n * sizeof *all);
	d->todo = all;
	for (size_t i = 0; i < open.n; i++) {
		struct next_item *one = NEW(v->a, struct next_item);
		struct signing_case c = { 0 };
		enum act_id act;

		if (!second_here(d, &s[i], &act))
			continue;
		if (s[i].challenge)
			db_one(v->db, v->a, "signing_case", &(struct id_key){ s[i].challenge }, &c);
		struct str label = tr(d->english, str_of(act_infos[act].label));
		*one = (struct next_item){ tr(d->english, word_text(WORD_signing_desk)), str_fmt(v->a, "/signings/%lld", (long long)s[i].id) };
		d->todo[d->todo_n++] = (struct desk_item){ .id = s[i].challenge, .number = c.number, .title = c.title.n ? c.title : label,
			.stage = c.stage.n ? stage_label(v->pg->policy, c.stage, d->english) : c.stage, .link = one->link, .what = label, .acts = { one, 1 } };
	}
}

/* A case that is on my list already is not waited for as well. */
static void waiting_less(struct desk *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->waiting_n; i++) {
		bool mine = false;

		for (size_t k = 0; k < d->todo_n; k++)
			mine = mine || d->todo[k].id == d->waiting[i].id;
		if (!mine)
			d->waiting[n++] = d->waiting[i];
	}
	d->waiting_n = n;
}

static int by_due(const void *x, const void *y)
{
	const struct desk_item *a = x, *b = y;
	int64_t da = a->due ? a->due : 99991231, db = b->due ? b->due : 99991231;

	return da != db ? (da > db) - (da < db) : (a->id > b->id) - (a->id < b->id);
}

/* Acts that need no case: a round, a list, an expert. */
static struct rows starts(struct desk *d)
{
	struct next_item *items = NEW_ARRAY(d->v->a, ACT_COUNT, struct next_item);
	size_t n = 0;

	for (size_t i = 0; i < ACT_COUNT; i++)
		if (strcmp(act_infos[i].target, "none") == 0 && i != ACT_first_sign && i != ACT_waiver_ask && may_act((enum act_id)i, d->v->who->role, REL_ANY))
			items[n++] = (struct next_item){ tr(d->english, str_of(act_infos[i].label)), str_fmt(d->v->a, "/do/%s/-", act_infos[i].name) };
	return (struct rows){ items, n };
}

/* Messages were written in Chinese when they were sent. */
static struct rows notices(struct view *v, const struct viewer_case_key *key)
{
	struct rows r = db_all(v->db, v->a, "inbox_list", key);
	struct notice_item *n = r.v;

	for (size_t i = 0; i < r.n && str_is(v->who->lang, "en"); i++) {
		n[i].title = tr_sentence(v->a, true, n[i].title);
		n[i].body = tr_sentence(v->a, true, n[i].body);
	}
	return r;
}

bool desk_view(struct view *v, void *page)
{
	struct desk_page *p = page;
	struct desk d = { .v = v, .english = str_is(v->who->lang, "en") };
	struct viewer_case_key key = { .person = v->who->person, .limit = DESK_NEWS };

	cases_fill(&d);
	seats_fill(&d);
	things_fill(&d);
	duties_fill(&d);
	dues_fill(&d);
	signings_fill(&d);
	waiting_less(&d);
	qsort(d.todo, d.todo_n, sizeof *d.todo, by_due);
	qsort(d.waiting, d.waiting_n, sizeof *d.waiting, by_due);
	p->todo = (struct rows){ d.todo, d.todo_n };
	p->waiting = (struct rows){ d.waiting, d.waiting_n > DESK_WAITING ? DESK_WAITING : d.waiting_n };
	p->waiting_more = d.waiting_n > DESK_WAITING ? (int64_t)d.waiting_n - DESK_WAITING : 0;
	p->news = notices(v, &key);
	p->starts = starts(&d);
	return true;
}

bool inbox_view(struct view *v, void *page)
{
	struct inbox_page *p = page;
	int64_t per = view_query_int(v, "per", 1, 200, 50), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct viewer_case_key key = { .person = v->who->person, .limit = per, .offset = (n - 1) * per };
	struct id_key me = { .id = v->who->person };
	struct count_row total = { 0 }, unread = { 0 };

	p->items = notices(v, &key);
	db_one(v->db, v->a, "inbox_count", &key, &total);
	db_one(v->db, v->a, "inbox_unread", &me, &unread);
	p->unread_n = unread.n;
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

/* POST /inbox/read: all of mine are read. */
bool inbox_handle(struct ask *k)
{
	struct inbox_row row = { .person = k->who->person, .read_at = k->q->now };
	struct rows pairs;
	struct str error;

	if (!str_is(k->path, "/inbox/read"))
		return false;
	if (k->q->method != METHOD_POST || !row.person || !ask_pairs(k, &pairs, &error) || !csrf_ok(k->q, k->who, pair_value(pairs, "csrf"))) {
		page_fail(k, k->q->method == METHOD_POST ? 403 : 405);
		return true;
	}
	if (db_begin(k->w->write)) {
		db_run(k->w->write, "inbox_read_all", &row);
		if (!db_commit(k->w->write))
			db_fault_clear(k->w->write);
	}
	response_redirect(k->out, k->w->a, STR("/inbox"));
	return true;
}
