/*
 * The tab of what follows: evaluations of performance, reports after acceptance, cooperation in the district, its recommendation to the government.
 */
#include "life/7-contract/contract.h"
#include "life/8-milestone/change.h"
#include "life/9-acceptance/acceptance.h"
#include "web/view.h"

static void fill_reports(struct view *v, struct challenge_follow_page *out)
{
	struct challenge_key key = { v->challenge };

	out->plan = db_all(v->db, v->a, "followup_plans_of", &key);
	out->reports = db_all(v->db, v->a, "followups_of", &key);
	const struct followup_row *x = out->reports.v;
	for (size_t i = 0; i < out->reports.n; i++) {
		out->sales_fen += x[i].sales_fen;
		out->jobs += x[i].jobs;
	}
}

static void fill_cooperations(struct view *v, struct str party, struct challenge_follow_page *out)
{
	struct rows all = db_all(v->db, v->a, "cooperations_of", &(struct challenge_key){ v->challenge });
	const struct cooperation_row *x = all.v;
	struct cooperation_line *lines = NEW_ARRAY(v->a, all.n, struct cooperation_line);

	for (size_t i = 0; i < all.n; i++) {
		fields_copy(&cooperation_line_fields, &lines[i], &cooperation_row_fields, &x[i]);
		lines[i].can_answer = str_is(x[i].state, "intended") && party.n && !str_eq(party, x[i].asked_by)
			&& view_may(v, ACT_cooperation_answer);
		lines[i].can_recommend = str_is(x[i].state, "agreed") && view_may(v, ACT_recommend_review);
		lines[i].can_record = str_is(x[i].state, "recommended") && view_may(v, ACT_recommend_record);
	}
	out->cooperations = (struct rows){ lines, all.n };
}

static void fill_performances(struct view *v, struct challenge_follow_page *out)
{
	struct taskbook_row book;
	struct rows all = db_all(v->db, v->a, "performances_of", &(struct challenge_key){ v->challenge });
	const struct performance_row *x = all.v;
	struct performance_line *lines = NEW_ARRAY(v->a, all.n, struct performance_line);

	for (size_t i = 0; i < all.n; i++) {
		fields_copy(&performance_line_fields, &lines[i], &performance_row_fields, &x[i]);
		lines[i].indicators = db_all(v->db, v->a, "performance_indicators_of", &(struct id_key){ x[i].id });
	}
	out->performances = (struct rows){ lines, all.n };
	out->performance_count = (int64_t)all.n;
	out->can_evaluate = view_may(v, ACT_performance_record) && taskbook_signed(v->db, v->a, v->challenge, &book);
}

bool follow_view(struct view *v, void *page)
{
	struct challenge_follow_page *out = page;
	struct contract_parties who = contract_parties(v->db, v->a, v->challenge);
	struct str party = change_party(&who, v->who->role, v->who->org);
	struct acceptance_result_row passed;

	if (!contract_readable(v->db, v->a, v->challenge, v->who->person, v->who->role, v->relations))
		return false;
	out->challenge = v->challenge;
	fill_performances(v, out);
	if (!acceptance_passed(v->db, v->a, v->challenge, &passed))
		return true;
	out->accepted = 1;
	out->accepted_on = passed.day;
	out->number = passed.number;
	fill_reports(v, out);
	fill_cooperations(v, party, out);
	out->can_report = party.n && view_may(v, ACT_followup_record);
	out->can_intend = party.n && view_may(v, ACT_cooperation_intend);
	return true;
}
