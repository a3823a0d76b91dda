/* Objections as the bureau reads them, and what the objector reads with number and code.  Reads only. */
#include "base/choice.h"
#include "base/limits.h"
#include "life/6-notice/objection.h"
#include "web/frame.h"
#include "web/view.h"

static struct rows states(struct view *v, struct str chosen)
{
	struct rows list = choices_builtin(v->a, "objection_state");
	const struct choice *c = list.v;
	struct notice_state_item *out = NEW_ARRAY(v->a, list.n + 1, struct notice_state_item);

	for (size_t i = 0; i < list.n; i++)
		out[i] = (struct notice_state_item){ c[i].code, c[i].label, str_eq(c[i].code, chosen) };
	return (struct rows){ out, list.n };
}

bool objections_view(struct view *v, void *page)
{
	struct objections_page *out = page;
	int64_t at = view_query_int(v, "page", 1, 1 << 20, 1), per = LIMIT_PAGE_ROWS;
	struct objection_key key = { .programme = v->pg->id, .state = view_query(v, "state"),
		.challenge = view_query_int(v, "challenge", 1, INT64_MAX, 0), .today = v->today, .limit = per, .offset = (at - 1) * per };
	struct count_row total = { 0 };

	out->states = states(v, key.state);
	out->filtered = key.state.n || key.challenge;
	out->items = db_all(v->db, v->a, "objections_list", &key);
	db_one(v->db, v->a, "objections_count", &key, &total);
	out->pager = pager_row(v, total.n, at, per);
	return true;
}

static void fill_objector(struct view *v, struct objection_page *out)
{
	struct objector_row w;

	if (!db_one(v->db, v->a, "objector_of", &(struct objection_key){ .id = out->id }, &w))
		return;
	out->knows = 1;
	out->name = w.name_secret, out->phone = w.phone_secret, out->id_number = w.id_number_secret, out->credit_code = w.credit_code_secret;
	out->contact = w.contact_secret, out->facts = w.facts_secret, out->scan = w.scan, out->evidence = w.evidence;
	out->keep_secret = w.keep_secret;
}

static void fill_acts(struct view *v, struct objection_page *out)
{
	bool bureau = v->who->role == ROLE_bureau;
	bool running = str_is(out->state, "accepted") || str_is(out->state, "investigating");

	out->may_accept = bureau && str_is(out->state, "filed");
	out->may_investigate = out->may_hear = bureau && running;
	out->may_decide = bureau && str_is(out->state, "investigating");
	out->may_answer = bureau && str_is(out->state, "decided");
}

bool objection_view(struct view *v, void *page)
{
	struct objection_page *out = page;
	struct objection_key key = { .id = v->id };
	struct objection_case_row c;
	struct objection_row o;

	if (!objection_find(v->db, v->a, v->id, &o) || o.programme != v->pg->id)
		return false;
	key.notice = o.notice;
	if (!db_one(v->db, v->a, "objection_case", &key, &c))
		return false;
	fields_copy(&objection_page_fields, out, &objection_row_fields, &o);
	out->challenge_number = c.challenge_number, out->title = c.title, out->notice_number = c.notice_number;
	out->open = objection_open(o.state);
	out->late = out->open && o.due && o.due < v->today;
	if (objection_knows(v->db, v->a, &o, v->who->role, v->who->person))
		fill_objector(v, out);
	out->hearings = db_all(v->db, v->a, "objection_hearings_shown", &key);
	out->steps = db_all(v->db, v->a, "objection_steps", &key);
	fill_acts(v, out);
	v->title = str_join(v->a, o.number, " ", c.title);
	return true;
}

bool objection_follow_view(struct view *v, void *page)
{
	struct objection_follow_page *out = page;
	struct str number = view_query(v, "number"), code = view_query(v, "code");
	struct objection_case_row c;
	struct objection_row o;

	out->asked = number.n && code.n;
	out->number_asked = number;
	if (!out->asked || !objection_by_code(v->db, v->a, v->pg->id, number, code, &o)
		|| !db_one(v->db, v->a, "objection_case", &(struct objection_key){ .notice = o.notice }, &c))
		return true;
	out->found = 1;
	out->number = o.number, out->notice_number = c.notice_number, out->state = o.state, out->filed_on = o.filed_on;
	out->open = objection_open(o.state);
	out->due = o.due;
	out->refused = str_is(o.state, "refused");
	out->reason = out->refused ? o.reason : STR("");
	out->result = str_is(o.state, "answered") ? o.result : STR("");
	out->answer = o.answer, out->answered_on = o.answered_on;
	out->may_withdraw = out->open && !str_is(o.state, "decided");
	return true;
}
