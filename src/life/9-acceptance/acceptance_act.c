/*
 * Acceptance: the application, the panel, the demander's result by the task book.  Filing and strike-off stand in closing_act.c.
 */
#include "across/panel/panel.h"
#include "across/payment/payment.h"
#include "base/day.h"
#include "life/7-contract/contract.h"
#include "life/8-milestone/milestone.h"
#include "life/9-acceptance/acceptance.h"

bool acceptance_newest(struct db *db, struct arena *a, int64_t challenge, struct acceptance_row *out)
{
	return db_one(db, a, "acceptances_of", &(struct challenge_key){ challenge }, out);
}

struct str acceptance_title(struct act_run *r, enum word_id title)
{
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	return word(r->a, title, "number", str_c(r->a, c.number), NULL);
}

void acceptance_tell(struct act_run *r, struct str title, struct str text)
{
	struct contract_parties p = contract_parties(r->db, r->a, r->challenge);
	struct str link = str_fmt(r->a, "/challenges/%lld/acceptance", (long long)r->challenge);

	act_tell_org(r, p.demander, title, text, link);
	act_tell_org(r, p.awardee, title, text, link);
	act_tell_role(r, ROLE_bureau, title, text, link);
}

static struct rows book_indicators(struct act_run *r)
{
	struct taskbook_row book;

	if (!taskbook_now(r->db, r->a, r->challenge, &book))
		return (struct rows){ 0 };
	return taskbook_indicators_now(r->db, r->a, &book);
}

/* ---- acceptance_apply ---- */

bool acceptance_apply_prefill(struct act_run *r)
{
	struct acceptance_form *in = r->in;
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;
	struct acceptance_indicator_form *out = NEW_ARRAY(r->a, all.n, struct acceptance_indicator_form);

	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct acceptance_indicator_form){ .ord = x[i].ord, .name = x[i].name, .target = x[i].target };
	in->indicators = (struct rows){ out, all.n };
	return all.n > 0;
}

static const struct acceptance_indicator_form *answer_of(const struct acceptance_form *in, int64_t ord)
{
	const struct acceptance_indicator_form *x = in->indicators.v;

	for (size_t i = 0; i < in->indicators.n; i++)
		if (x[i].ord == ord)
			return &x[i];
	return NULL;
}

/* How many different kinds of material there are that have a title or a file. */
static int64_t material_kinds(struct rows materials)
{
	const struct acceptance_material_form *m = materials.v;
	int64_t n = 0;

	for (size_t i = 0; i < materials.n; i++) {
		bool again = !m[i].title.n && !m[i].files.n;
		for (size_t k = 0; k < i; k++)
			again = again || (str_eq(m[k].kind, m[i].kind) && (m[k].title.n || m[k].files.n));
		n += !again;
	}
	return n;
}

/* Acceptances that failed: by their result, or because nothing was mended in time. */
static int64_t failures(struct act_run *r)
{
	struct rows all = db_all(r->db, r->a, "acceptance_results_of", &(struct challenge_key){ r->challenge });
	const struct acceptance_result_row *x = all.v;
	int64_t n = all.n && str_is(r->stage, "acceptance.failed") && str_is(x[0].outcome, "rectify");

	for (size_t i = 0; i < all.n; i++)
		n += str_is(x[i].outcome, "fail");
	return n;
}

bool acceptance_load(struct act_run *r, const struct acceptance_form *in, struct acceptance_apply_facts *f)
{
	struct acceptance_milestones m;
	struct taskbook_row book;

	if (!taskbook_now(r->db, r->a, r->challenge, &book))
		return act_missing(r);
	db_one(r->db, r->a, "acceptance_milestones_of", &(struct challenge_key){ r->challenge }, &m);
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;
	*f = (struct acceptance_apply_facts){ .milestones = m.n, .milestones_passed = m.passed, .indicators = (int64_t)all.n,
		.material_kinds = material_kinds(in->materials), .ends = book.ends, .today = r->today, .failures = failures(r) };
	for (size_t i = 0; i < all.n; i++) {
		if (answer_of(in, x[i].ord))
			f->indicators_answered++;
		else if (!f->indicator_missing.n)
			f->indicator_missing = x[i].name;
	}
	return true;
}

bool acceptance_apply_facts(struct act_run *r)
{
	return acceptance_load(r, r->in, r->facts = NEW(r->a, struct acceptance_apply_facts));
}

void acceptance_apply_judge(struct act_run *r)
{
	act_verdict(r, rule_acceptance_milestones_passed(r->facts, r->policy));
	act_verdict(r, rule_acceptance_indicators_answered(r->facts, r->policy));
	act_verdict(r, rule_acceptance_materials(r->facts, r->policy));
	act_verdict(r, rule_acceptance_at_end(r->facts, r->policy));
	act_verdict(r, rule_acceptance_in_time(r->facts, r->policy));
	act_verdict(r, rule_acceptance_again(r->facts, r->policy));
}

static void write_application_parts(struct act_run *r, const struct acceptance_form *in, int64_t acceptance)
{
	const struct acceptance_material_form *m = in->materials.v;
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;

	for (size_t i = 0; i < all.n; i++) {
		const struct acceptance_indicator_form *said = answer_of(in, x[i].ord);
		if (!said)
			continue;
		struct acceptance_indicator_row row = { .id = act_id_next(r), .challenge = r->challenge, .acceptance = acceptance,
			.said_by = STR("awardee"), .ord = x[i].ord, .name = x[i].name, .target = x[i].target, .binding = x[i].binding,
			.actual = said->actual, .met = said->met, .evidence = said->evidence, .files = said->files };
		act_write(r, "acceptance_indicator_insert", &row);
	}
	for (size_t i = 0; i < in->materials.n; i++) {
		struct acceptance_material_row row = { .id = act_id_next(r), .challenge = r->challenge, .acceptance = acceptance,
			.ord = (int64_t)i + 1, .kind = m[i].kind, .title = m[i].title, .files = m[i].files };
		act_write(r, "acceptance_material_insert", &row);
	}
}

void acceptance_write(struct act_run *r, const struct acceptance_form *in, bool rectified)
{
	struct acceptance_row old;
	bool again = acceptance_newest(r->db, r->a, r->challenge, &old);
	struct acceptance_row row = { .id = act_id_next(r), .challenge = r->challenge, .version = again ? old.version + 1 : 1,
		.rectified = rectified, .summary = in->summary, .spent_fen = in->spent_fen, .results = in->results, .org = r->q->org,
		.person = r->q->person, .at = r->now };

	act_write(r, "acceptance_insert", &row);
	write_application_parts(r, in, row.id);
	act_move(r, r->challenge, "acceptance.applied");
	r->made = r->challenge;
}

void acceptance_apply_apply(struct act_run *r)
{
	acceptance_write(r, r->in, false);
	acceptance_tell(r, acceptance_title(r, WORD_acceptance_applied_title), word_text(WORD_acceptance_applied_text));
}

/* ---- acceptance_panel_set ---- */

struct seating {
	struct panel_facts p;
	struct acceptance_panel_facts f;
};

/* After mending the panel of the time before is proposed; another may be seated. */
bool acceptance_panel_set_prefill(struct act_run *r)
{
	struct panel_form *in = r->in;
	struct panel_result before = panel_result(r->db, r->a, r->challenge, "acceptance", 0);
	struct panel_row panel;

	if (!before.panel || !panel_find(r->db, r->a, before.panel, &panel))
		return false;
	struct rows all = db_all(r->db, r->a, "panel_seats", &(struct panel_key){ .panel = before.panel });
	const struct panel_seat_row *s = all.v;
	struct panel_seat_form *out = NEW_ARRAY(r->a, all.n, struct panel_seat_form);
	size_t n = 0;
	for (size_t i = 0; i < all.n; i++)
		if (!str_is(s[i].state, "replaced"))
			out[n++] = (struct panel_seat_form){ .person = s[i].person, .category = s[i].category, .chair = s[i].chair };
	in->seats = (struct rows){ out, n };
	in->method = panel.method;
	in->place = panel.place;
	return true;
}

bool acceptance_panel_set_facts(struct act_run *r)
{
	struct seating *s = r->facts = NEW(r->a, struct seating);

	s->p = panel_facts_of_form(r, r->challenge, r->in);
	s->f = (struct acceptance_panel_facts){ .members = s->p.members, .kinds = s->p.kinds, .tied = s->p.tied };
	return true;
}

void acceptance_panel_set_judge(struct act_run *r)
{
	const struct seating *s = r->facts;

	act_verdict(r, rule_acceptance_panel_size(&s->f, r->policy));
	act_verdict(r, rule_acceptance_panel_odd(&s->f, r->policy));
	act_verdict(r, rule_acceptance_panel_kinds(&s->f, r->policy));
	act_verdict(r, rule_acceptance_panel_conflict(&s->f, r->policy));
	panel_judge(r, &s->p);
}

void acceptance_panel_set_apply(struct act_run *r)
{
	const struct panel_form *in = r->in;
	struct acceptance_row app;

	acceptance_newest(r->db, r->a, r->challenge, &app);
	r->made = panel_seat(r, "acceptance", r->challenge, app.id, in);
	act_move(r, r->challenge, "acceptance.reviewing");
	acceptance_tell(r, acceptance_title(r, WORD_acceptance_panel_title),
		word(r->a, WORD_acceptance_panel_text, "day", day_text(r->a, in->meets).p, NULL));
}

/* ---- acceptance_conclude ---- */

struct concluding {
	struct acceptance_row app;
	struct taskbook_row book;
	struct panel_result panel;
	struct rows indicators;         /* struct taskbook_indicator_row */
	struct str outcome;             /* what the grade leads to */
	struct acceptance_conclude_facts f;
};

bool acceptance_conclude_prefill(struct act_run *r)
{
	struct acceptance_conclude_form *in = r->in;
	struct rows all = book_indicators(r);
	const struct taskbook_indicator_row *x = all.v;
	struct acceptance_decide_form *out = NEW_ARRAY(r->a, all.n, struct acceptance_decide_form);

	for (size_t i = 0; i < all.n; i++)
		out[i] = (struct acceptance_decide_form){ .ord = x[i].ord, .name = x[i].name, .target = x[i].target };
	in->indicators = (struct rows){ out, all.n };
	return all.n > 0;
}

static const struct acceptance_decide_form *decided(const struct acceptance_conclude_form *in, int64_t ord)
{
	const struct acceptance_decide_form *x = in->indicators.v;

	for (size_t i = 0; i < in->indicators.n; i++)
		if (x[i].ord == ord)
			return &x[i];
	return NULL;
}

static void count_indicators(const struct acceptance_conclude_form *in, struct concluding *s)
{
	const struct taskbook_indicator_row *x = s->indicators.v;

	s->f.indicators = (int64_t)s->indicators.n;
	for (size_t i = 0; i < s->indicators.n; i++) {
		const struct acceptance_decide_form *d = decided(in, x[i].ord);
		s->f.indicators_judged += d != NULL;
		if (!d && !s->f.indicator_missing.n)
			s->f.indicator_missing = x[i].name;
		bool unmet = d && x[i].binding && !str_is(d->met, "met");
		if (unmet && !s->f.binding_unmet++)
			s->f.binding_first = x[i].name;
	}
}

static int64_t rectified_before(struct act_run *r)
{
	struct rows all = db_all(r->db, r->a, "acceptance_results_of", &(struct challenge_key){ r->challenge });
	const struct acceptance_result_row *x = all.v;
	int64_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		n += str_is(x[i].outcome, "rectify");
	return n;
}

bool acceptance_conclude_facts(struct act_run *r)
{
	const struct acceptance_conclude_form *in = r->in;
	struct concluding *s = r->facts = NEW(r->a, struct concluding);

	if (!acceptance_newest(r->db, r->a, r->challenge, &s->app) || !taskbook_now(r->db, r->a, r->challenge, &s->book))
		return act_missing(r);
	s->indicators = book_indicators(r);
	s->panel = panel_result(r->db, r->a, r->challenge, "acceptance", s->app.id);
	s->f.panel_signed = s->panel.panel && s->panel.signed_by_all;
	s->f.panel_supports = str_is(s->panel.conclusion, "support");
	const struct grade *grade = policy_grade(r->policy, in->result);
	s->outcome = grade ? grade->outcome : STR("");          /* the form is opened before a result is chosen */
	s->f.pass = str_is(s->outcome, "pass");
	s->f.rectify = str_is(s->outcome, "rectify");
	s->f.rectified = rectified_before(r);
	s->f.reasoned = str_trim(in->differs).n > 0;
	count_indicators(in, s);
	return true;
}

void acceptance_conclude_judge(struct act_run *r)
{
	const struct acceptance_conclude_facts *f = &((struct concluding *)r->facts)->f;

	act_verdict(r, rule_acceptance_panel_signed(f, r->policy));
	act_verdict(r, rule_acceptance_indicators_judged(f, r->policy));
	act_verdict(r, rule_acceptance_by_taskbook(f, r->policy));
	act_verdict(r, rule_acceptance_rectify_times(f, r->policy));
	if (f->panel_signed)
		act_verdict(r, rule_acceptance_follows_panel(f, r->policy));
}

static struct rows write_decided(struct act_run *r, const struct concluding *s)
{
	const struct taskbook_indicator_row *x = s->indicators.v;
	struct acceptance_indicator_row *out = NEW_ARRAY(r->a, s->indicators.n, struct acceptance_indicator_row);

	for (size_t i = 0; i < s->indicators.n; i++) {
		const struct acceptance_decide_form *d = decided(r->in, x[i].ord);
		out[i] = (struct acceptance_indicator_row){ .id = act_id_next(r), .challenge = r->challenge, .acceptance = s->app.id,
			.said_by = STR("demander"), .ord = x[i].ord, .name = x[i].name, .target = x[i].target, .binding = x[i].binding,
			.actual = d->actual, .met = d->met, .evidence = d->evidence };
		act_write(r, "acceptance_indicator_insert", &out[i]);
	}
	return (struct rows){ out, s->indicators.n };
}

static int64_t certificate(struct act_run *r, const struct concluding *s, struct str number, struct rows indicators)
{
	const struct acceptance_conclude_form *in = r->in;
	struct contract_parties who = contract_parties(r->db, r->a, r->challenge);
	struct challenge_row c;

	db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &c);
	struct acceptance_certificate_paper paper = { .number = number, .project_number = c.project_number, .challenge_number = c.number,
		.title = c.title, .bureau = policy_local_name(r->policy, "bureau"), .demander = who.demander_name, .awardee = who.awardee_name,
		.pi_name = s->book.pi_name, .book_number = s->book.number, .starts = s->book.starts, .ends = s->book.ends,
		.total_rd_fen = s->book.total_rd_fen, .fiscal_fen = s->book.fiscal_fen, .indicators = indicators,
		.panel_members = s->panel.members, .panel_in_favour = s->panel.in_favour, .panel_conclusion = s->panel.conclusion,
		.result = in->result, .opinion = in->opinion, .day = r->today };
	return act_issue(r, "certificate", r->challenge, &acceptance_certificate_paper_fields, &paper);
}

void acceptance_conclude_apply(struct act_run *r)
{
	const struct acceptance_conclude_form *in = r->in;
	struct concluding *s = r->facts;
	struct acceptance_result_row row = { .id = act_id_next(r), .challenge = r->challenge, .acceptance = s->app.id, .panel = s->panel.panel,
		.result = in->result, .outcome = s->outcome, .opinion = in->opinion, .differs = in->differs, .day = r->today,
		.org = r->q->org, .person = r->q->person };
	struct rows indicators = write_decided(r, s);

	if (s->f.pass) {
		row.number = act_number(r, "acceptance");
		row.paper = certificate(r, s, row.number, indicators);
	}
	act_write(r, "acceptance_result_insert", &row);
	if (s->f.pass) {
		payment_trigger(r, r->challenge, "accepted");
		followup_plan(r);
		performance_plan(r);
		act_move(r, r->challenge, "acceptance.passed");
		acceptance_tell(r, acceptance_title(r, WORD_acceptance_passed_title),
			word(r->a, WORD_acceptance_passed_text, "certificate", str_c(r->a, row.number), NULL));
	} else if (s->f.rectify) {
		act_move(r, r->challenge, "acceptance.rectifying");
		acceptance_tell(r, acceptance_title(r, WORD_acceptance_rectify_title), in->opinion);
	} else {
		act_move(r, r->challenge, "acceptance.failed");
		acceptance_tell(r, acceptance_title(r, WORD_acceptance_failed_title), in->opinion);
	}
	r->made = r->challenge;
}
