/* Notices for everybody, without an account: the list with its filter, and one of them (8.5.a). */
#include "across/publish/publish.h"
#include "base/choice.h"
#include "base/limits.h"
#include "life/6-notice/objection.h"
#include "web/frame.h"
#include "web/view.h"

static struct rows state_items(struct view *v, struct str chosen)
{
	struct rows list = choices_builtin(v->a, "notice_state");
	const struct choice *c = list.v;
	struct notice_state_item *out = NEW_ARRAY(v->a, list.n + 1, struct notice_state_item);

	for (size_t i = 0; i < list.n; i++)
		out[i] = (struct notice_state_item){ c[i].code, c[i].label, str_eq(c[i].code, chosen) };
	return (struct rows){ out, list.n };
}

static struct rows lines(struct view *v, struct rows found)
{
	const struct notice_public_row *n = found.v;
	struct notice_line *out = NEW_ARRAY(v->a, found.n + 1, struct notice_line);

	for (size_t i = 0; i < found.n; i++) {
		bool running = str_is(n[i].state, "running");

		out[i] = (struct notice_line){ .id = n[i].id, .number = n[i].number, .challenge_number = n[i].challenge_number, .title = n[i].title,
			.demander = n[i].demander, .winner = view_say(v, n[i].winner), .quote_fen = n[i].quote_fen, .fiscal_fen = n[i].fiscal_fen,
			.first_day = n[i].first_day, .last_day = n[i].last_day, .state = n[i].state, .running = running,
			.days_left = running ? notice_days_left(v->pg->calendar, v->today, n[i].last_day) : 0 };
	}
	return (struct rows){ out, found.n };
}

static int64_t restricted(const struct view *v)
{
	return (v->who->role != ROLE_public && v->who->role != ROLE_unit && v->who->role != ROLE_expert && v->who->role != ROLE_park)
		|| notice_restricted_shown(v->pg->policy);
}

bool notices_view(struct view *v, void *page)
{
	struct notices_page *out = page;
	int64_t at = view_query_int(v, "page", 1, 1 << 20, 1), per = LIMIT_PAGE_ROWS;
	struct notice_key key = { .programme = v->pg->id, .org = v->who->org, .restricted = restricted(v),
		.q = view_query(v, "q"), .state = view_query(v, "state"), .limit = per,
		.offset = (at - 1) * per };
	struct pager *pager = NEW(v->a, struct pager);

	out->q = key.q;
	out->states = state_items(v, key.state);
	out->filtered = key.q.n || key.state.n;
	out->items = lines(v, notice_public(v->db, v->a, &key));
	view_pager(v, pager, notice_public_total(v->db, v->a, &key), at, per);
	out->pager = (struct rows){ pager, 1 };
	return true;
}

bool notice_item_view(struct view *v, void *page)
{
	struct notice_item_page *out = page;
	struct notice_public_row n;
	struct challenge_row c;

	struct notice_key key = { .programme = v->pg->id, .id = v->id, .org = v->who->org, .restricted = restricted(v) };

	if (!notice_find_for(v->db, v->a, &key, &n))
		return false;
	if (db_one(v->db, v->a, "challenge_read", &(struct id_key){ .id = n.challenge }, &c)) {
		const struct policy *p = programme_pack(v->pg, c.pack);
		out->scores = notice_scores(v->db, v->a, p, n.challenge);
		out->experts = notice_experts(v->db, v->a, p, n.challenge);
	}
	out->running = str_is(n.state, "running");
	out->days_left = out->running ? notice_days_left(v->pg->calendar, v->today, n.last_day) : 0;
	out->id = n.id, out->challenge = n.challenge, out->number = n.number, out->challenge_number = n.challenge_number;
	out->title = n.title, out->field = n.field, out->demander = n.demander, out->winner = n.winner, out->partners = n.partners;
	out->plan = n.plan, out->leader = n.leader, out->quote_fen = n.quote_fen, out->fiscal_fen = n.fiscal_fen, out->state = n.state;
	out->published_on = n.published_on, out->first_day = n.first_day, out->last_day = n.last_day, out->days = n.days;
	out->first_counts = n.first_counts, out->basis = n.basis, out->receiver = n.receiver, out->address = n.address;
	out->phone = n.phone, out->overseer = n.overseer, out->url = n.url, out->paper = n.paper, out->project_number = n.project_number;
	out->may_object = out->running && n.last_day >= v->today && may_act(ACT_objection_file, v->who->role, REL_ANY);
	out->outcomes = objections_public(v->db, v->a, n.id);
	out->correction = notice_correction(v->db, v->a, n.id);
	out->may_correct = view_may(v, ACT_correct_notice);
	out->corrections = corrections_of(v->db, v->a, v->pg->id, "notice", n.id);
	out->winner = view_say(v, n.winner);
	out->runners = db_all(v->db, v->a, "notice_runners", &(struct notice_key){ .id = n.id });
	v->title = str_join(v->a, n.number, " ", n.title);
	return true;
}
