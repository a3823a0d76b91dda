/*
 * What stands around every page: the bar, who is signed in, the receipt of what was just done, and for a case its head, road,
 * next acts and tabs.
 */
#include "web/inside.h"
#include "across/signing/signing.h"
#include "base/word.h"
#include <string.h>

static const struct {
	enum route_id route;
	const char *label;
} nav[] = {
#define NAV(ROUTE_ID, LABEL) { ROUTE_##ROUTE_ID, LABEL },
#include "tables/nav.def"
#undef NAV
};
#define NAVS (sizeof nav / sizeof *nav)

static const struct {
	const char *id, *label, *english;
} rooms[] = {
#define ROOM(ID, LABEL, ENGLISH) { #ID, LABEL, ENGLISH },
#include "tables/stages.def"
#undef ROOM
};
#define ROOMS (sizeof rooms / sizeof *rooms)

static bool under(struct str path, const char *pattern)
{
	size_t n = strlen(pattern);

	return str_starts(path, pattern) && (path.n == n || path.p[n] == '/');
}

static void nav_fill(struct ask *k, struct frame *f)
{
	struct link_item *items = NEW_ARRAY(k->v.a, NAVS, struct link_item);
	size_t n = 0;

	for (size_t i = 0; i < NAVS; i++) {
		const struct route_info *r = &route_infos[nav[i].route];

		if (!may_see(nav[i].route, k->who->role, REL_ANY))
			continue;
		items[n++] = (struct link_item){ .title = tr(k->english, str_of(nav[i].label)), .link = str_of(r->pattern),
			.here = under(k->path, r->pattern) };
	}
	f->nav = (struct rows){ items, n };
}

static struct str file_link(struct ask *k, const char *name)
{
	const struct static_file *f = site_file(k->w->site, str_of(name));

	return f ? str_fmt(k->v.a, "/assets/%s?v=%.*s", name, STR_ARG(f->digest)) : STR("");
}

static struct rows files_fill(struct ask *k, const char *const *names, size_t n)
{
	struct link_item *items = NEW_ARRAY(k->v.a, n + 1, struct link_item);
	size_t have = 0;

	for (size_t i = 0; i < n; i++) {
		struct str link = file_link(k, names[i]);

		if (link.n)
			items[have++].link = link;
	}
	if (k->v.script.n && n == 2 && strstr(names[0], ".js"))
		items[have++].link = file_link(k, str_c(k->v.a, k->v.script));
	return (struct rows){ items, have };
}

/* A first signature speaks of the act that it is about. */
static struct str flash_says(struct ask *k, const struct journal_line *line, enum act_id act)
{
	struct first_signature_row s;

	if (act == ACT_first_sign && db_one(k->v.db, k->v.a, "signing_one", &(struct id_key){ line->made }, &s) && act_find(s.act_name, &act))
		return word(k->v.a, WORD_signing_flash, "act", act_infos[act].label, NULL);
	return word(k->v.a, WORD_flash_done, "act", act_infos[act].label, NULL);
}

static void flash_fill(struct ask *k, struct frame *f)
{
	struct journal_key key = { .programme = k->w->pg->id, .act_key = view_query(&k->v, "done") };
	struct flash_item *item = NEW(k->v.a, struct flash_item);
	struct journal_line line;
	enum act_id act;

	if (!key.act_key.n || !db_one(k->v.db, k->v.a, "journal_by_key", &key, &line) || line.person != k->who->person)
		return;
	if (!act_find(line.act, &act))
		return;
	item->title = tr_sentence(k->v.a, k->english, flash_says(k, &line, act));
	item->receipt = act_receipt(k->v.a, k->w->pg->prefix, line.at, line.seq);
	item->at = line.at;
	item->digest = line.hash;
	f->flash = (struct rows){ item, 1 };
}

static void crumb(struct ask *k, struct frame *f, struct str title, struct str link)
{
	struct link_item *items = NEW_ARRAY(k->v.a, f->crumbs.n + 1, struct link_item);

	if (f->crumbs.n)
		memcpy(items, f->crumbs.v, f->crumbs.n * sizeof *items);
	items[f->crumbs.n] = (struct link_item){ .title = title, .link = link };
	f->crumbs = (struct rows){ items, f->crumbs.n + 1 };
}

/* ---- the case ---- */

static void road_fill(struct ask *k, struct frame *f, const struct challenge_row *c)
{
	const struct road_stage *here = policy_stage(k->policy, c->stage);
	struct road_item *items = NEW_ARRAY(k->v.a, ROOMS, struct road_item);
	bool before = here && !str_is(c->stage, "start");

	for (size_t i = 0; i < ROOMS; i++) {
		bool at = here && str_is(here->room, rooms[i].id);

		items[i].title = str_of(k->english ? rooms[i].english : rooms[i].label);
		items[i].state = at ? here->final ? STR("done") : STR("here") : before ? STR("done") : STR("next");
		if (at) {
			items[i].note = stage_label(k->policy, c->stage, k->english);
			before = false;
		}
	}
	f->road = (struct rows){ items, ROOMS };
}

static void next_fill(struct ask *k, struct frame *f)
{
	struct rows open = acts_open(k->v.db, k->v.a, k->v.pg, k->v.challenge,
		(struct act_person){ k->who->person, k->who->org, k->who->role });
	struct next_item *items = NEW_ARRAY(k->v.a, open.n + 1, struct next_item);
	const int64_t *act = open.v;

	for (size_t i = 0; i < open.n; i++) {
		items[i].title = tr(k->english, str_of(act_infos[act[i]].label));
		items[i].link = str_fmt(k->v.a, "/do/%s/%lld", act_infos[act[i]].name, (long long)k->v.challenge);
	}
	f->next = (struct rows){ items, open.n };
}

static struct str tab_link(struct arena *a, const char *pattern, int64_t id)
{
	const char *hole = strstr(pattern, "{id}");

	return hole ? str_fmt(a, "%.*s%lld%s", (int)(hole - pattern), pattern, (long long)id, hole + 4) : str_of(pattern);
}

static const enum route_id tabs[] = {
#define TAB(ROUTE_ID) ROUTE_##ROUTE_ID,
#include "tables/tabs.def"
#undef TAB
};

/* A runner of a horse race was demanded, bid for, reviewed and published with its project. */
static bool of_project(enum route_id tab)
{
	return tab == ROUTE_need || tab == ROUTE_bids || tab == ROUTE_review || tab == ROUTE_decision || tab == ROUTE_notice;
}

static void tabs_fill(struct ask *k, struct frame *f, bool runner)
{
	struct link_item *items = NEW_ARRAY(k->v.a, ROUTE_COUNT, struct link_item);
	size_t n = 0;

	for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
		const struct route_info *r = &route_infos[tabs[i]];

		if (!may_see(tabs[i], k->who->role, k->v.relations) || (runner && of_project(tabs[i])))
			continue;
		items[n].title = tr(k->english, str_of(r->title));
		items[n].link = tab_link(k->v.a, r->pattern, k->v.challenge);
		items[n].here = str_eq(items[n].link, k->path);
		bool narrow = k->who->role == ROLE_unit || k->who->role == ROLE_expert;
		narrow |= tabs[i] == ROUTE_race;        /* few cases have one */
		n += items[n].here || !narrow || route_leads(k, items[n].link);
	}
	f->tabs = (struct rows){ items, n };
}

static void case_fill(struct ask *k, struct frame *f)
{
	struct id_key key = { .id = k->v.challenge };
	struct challenge_row c;
	const struct road_stage *s;
	struct due due;

	if (!k->v.challenge || !may_see(ROUTE_dossier, k->who->role, k->v.relations)
		|| !db_one(k->v.db, k->v.a, "challenge_read", &key, &c))
		return;
	s = policy_stage(k->policy, c.stage);
	due = due_of(k->v.a, k->policy, c.stage, c.stage_since, k->v.today, k->english);
	f->in_case = 1;
	f->case_id = c.id;
	f->case_number = c.number;
	f->case_title = c.title;
	f->case_stage = stage_label(k->policy, c.stage, k->english);
	f->case_owner = owner_words(k->v.a, k->policy, s ? s->owner : STR(""), k->english);
	f->case_since = c.stage_since;
	f->case_due = due.day;
	f->case_due_left = due.text;
	f->case_due_tone = str_of(due.tone);
	f->case_otherwise = due.otherwise;
	f->case_deadline = str_is(c.stage, "bid.open") ? c.deadline : 0;
	f->waivers = waivers_of_case(k, c.id);
	road_fill(k, f, &c);
	next_fill(k, f);
	tabs_fill(k, f, str_is(c.entry, "runner"));
	crumb(k, f, tr(k->english, str_of(route_infos[ROUTE_challenges].title)), STR("/challenges"));
}

static void viewer_fill(struct ask *k, struct frame *f)
{
	struct id_key key = { .id = k->who->person };
	struct count_row n = { 0 };

	f->lang = k->english ? STR("en") : STR("zh-CN");
	f->english = k->english;
	f->server_now = k->q->now;
	f->other_lang = word_text(k->english ? WORD_lang_other_en : WORD_lang_other_zh);
	f->other_lang_link = link_with(k->v.a, &k->v, STR(""), "lang", k->english ? STR("zh") : STR("en"));
	f->signed_in = k->who->person != 0;
	f->viewer_name = k->who->name;
	f->viewer_org = k->who->org_name;
	f->viewer_role = str_of(role_name(k->who->role));
	f->csrf = k->who->csrf;
	f->demo = k->w->demo;
	f->several = k->w->programmes.n > 1;
	if (k->who->person && db_one(k->v.db, k->v.a, "inbox_unread", &key, &n))
		f->unread = n.n;
	if (f->unread)
		f->unread_text = f->unread > 99 ? STR("99+") : str_fmt(k->v.a, "%lld", (long long)f->unread);
}

static struct str site_name(struct ask *k)
{
	struct str place = tr_with(k->v.pg->policy, k->english, k->v.pg->policy->place);

	if (k->english)
		return str_fmt(k->v.a, "%.*s %.*s", STR_ARG(place), STR_ARG(tr(true, word_text(WORD_site_short))));
	return word(k->v.a, WORD_site_name, "place", str_c(k->v.a, place), NULL);
}

void frame_fill(struct ask *k, struct frame *f)
{
	static const char *const styles[] = { "tabler.min.css", "style.css" }, *const scripts[] = { "htmx.min.js", "app.js" };

	f->place = tr_with(k->v.pg->policy, k->english, k->v.pg->policy->place);
	f->site = site_name(k);
	f->title = k->v.title;
	f->path = k->path;
	viewer_fill(k, f);
	nav_fill(k, f);
	f->styles = files_fill(k, styles, 2);
	f->scripts = files_fill(k, scripts, 2);
	flash_fill(k, f);
	case_fill(k, f);
}
