/*
 * Who may do what, written down a second time from the clauses: the duties of the parties against every role and every relation.
 *
 * If a line of roles.def changes a duty that the policy gives to somebody, this fails and names it.
 */
#include "test.h"

#include "act/act.h"
#include "base/buf.h"

#define SEES_ALL ((1u << 30) - 1)

/* Roles that may do an act at all (with whatever relation), as "bureau unit ". */
static struct str doers(struct arena *a, enum act_id act)
{
	struct buf b = { .arena = a };

	for (int role = 0; role < ROLE_COUNT; role++)
		if (may_act(act, (enum role)role, SEES_ALL))
			buf_fmt(&b, "%s ", role_name((enum role)role));
	return buf_str(&b);
}

static void only(struct arena *a, const char *roles, const enum act_id *acts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str found = doers(a, acts[i]);
		if (!str_is(found, roles))
			print_error("%s: %.*s, wanted %s\n", act_infos[acts[i]].name, STR_ARG(found), roles);
		assert_true(str_is(found, roles));
	}
}
#define ONLY(ROLES, ...) \
	do { \
		static const enum act_id acts_[] = { __VA_ARGS__ }; \
		only(a, ROLES, acts_, sizeof acts_ / sizeof *acts_); \
	} while (0)

/* First signatures and waivers: whoever may do the act that they are about; the pack names who grants. */
static bool of_other_acts(enum act_id act)
{
	static const char *const rooms[] = { "signing", "waiver", "office", "talk" };

	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
		if (str_is(str_of(act_infos[act].room), rooms[i]))
			return true;
	return false;
}

TEST(the_bureau_organises, "9.1 11.1.a")
{
	ONLY("bureau ", ACT_round_propose, ACT_need_accept, ACT_argue_panel_set, ACT_argue_conclude, ACT_list_draft, ACT_list_publish, ACT_bids_open,
	     ACT_bid_check, ACT_review_panel_propose, ACT_review_conclude, ACT_award_propose, ACT_notice_publish, ACT_establish, ACT_fiscal_request,
	     ACT_strike_off, ACT_discredit_enter, ACT_affiliation_look, ACT_expert_add);
}

TEST(the_commission_confirms_a_round, "8.1.a")
{
	ONLY("eic ", ACT_round_confirm);
}

TEST(only_the_government_deliberates, "8.2.d 8.5.a")
{
	ONLY("government ", ACT_termination_decide, ACT_appeal_decide, ACT_list_decide, ACT_award_decide);
}

TEST(only_finance_pays_fiscal_money, "11.1.b 10.2.a")
{
	ONLY("finance ", ACT_fiscal_pay);
	for (int act = 0; act < ACT_COUNT; act++)
		if (may_act((enum act_id)act, ROLE_finance, SEES_ALL) && !of_other_acts((enum act_id)act))
			/* what it pays or sends back, what is recovered (8.8.d), and its word on a change of instalments */
			assert_true(act == ACT_fiscal_pay || act == ACT_fiscal_return || act == ACT_recovery_receive || act == ACT_change_answer);
}

TEST(the_demander_leads, "2.a 3.b 9.1 9.2 9.3")
{
	static const enum act_id led[] = { ACT_review_panel_confirm, ACT_award_confirm, ACT_award_refuse, ACT_milestone_panel_set,
		ACT_milestone_conclude, ACT_acceptance_panel_set, ACT_acceptance_conclude, ACT_acceptance_file, ACT_payment_record };

	for (size_t i = 0; i < sizeof led / sizeof *led; i++) {
		assert_str(doers(a, led[i]), "unit ");
		assert_true(may_act(led[i], ROLE_unit, REL_ANY | REL_DEMANDER));
		assert_false(may_act(led[i], ROLE_unit, REL_ANY | REL_BIDDER | REL_AWARDEE | REL_SELF | REL_SEATED | REL_CHAIR));
	}
}

TEST(the_winner_researches_and_reports_at_milestones_only, "3.c 9.1")
{
	static const enum act_id own[] = { ACT_milestone_report, ACT_acceptance_apply };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		assert_str(doers(a, own[i]), "unit ");
		assert_true(may_act(own[i], ROLE_unit, REL_ANY | REL_AWARDEE));
		assert_false(may_act(own[i], ROLE_unit, REL_ANY | REL_DEMANDER));
	}
	/* nothing else is asked of a winner while the project runs: what it may do with that relation is signing, reporting, applying, receiving,
	 * asking for changes and answering them (5.2.d), reporting force majeure (8.8.c), and saying what it has to say to an objection before the
	 * project begins (8.5.b) */
	for (int act = 0; act < ACT_COUNT; act++) {
		if (!may_act((enum act_id)act, ROLE_unit, REL_AWARDEE) || of_other_acts((enum act_id)act))
			continue;
		assert_true(act == ACT_milestone_report || act == ACT_acceptance_apply || act == ACT_payment_receive || act == ACT_taskbook_sign
			    || act == ACT_taskbook_return || act == ACT_change_propose || act == ACT_change_answer
			    || act == ACT_change_withdraw || act == ACT_extension_report || act == ACT_acceptance_rectified || act == ACT_followup_record
			    || act == ACT_cooperation_intend || act == ACT_cooperation_answer || act == ACT_objection_reply || act == ACT_award_decline
			    || act == ACT_termination_hear || act == ACT_audit_comment || act == ACT_direct_confirm || act == ACT_direct_decline);
	}
}

TEST(anybody_may_bid_and_only_units_may, "1.a 5.2.a")
{
	assert_str(doers(a, ACT_bid_submit), "unit ");
	assert_true(may_act(ACT_bid_submit, ROLE_unit, REL_ANY));       /* no relation, no place asked */
	assert_str(doers(a, ACT_need_submit), "unit ");
}

TEST(three_parties_sign, "8.6.b")
{
	assert_str(doers(a, ACT_taskbook_sign), "unit bureau ");
	assert_true(may_act(ACT_taskbook_sign, ROLE_unit, REL_DEMANDER));
	assert_true(may_act(ACT_taskbook_sign, ROLE_unit, REL_AWARDEE));
	assert_false(may_act(ACT_taskbook_sign, ROLE_unit, REL_ANY | REL_BIDDER));
}

TEST(panels_speak_only_through_their_members, "8.4.a 8.2.a")
{
	static const enum act_id seated[] = { ACT_panel_declare, ACT_panel_opinion, ACT_panel_sign };

	for (size_t i = 0; i < sizeof seated / sizeof *seated; i++) {
		assert_str(doers(a, seated[i]), "unit expert ");
		assert_false(may_act(seated[i], ROLE_expert, REL_ANY));
		assert_false(may_act(seated[i], ROLE_unit, REL_ANY | REL_DEMANDER));
	}
	assert_false(may_act(ACT_panel_report, ROLE_expert, REL_ANY | REL_SEATED));
	assert_true(may_act(ACT_panel_report, ROLE_expert, REL_CHAIR));
}

TEST(audit_and_park_decide_nothing, "11.1.c 11.1.d")
{
	for (int act = 0; act < ACT_COUNT; act++) {
		if (!act_infos[act].moves)
			continue;
		assert_false(may_act((enum act_id)act, ROLE_audit, SEES_ALL));
		/* a stage of its own may belong to a park's counterpart elsewhere (a county office); this road has none */
		assert_true(act == ACT_stage_pass || act == ACT_stage_back || !may_act((enum act_id)act, ROLE_park, SEES_ALL));
	}
}

TEST(administrators_and_the_public_decide_nothing, "9.1")
{
	static const enum role never[] = { ROLE_public, ROLE_admin_sys, ROLE_admin_sec, ROLE_admin_audit };

	for (int act = 0; act < ACT_COUNT; act++)
		for (size_t i = 0; i < sizeof never / sizeof *never; i++)
			assert_false(act_infos[act].moves && may_act((enum act_id)act, never[i], SEES_ALL));
}

TEST_MAIN
