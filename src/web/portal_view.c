/*
 * What everybody sees: the front page, the list of challenges, the rules, the head of the book.  Only listed challenges in a public
 * scope, in their public wording.
 */
#include "across/publish/publish.h"
#include "web/inside.h"
#include "across/law/law.h"
#include "base/day.h"
#include "base/word.h"
#include "base/choice.h"
#include "base/limits.h"
#include "life/1-need/need.h"
#include "life/3-bid/bid.h"

#define PORTAL_ROWS 8

bool portal_view(struct view *v, void *page)
{
	struct portal_page *p = page;
	struct open_key key = { .programme = v->pg->id, .now = v->now, .state = STR("open"), .limit = PORTAL_ROWS };

	db_one(v->db, v->a, "open_figures", &key, p);
	p->open = db_all(v->db, v->a, "open_list", &key);
	p->policy_title = str_is(v->who->lang, "en") && v->pg->policy->title_en.n ? v->pg->policy->title_en : v->pg->policy->title;
	p->policy_issued = v->pg->policy->number;
	return true;
}

/* A list's items for a select, the chosen one marked. */
struct rows choice_items(struct view *v, struct rows list, struct str chosen)
{
	struct choice_item *items = NEW_ARRAY(v->a, list.n + 1, struct choice_item);
	const struct choice *c = list.v;
	bool english = str_is(v->who->lang, "en");

	for (size_t i = 0; i < list.n; i++)
		items[i] = (struct choice_item){ c[i].code, tr_with(v->pg->policy, english, c[i].label), str_eq(c[i].code, chosen) };
	return (struct rows){ items, list.n };
}

struct rows pager_row(struct view *v, int64_t total, int64_t page, int64_t per_page)
{
	struct pager *p = NEW(v->a, struct pager);

	view_pager(v, p, total, page, per_page);
	return (struct rows){ p, 1 };
}

bool open_view(struct view *v, void *page)
{
	struct open_page *p = page;
	int64_t per = view_query_int(v, "per", 1, LIMIT_PAGE_ROWS_MAX, LIMIT_PAGE_ROWS), n = view_query_int(v, "page", 1, 1 << 20, 1);
	struct open_key key = { .programme = v->pg->id, .now = v->now, .q = view_query(v, "q"), .field = view_query(v, "field"),
		.kind = view_query(v, "kind"), .state = view_query(v, "state"), .sort = view_query(v, "sort"), .limit = per, .offset = (n - 1) * per };
	struct count_row total = { 0 };

	if (str_is(view_query(v, "format"), "csv"))
		key.limit = LIMIT_PAGE_ROWS_MAX * 20;
	p->items = db_all(v->db, v->a, "open_list", &key);
	db_one(v->db, v->a, "open_count", &key, &total);
	p->q = key.q;
	p->fields = choice_items(v, policy_list(v->pg->policy, "industry_field"), key.field);
	p->kinds = choice_items(v, policy_list(v->pg->policy, "project_type"), key.kind);
	p->states = choice_items(v, choices_builtin(v->a, "open_state"), key.state);
	p->sorts = choice_items(v, choices_builtin(v->a, "open_sort"), key.sort);
	p->filtered = key.q.n || key.field.n || key.kind.n || key.state.n;
	p->pager = pager_row(v, total.n, n, per);
	return true;
}

/* A unit of the restricted scope that signed for it reads the confidential wordings here (8.1.c). */
static void show_confidential(struct view *v, struct open_item_page *p)
{
	struct need_reader who = { .programme = v->pg->id, .person = v->who->person, .org = v->who->org, .role = v->who->role };
	enum need_sight sight;
	struct need_full n;

	if (v->who->role != ROLE_unit || !need_current(v->db, v->a, p->id, &n) || !n.need.confidential)
		return;
	sight = need_sight(v->db, v->a, p->id, &who);
	p->may_sign = sight == NEED_PUBLIC && need_named(v->db, v->a, p->id, v->who->org);
	if (sight != NEED_SIGNED)
		return;
	p->confidential = 1;
	p->problem = n.need.problem;
	p->goal = n.need.goal;
	p->conditions = n.need.conditions;
	p->indicators = n.indicators;
}

bool open_item_view(struct view *v, void *page)
{
	struct open_item_page *p = page;
	struct need_public_key key = { .programme = v->pg->id, .challenge = v->id, .org = v->who->org, .now = v->now };
	struct need_public_row row;

	if (!need_public_find(v->db, v->a, &key, &row))
		return false;
	*p = (struct open_item_page){ .id = row.id, .number = row.number, .field = row.field, .kind = row.kind, .stage = row.stage,
		.demander_name = row.demander_name, .deadline = row.deadline, .problem = row.problem, .goal = row.goal, .period = row.period,
		.pay_fen = row.pay_fen, .ownership = row.ownership, .conditions = row.conditions, .indicators = row.indicators };
	show_confidential(v, p);
	p->open = str_is(row.stage, "bid.open") && row.deadline >= v->now;
	p->may_bid = p->open && (v->who->role == ROLE_unit || v->who->role == ROLE_public);
	p->may_ask = p->open && (v->who->role == ROLE_public || (v->who->role == ROLE_unit && row.demander != v->who->org));
	p->questions = db_all(v->db, v->a, "bid_questions", &(struct question_key){ row.id, v->who->role == ROLE_unit ? v->who->org : 0,
		v->who->role == ROLE_bureau });
	p->turns = db_all(v->db, v->a, "case_turns", &(struct id_key){ row.id });
	v->title = str_fmt(v->a, "%.*s %.*s", STR_ARG(row.number), STR_ARG(row.title));
	return true;
}

/* ---- rules ---- */

static struct rows rules_of(struct view *v, struct str clause, bool english)
{
	const struct policy *p = v->pg->policy;
	struct error_item *items = NEW_ARRAY(v->a, RULE_COUNT + 1, struct error_item);
	size_t n = 0;

	for (int i = 0; i < RULE_COUNT; i++) {
		const struct binding *b = policy_binding(p, (enum rule_id)i);

		for (size_t c = 0; b && c < b->clauses.n; c++)
			if (str_eq(((struct str *)b->clauses.v)[c], clause))
				items[n++] = (struct error_item){ .name = str_of(rule_infos[i].name),
					.text = tr(english, str_of(rule_infos[i].remedy)) };
	}
	return (struct rows){ items, n };
}

/* The text of a reading, with what was corrected of it. */
static struct str reading_text(struct view *v, const struct interpretation_row *row)
{
	struct rows all = corrections_of(v->db, v->a, v->pg->id, "interpretation", row->id);
	const struct correction_line *c = all.v;
	struct buf b = { .arena = v->a };

	buf_put(&b, str_is(v->who->lang, "en") && row->text_en.n ? row->text_en : row->text);
	for (size_t i = 0; i < all.n; i++)
		buf_put(&b, view_say(v, word(v->a, WORD_law_corrected, "day", str_c(v->a, day_text(v->a, c[i].day)),
			"what", str_c(v->a, c[i].what), "wording", str_c(v->a, c[i].wording), NULL)));
	return buf_str(&b);
}

static struct error_item reading(struct view *v, const struct interpretation_row *row)
{
	return (struct error_item){ .label = word(v->a, WORD_law_reading, "day", str_c(v->a, day_text(v->a, row->day)), "by", str_c(v->a, row->by_whom),
		"number", str_c(v->a, row->number), NULL), .text = reading_text(v, row) };
}

/* The newest recorded reading stands before those that were there; without one, the pack's own. */
static struct rows notes_of(struct view *v, struct str clause, struct rows readings)
{
	const struct clause *c = v->pg->policy->interpretations.v;
	const struct interpretation_row *row = readings.v;
	struct error_item *items = NEW_ARRAY(v->a, v->pg->policy->interpretations.n + readings.n + 1, struct error_item);
	size_t n = 0;

	for (size_t i = 0; i < readings.n; i++)
		if (str_eq(row[i].clause, clause))
			items[n++] = reading(v, &row[i]);
	for (size_t i = 0; i < v->pg->policy->interpretations.n; i++)
		if (str_eq(c[i].id, clause))
			items[n++] = (struct error_item){ .label = c[i].number,
				.text = str_is(v->who->lang, "en") && c[i].text_en.n ? c[i].text_en : c[i].text };
	return (struct rows){ items, n };
}

/* "R D" as a list of codes: "R,D". */
static struct str kinds_of(struct view *v, struct str letters)
{
	struct buf b = { .arena = v->a };

	while (letters.n) {
		struct str one = str_cut(&letters, ' ');

		buf_puts(&b, b.n && one.n ? "," : "");
		buf_put(&b, one);
	}
	return buf_str(&b);
}

bool rules_view(struct view *v, void *page)
{
	const struct policy *p = v->pg->policy;
	const struct clause *c = p->clauses.v;
	struct rules_page *out = page;
	struct clause_item *items = NEW_ARRAY(v->a, p->clauses.n + 1, struct clause_item);
	bool english = str_is(v->who->lang, "en");
	struct rows readings = law_readings(v->db, v->a, v->pg->id, STR(""));

	for (size_t i = 0; i < p->clauses.n; i++) {
		struct rows notes = notes_of(v, c[i].id, readings);
		items[i] = (struct clause_item){ .id = c[i].id, .number = c[i].number, .kind = kinds_of(v, c[i].kind), .source = c[i].source,
			.text = english && c[i].text_en.n ? c[i].text_en : c[i].text, .manual = tr_with(p, english, c[i].manual),
			.notes = { notes.v, notes.n ? 1 : 0 }, .former = { (struct error_item *)notes.v + (notes.n ? 1 : 0), notes.n ? notes.n - 1 : 0 },
			.rules = rules_of(v, c[i].id, english) };
	}
	*out = (struct rules_page){ .title = english && p->title_en.n ? p->title_en : p->title, .issued = p->number, .place = p->place,
		.in_force = p->in_force, .digest = p->digest, .clauses = { items, p->clauses.n } };
	return true;
}

bool book_view(struct view *v, void *page)
{
	struct id_key key = { .id = v->pg->id };
	struct book_page *p = page;

	db_one(v->db, v->a, "book_head", &key, p);
	p->lines = db_all(v->db, v->a, "book_last", &key);
	return true;
}
