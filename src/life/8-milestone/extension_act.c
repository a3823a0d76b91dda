/*
 * Extension by force majeure (8.8.c): demander and bidder each report, the bureau examines, the government extends, refuses, or sends the
 * project into termination, which is another procedure: the outcome `terminate` is one of its grounds (see extension_terminates()).
 */
#include "base/day.h"
#include "base/word.h"
#include "life/8-milestone/change.h"
#include "life/8-milestone/extension_facts.h"

struct extending {
	struct contract_parties who;
	struct taskbook_row now;
	struct extension_row row;       /* the one that is under way; id 0: none yet */
	struct rows reports;            /* struct extension_report_row */
	struct str party;
	struct extension_facts f;
};

bool extension_terminates(struct db *db, struct arena *a, int64_t challenge)
{
	struct extension_row row;

	return db_one(db, a, "extensions_of", &(struct challenge_key){ challenge }, &row) && str_is(row.state, "terminate");
}

/* The end without extensions: of the book and its agreed changes. */
static int64_t ends_without(struct act_run *r)
{
	struct rows lines = supplement_lines(r->db, r->a, r->challenge);
	const struct supplement_line *s = lines.v;
	struct taskbook_row book;

	if (!taskbook_signed(r->db, r->a, r->challenge, &book))
		return 0;
	for (size_t i = 0; i < lines.n; i++) {
		const struct supplement_value_row *v = s[i].values.v;
		for (size_t k = 0; k < s[i].values.n && str_is(s[i].source, "change"); k++)
			if (str_is(v[k].kind, "end_day"))
				book.ends = v[k].day;
	}
	return book.ends;
}

static bool load(struct act_run *r, struct extending *s)
{
	struct rows all = db_all(r->db, r->a, "extensions_of", &(struct challenge_key){ r->challenge });
	const struct extension_row *e = all.v;

	s->who = contract_parties(r->db, r->a, r->challenge);
	s->party = change_party(&s->who, r->q->role, r->q->org);
	if (!project_running(r->stage))
		return act_not_now(r, r->stage);
	if (!taskbook_now(r->db, r->a, r->challenge, &s->now))
		return act_missing(r);
	for (size_t i = 0; i < all.n; i++)
		s->f.extended += str_is(e[i].state, "extended");
	s->f.today = r->today;
	s->f.starts = s->now.starts;
	s->f.ends_now = s->now.ends;
	s->f.ends_book = ends_without(r);
	return true;
}

static void tell(struct act_run *r, enum word_id title, struct str text, const char *party)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	change_tell(r, str_of(party), word(r->a, title, "number", str_c(r->a, c.number), NULL), text);
}

static void tell_all(struct act_run *r, enum word_id title, struct str text)
{
	tell(r, title, text, "demander");
	tell(r, title, text, "awardee");
	tell(r, title, text, "bureau");
}

/* ---- extension_report ---- */

bool extension_report_facts(struct act_run *r)
{
	const struct extension_report_form *in = r->in;
	struct extending *s = r->facts = NEW(r->a, struct extending);
	struct extension_row last;
	struct str files = in->evidence;

	if (!load(r, s))
		return false;
	if (!str_is(s->party, "demander") && !str_is(s->party, "awardee"))
		return act_missing(r);
	if (db_one(r->db, r->a, "extensions_of", &(struct challenge_key){ r->challenge }, &last)) {
		if (str_is(last.state, "reported") || str_is(last.state, "examined") || str_is(last.state, "terminate"))
			return act_not_now(r, last.state);
		if (str_is(last.state, "reporting"))
			s->row = last;
	}
	s->reports = s->row.id ? db_all(r->db, r->a, "extension_reports_of", &(struct id_key){ s->row.id }) : (struct rows){ 0 };
	if (s->reports.n && str_eq(((const struct extension_report_row *)s->reports.v)[0].party, s->party))
		return act_not_now(r, s->row.state);
	s->f.extend = str_is(in->asks, "extend");
	s->f.ends_wanted = s->f.extend ? in->ends : 0;
	s->f.happened_on = in->happened_on;
	while (files.n)
		s->f.proofs += str_cut(&files, ',').n > 0;
	return true;
}

void extension_report_judge(struct act_run *r)
{
	const struct extension_facts *f = &((struct extending *)r->facts)->f;

	act_verdict(r, rule_extension_proved(f, r->policy));
	act_verdict(r, rule_extension_happened(f, r->policy));
	act_verdict(r, rule_extension_lead_time(f, r->policy));
	act_verdict(r, rule_extension_longer(f, r->policy));
	act_verdict(r, rule_extension_most(f, r->policy));
	act_verdict(r, rule_extension_times(f, r->policy));
}

static void open_extension(struct act_run *r, struct extending *s)
{
	s->row = (struct extension_row){ .id = act_id_next(r), .challenge = r->challenge, .number = act_number(r, "extension"),
		.state = STR("reporting"), .old_ends = s->now.ends, .opened_on = r->today };
	act_write(r, "extension_insert", &s->row);
}

void extension_report_apply(struct act_run *r)
{
	const struct extension_report_form *in = r->in;
	struct extending *s = r->facts;

	if (!s->row.id)
		open_extension(r, s);
	struct extension_report_row row = { .id = act_id_next(r), .challenge = r->challenge, .extension = s->row.id, .party = s->party,
		.cause = in->cause, .happened_on = in->happened_on, .facts = in->facts, .evidence = in->evidence, .done = in->done,
		.remaining = in->remaining, .money = in->money, .asks = in->asks, .ends = s->f.ends_wanted, .org = r->q->org,
		.person = r->q->person, .day = r->today };
	act_write(r, "extension_report_insert", &row);
	if (s->reports.n) {
		s->row.state = STR("reported");
		act_write(r, "extension_update", &s->row);
		tell_all(r, WORD_extension_reported_title, word_text(WORD_extension_reported_text));
	} else {
		tell(r, WORD_extension_opened_title, word_text(WORD_extension_opened_text), str_is(s->party, "demander") ? "awardee" : "demander");
		tell(r, WORD_extension_opened_title, word_text(WORD_extension_opened_text), "bureau");
	}
	r->made = s->row.id;
}

/* ---- extension_examine, extension_decide ---- */

static bool load_row(struct act_run *r, struct extending *s)
{
	if (!db_one(r->db, r->a, "extension_one", &(struct id_key){ r->target }, &s->row))
		return act_missing(r);
	if (!load(r, s))
		return false;
	s->reports = db_all(r->db, r->a, "extension_reports_of", &(struct id_key){ s->row.id });
	s->f.reports = (int64_t)s->reports.n;
	return true;
}

bool extension_examine_facts(struct act_run *r)
{
	const struct extension_examine_form *in = r->in;
	struct extending *s = r->facts = NEW(r->a, struct extending);

	if (!load_row(r, s))
		return false;
	if (!str_is(s->row.state, "reporting") && !str_is(s->row.state, "reported"))
		return act_not_now(r, s->row.state);
	s->f.extend = str_is(in->opinion, "extend");
	s->f.ends_wanted = s->f.extend ? in->ends : 0;
	return true;
}

void extension_examine_judge(struct act_run *r)
{
	const struct extension_facts *f = &((struct extending *)r->facts)->f;

	act_verdict(r, rule_extension_both(f, r->policy));
	act_verdict(r, rule_extension_longer(f, r->policy));
	act_verdict(r, rule_extension_most(f, r->policy));
	act_verdict(r, rule_extension_times(f, r->policy));
}

void extension_examine_apply(struct act_run *r)
{
	const struct extension_examine_form *in = r->in;
	struct extending *s = r->facts;

	s->row.state = STR("examined");
	s->row.opinion = in->opinion;
	s->row.opinion_text = in->text;
	s->row.opinion_ends = s->f.ends_wanted;
	s->row.examined_on = r->today;
	s->row.examiner = r->q->person;
	act_write(r, "extension_update", &s->row);
	tell_all(r, WORD_extension_examined_title, in->text);
	tell(r, WORD_extension_examined_title, in->text, "government");
	r->made = r->challenge;
}

bool extension_decide_prefill(struct act_run *r)
{
	struct extension_decide_form *in = r->in;
	struct extension_row row;

	if (!db_one(r->db, r->a, "extension_one", &(struct id_key){ r->target }, &row))
		return false;
	in->outcome = row.opinion;
	in->ends = row.opinion_ends;
	return true;
}

bool extension_decide_facts(struct act_run *r)
{
	const struct extension_decide_form *in = r->in;
	struct extending *s = r->facts = NEW(r->a, struct extending);

	if (!load_row(r, s))
		return false;
	if (!str_is(s->row.state, "examined"))
		return act_not_now(r, s->row.state);
	s->f.extend = str_is(in->outcome, "extend");
	s->f.refused = str_is(in->outcome, "refuse");
	s->f.ends_wanted = s->f.extend ? in->ends : 0;
	s->f.follows = str_eq(in->outcome, s->row.opinion) && s->f.ends_wanted == s->row.opinion_ends;
	s->f.reasoned = str_trim(in->reason).n > 0;
	s->f.decided_on = in->decided_on;
	s->f.examined_on = s->row.examined_on;
	return true;
}

void extension_decide_judge(struct act_run *r)
{
	const struct extension_facts *f = &((struct extending *)r->facts)->f;

	act_verdict(r, rule_extension_longer(f, r->policy));
	act_verdict(r, rule_extension_most(f, r->policy));
	act_verdict(r, rule_extension_times(f, r->policy));
	act_verdict(r, rule_extension_decision_day(f, r->policy));
	act_verdict(r, rule_extension_reason(f, r->policy));
}

/* The new end is a supplement to the task book, like any other change. */
static struct str supplement_of_extension(struct act_run *r, const struct extending *s)
{
	const struct extension_report_row *reports = s->reports.v;
	struct supplement_value_row v = { .kind = STR("end_day"), .was = day_text(r->a, s->now.ends), .holds = day_text(r->a, s->row.new_ends),
		.day = s->row.new_ends };
	struct supplement_reason_row why = { v.kind, 0, v.was, v.holds, reports[0].facts };
	const struct supplement_approval_row approvals[] = {
		{ STR("demander"), s->who.demander_name, STR("ask"), reports[0].day },
		{ STR("awardee"), s->who.awardee_name, STR("ask"), reports[1].day },
		{ STR("bureau"), policy_local_name(r->policy, "bureau"), STR("approve"), s->row.examined_on },
		{ STR("government"), policy_local_name(r->policy, "government"), STR("approve"), s->row.decided_on },
	};

	return supplement_write(r, &(struct supplement_of){ .source = "extension", .about = s->row.id, .values = { &v, 1 }, .reasons = { &why, 1 },
		.approvals = { (void *)approvals, sizeof approvals / sizeof *approvals }, .document = s->row.document });
}

void extension_decide_apply(struct act_run *r)
{
	const struct extension_decide_form *in = r->in;
	struct extending *s = r->facts;

	s->row.state = s->f.extend ? STR("extended") : s->f.refused ? STR("refused") : STR("terminate");
	s->row.outcome = in->outcome;
	s->row.new_ends = s->f.ends_wanted;
	s->row.document = in->document;
	s->row.decided_on = in->decided_on;
	s->row.reason = in->reason;
	s->row.decider = r->q->person;
	act_write(r, "extension_update", &s->row);
	if (s->f.extend) {
		struct str number = supplement_of_extension(r, s);
		tell_all(r, WORD_extension_extended_title, word(r->a, WORD_extension_extended_text, "day", day_text(r->a, s->row.new_ends).p,
			"supplement", str_c(r->a, number), NULL));
	} else if (s->f.refused) {
		tell_all(r, WORD_extension_refused_title, in->reason);
	} else {
		tell_all(r, WORD_extension_terminate_title, word_text(WORD_extension_terminate_text));
	}
	r->made = r->challenge;
}
