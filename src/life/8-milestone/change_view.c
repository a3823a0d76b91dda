/*
 * The tab of changes: what holds now, requests under way and closed, extensions, what may be changed and who approves.
 */
#include "base/choice.h"
#include "life/8-milestone/change.h"
#include "web/view.h"

static struct str party_of(const struct view *v)
{
	struct contract_parties who = contract_parties(v->db, v->a, v->challenge);

	return change_party(&who, v->who->role, v->who->org);
}

static bool party_is(const struct view *v, struct str party)
{
	struct str mine = party_of(v);

	return mine.n && str_eq(mine, party);
}

static struct change_need_line need_line(const struct change_request_row *row, struct str party, struct rows answers)
{
	const struct change_answer_row *a = answers.v;
	struct change_need_line line = { .party = party, .waiting = str_is(row->state, "proposed") };

	for (size_t i = 0; i < answers.n; i++) {
		if (!str_eq(a[i].party, party))
			continue;
		line = (struct change_need_line){ .party = party, .answer = a[i].answer, .reason = a[i].reason, .day = a[i].day };
	}
	return line;
}

static struct change_request_line line_of(struct view *v, const struct change_request_row *row)
{
	struct change_request_line line = { .id = row->id, .number = row->number, .asked_by = row->asked_by, .state = row->state,
		.proposed_on = row->proposed_on, .decided_on = row->decided_on, .remark = row->remark, .closing = row->closing };
	struct rows answers = db_all(v->db, v->a, "change_answers_of", &(struct id_key){ row->id });
	struct change_need_line *needs = NEW_ARRAY(v->a, choices_builtin(v->a, "change_party").n + 1, struct change_need_line);
	struct str left = row->needs;
	size_t n = 0;

	while (left.n) {
		needs[n] = need_line(row, str_cut(&left, ','), answers);
		line.can_answer = line.can_answer || (needs[n].waiting && party_is(v, needs[n].party) && view_may(v, ACT_change_answer));
		n++;
	}
	line.items = db_all(v->db, v->a, "change_items_of", &(struct id_key){ row->id });
	line.needs = (struct rows){ needs, n };
	line.can_withdraw = str_is(row->state, "proposed") && party_is(v, row->asked_by) && view_may(v, ACT_change_withdraw);
	return line;
}

/* Does the pack let this party ask for anything? */
static bool asks(const struct policy *p, struct str party)
{
	const struct change_rule *c = p->changes.v;

	for (size_t i = 0; i < p->changes.n; i++)
		for (size_t k = 0; k < c[i].ask.n; k++)
			if (str_eq(((const struct str *)c[i].ask.v)[k], party))
				return true;
	return false;
}

static void fill_requests(struct view *v, const struct policy *p, struct challenge_changes_page *out)
{
	struct rows all = db_all(v->db, v->a, "change_requests_of", &(struct challenge_key){ v->challenge });
	const struct change_request_row *row = all.v;
	struct change_request_line *lines = NEW_ARRAY(v->a, all.n, struct change_request_line);

	for (size_t i = 0; i < all.n; i++)
		lines[i] = line_of(v, &row[i]);
	out->requests = (struct rows){ lines, all.n };
	out->can_propose = out->runs && !(all.n && str_is(row[0].state, "proposed")) && view_may(v, ACT_change_propose)
		&& asks(p, party_of(v));
}

static void fill_extensions(struct view *v, struct challenge_changes_page *out)
{
	struct rows all = db_all(v->db, v->a, "extensions_of", &(struct challenge_key){ v->challenge });
	const struct extension_row *e = all.v;
	struct extension_line *lines = NEW_ARRAY(v->a, all.n, struct extension_line);
	bool open = false;

	for (size_t i = 0; i < all.n; i++) {
		lines[i] = (struct extension_line){ .id = e[i].id, .number = e[i].number, .state = e[i].state, .old_ends = e[i].old_ends,
			.opinion = e[i].opinion, .opinion_text = e[i].opinion_text, .opinion_ends = e[i].opinion_ends,
			.examined_on = e[i].examined_on, .outcome = e[i].outcome, .new_ends = e[i].new_ends, .document = e[i].document,
			.decided_on = e[i].decided_on, .reason = e[i].reason };
		lines[i].reports = db_all(v->db, v->a, "extension_reports_of", &(struct id_key){ e[i].id });
		lines[i].can_examine = str_is(e[i].state, "reported") && view_may(v, ACT_extension_examine);
		lines[i].can_decide = str_is(e[i].state, "examined") && view_may(v, ACT_extension_decide);
		const struct extension_report_row *first = lines[i].reports.v;
		bool mine = lines[i].reports.n && party_is(v, first[0].party);
		open = open || str_is(e[i].state, "reported") || str_is(e[i].state, "examined") || str_is(e[i].state, "terminate")
			|| (str_is(e[i].state, "reporting") && mine);
	}
	out->extensions = (struct rows){ lines, all.n };
	out->can_report = out->runs && !open && view_may(v, ACT_extension_report);
}

static struct str joined(struct arena *a, struct rows names)
{
	const struct str *s = names.v;
	struct str out = { 0 };

	for (size_t i = 0; i < names.n; i++)
		out = out.n ? str_join(a, out, ",", s[i]) : s[i];
	return out;
}

static void fill_rules(struct view *v, const struct policy *p, struct challenge_changes_page *out)
{
	const struct change_rule *c = p->changes.v;
	struct change_rule_line *lines = NEW_ARRAY(v->a, p->changes.n, struct change_rule_line);

	for (size_t i = 0; i < p->changes.n; i++) {
		const struct clause *clause = policy_clause(p, c[i].clause);
		lines[i] = (struct change_rule_line){ c[i].kind, joined(v->a, c[i].ask), joined(v->a, c[i].approve), c[i].evidence, c[i].clause,
			clause ? clause->number : c[i].clause };
	}
	out->rules = (struct rows){ lines, p->changes.n };
}

bool changes_view(struct view *v, void *page)
{
	struct challenge_changes_page *out = page;
	struct challenge_row c;
	struct taskbook_row book, now;

	if (!contract_readable(v->db, v->a, v->challenge, v->who->person, v->who->role, v->relations))
		return false;
	out->challenge = v->challenge;
	if (!db_one(v->db, v->a, "challenge_read", &(struct id_key){ v->challenge }, &c) || !taskbook_signed(v->db, v->a, v->challenge, &book)
		|| !taskbook_now(v->db, v->a, v->challenge, &now))
		return true;
	out->runs = project_running(c.stage);
	out->book_ends = book.ends;
	out->ends = now.ends;
	out->leader = now.pi_name;
	out->team = change_team(v->db, v->a, v->challenge);
	out->partners = change_partners(v->db, v->a, v->challenge);
	out->supplements = supplement_lines(v->db, v->a, v->challenge);
	fill_requests(v, programme_pack(v->pg, c.pack), out);
	fill_extensions(v, out);
	fill_rules(v, programme_pack(v->pg, c.pack), out);
	return true;
}
