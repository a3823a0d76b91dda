/*
 * The cases one may see as a list, and a case's own first pages: overview and history.
 */
#include "web/inside.h"
#include "life/1-need/relist.h"
#include "across/document/document.h"
#include "across/extra/extra.h"
#include "across/race/race.h"
#include "base/choice.h"
#include "base/limits.h"
#include "base/word.h"

#define RECENT 6
#define HISTORY 1000

bool challenges_view(struct view *v, void *page)
{
	struct challenges_page *p = page;
	bool english = str_is(v->who->lang, "en");
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct viewer_case_key key = { .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .all = case_office(v->who->role),
		.q = view_query(v, "q"), .field = view_query(v, "field"), .stage = view_query(v, "stage"), .sort = view_query(v, "sort"),
		.closed = view_query_int(v, "closed", 0, 1, 0), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	if (str_is(view_query(v, "format"), "csv"))
		key.limit = LIMIT_PAGE_ROWS_MAX * 20;
	p->items = db_all(v->db, v->a, "case_list", &key);
	for (size_t i = 0; i < p->items.n; i++)
		case_due(v, (struct case_row *)p->items.v + i, english);
	db_one(v->db, v->a, "case_count", &key, &total);
	p->q = key.q;
	p->fields = choice_items(v, policy_list(v->pg->policy, "industry_field"), key.field);
	p->stages = choice_items(v, stage_choices(v->a, v->pg->policy, english), key.stage);
	p->sorts = choice_items(v, choices_builtin(v->a, "case_sort"), key.sort);
	p->closed = key.closed;
	p->filtered = key.q.n || key.field.n || key.stage.n || key.closed;
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

static struct rows history(struct view *v, int64_t limit)
{
	struct viewer_case_key key = { .challenge = v->challenge, .person = v->who->person, .org = v->who->org,
		.all = v->relations & REL_AUDITOR ? CASES_ALL : case_office(v->who->role),
		.handles = v->who->role == ROLE_bureau, .limit = limit };
	struct rows r = db_all(v->db, v->a, "case_history", &key);
	struct history_item *h = r.v;

	for (size_t i = 0; i < r.n; i++)
		h[i].receipt = act_receipt(v->a, v->pg->prefix, h[i].at, h[i].seq);
	return r;
}

static void person(struct people_item *items, size_t *n, struct str part, struct str name)
{
	if (name.n)
		items[(*n)++] = (struct people_item){ part, name };
}

/* Before the notice bidders do not learn who is to win. */
static bool undecided(const struct view *v, const struct challenge_row *c)
{
	return v->who->role == ROLE_unit && !(v->relations & REL_DEMANDER) && str_starts(c->stage, "decision.");
}

static struct rows people(struct view *v, const struct challenge_row *c)
{
	bool english = str_is(v->who->lang, "en");
	struct people_item *items = NEW_ARRAY(v->a, 8, struct people_item);
	struct id_key key = { .id = c->demander }, award = { .id = c->award_bid };
	struct people_item one = { 0 };
	size_t n = 0;

	if (db_one(v->db, v->a, "org_name_of", &key, &one))
		person(items, &n, tr(english, word_text(WORD_owner_demander)), one.name);
	if (c->award_bid && !undecided(v, c) && db_one(v->db, v->a, "bid_org_of", &award, &one))
		person(items, &n, tr(english, word_text(WORD_owner_bidder)), one.name);
	person(items, &n, tr(english, word_text(WORD_part_bureau)), policy_local_name(v->pg->policy, "bureau"));
	return (struct rows){ items, n };
}

/* The case's papers, as far as this reader may open them. */
static struct rows papers(struct view *v)
{
	struct viewer_case_key key = { .challenge = v->challenge };
	struct document_reader reader = { v->who->person, v->who->role, v->relations };
	struct rows r = db_all(v->db, v->a, "case_papers", &key);
	struct paper_item *items = r.v;
	size_t n = 0;

	for (size_t i = 0; i < r.n; i++) {
		const struct document_info *d = document_info(items[i].kind);

		if (d && document_readable(v->db, v->a, d, items[i].id, &reader))
			items[n++] = items[i];
	}
	return (struct rows){ r.v, n };
}

bool dossier_view(struct view *v, void *page)
{
	struct dossier_page *p = page;
	struct id_key key = { .id = v->challenge };
	struct challenge_row c;

	if (!db_one(v->db, v->a, "challenge_read", &key, &c))
		return false;
	*p = (struct dossier_page){ .number = c.number, .project_number = c.project_number, .title = c.title, .stage = c.stage, .field = c.field,
		.kind = c.kind, .scope = c.scope, .filed_at = c.filed_at, .deadline = c.deadline };
	struct race_row race;
	if (race_of(v->db, v->a, v->challenge, &race)) {
		p->race = race.challenge;
		p->runner = race.challenge != v->challenge;
	}
	p->people = people(v, &c);
	p->recent = history(v, RECENT);
	p->papers = papers(v);
	if ((v->who->role != ROLE_unit && v->who->role != ROLE_expert) || (v->relations & (REL_DEMANDER | REL_AWARDEE))) {
		p->extra = extra_of_case(v->db, v->a, v->challenge);
		p->steps = step_notes_of_case(v->db, v->a, v->challenge);
	}
	p->turns = db_all(v->db, v->a, "case_turns", &key);
	p->kin = db_all(v->db, v->a, "case_kin", &(struct viewer_case_key){ .challenge = v->challenge, .org = v->who->org,
		.all = case_office(v->who->role) == CASES_ALL });
	p->municipal = db_all(v->db, v->a, "call_municipal_notes", &(struct challenge_key){ v->challenge });
	p->is_municipal = str_is(c.stage, "closed.municipal");
	p->may_note = p->is_municipal && may_act(ACT_municipal_note, v->who->role, v->relations);
	p->may_relist = relist_possible(v->db, v->a, v->challenge, c.stage) && may_act(ACT_relist_propose, v->who->role, v->relations);
	v->title = str_fmt(v->a, "%.*s %.*s", STR_ARG(c.number), STR_ARG(c.title));
	return true;
}

bool history_view(struct view *v, void *page)
{
	struct history_page *p = page;

	p->items = history(v, HISTORY);
	return true;
}
