/* Acts of publicity: the story of an accepted project, the correction of what was published. */
#include "across/deadline/deadline.h"
#include "across/publish/publish.h"
#include "base/word.h"

/* ---- announce_result ---- */

struct telling {
	struct publish_facts f;
	struct challenge_row c;
};

static bool accepted(struct str stage)
{
	return str_is(stage, "acceptance.passed") || str_is(stage, "acceptance.filed") || str_is(stage, "closed.struck");
}

bool announce_result_facts(struct act_run *r)
{
	struct telling *s = r->facts = NEW(r->a, struct telling);
	struct id_key before;

	if (!db_one(r->db, r->a, "challenge_read", &(struct id_key){ r->challenge }, &s->c))
		return act_missing(r);
	s->f.accepted = accepted(s->c.stage) && s->c.award_bid;
	/* A contest match was public before it came here; a demand listed for some only was not. */
	s->f.open = str_is(s->c.scope, "public") || str_is(s->c.entry, "direct");
	s->f.told = db_one(r->db, r->a, "publish_result_of", &(struct challenge_key){ r->challenge }, &before);
	return true;
}

void announce_result_judge(struct act_run *r)
{
	act_verdict(r, rule_result_accepted(r->facts, r->policy));
	act_verdict(r, rule_result_open(r->facts, r->policy));
	act_verdict(r, rule_result_once(r->facts, r->policy));
}

void announce_result_apply(struct act_run *r)
{
	const struct result_form *in = r->in;
	const struct telling *s = r->facts;
	struct result_row row = { .id = act_id_next(r), .programme = r->q->programme, .challenge = r->challenge, .title = in->title, .story = in->story,
		.effect = in->effect, .consents = in->consents, .published_on = r->today, .person = r->q->person };
	struct str title = word(r->a, WORD_result_told, "number", str_c(r->a, s->c.project_number), NULL);
	struct str link = str_fmt(r->a, "/results/%lld", (long long)row.id);
	struct id_key awardee;

	act_write(r, "publish_result_insert", &row);
	act_tell_org(r, s->c.demander, title, in->title, link);
	if (db_one(r->db, r->a, "deadline_awardee", &(struct challenge_key){ r->challenge }, &awardee))
		act_tell_org(r, awardee.id, title, in->title, link);
	r->made = row.id;
}

/* ---- corrections: the same for each kind of thing ---- */

struct correcting {
	struct publish_facts f;
	const char *kind;
};

static bool correct_facts(struct act_run *r, const char *kind)
{
	struct correcting *s = r->facts = NEW(r->a, struct correcting);
	struct publish_key key = { .kind = str_of(kind), .thing = r->target };
	struct published_row row;

	if (!db_one(r->db, r->a, "publish_thing", &key, &row) || row.programme != r->q->programme)
		return act_missing(r);
	s->kind = kind;
	s->f.published = row.published;
	s->f.title = row.title;
	return true;
}

static void correct_judge(struct act_run *r)
{
	act_verdict(r, rule_correction_published(&((struct correcting *)r->facts)->f, r->policy));
}

static void correct_apply(struct act_run *r)
{
	const struct correcting *s = r->facts;
	struct correction_row row = { .id = act_id_next(r), .programme = r->q->programme, .kind = str_of(s->kind), .thing = r->target, .day = r->today,
		.person = r->q->person };

	fields_copy(&correction_row_fields, &row, &correction_form_fields, r->in);
	act_write(r, "publish_correction_insert", &row);
	r->made = r->target;
}

bool correct_list_facts(struct act_run *r)
{
	return correct_facts(r, "list");
}

void correct_list_judge(struct act_run *r)
{
	correct_judge(r);
}

void correct_list_apply(struct act_run *r)
{
	correct_apply(r);
}

bool correct_notice_facts(struct act_run *r)
{
	return correct_facts(r, "notice");
}

void correct_notice_judge(struct act_run *r)
{
	correct_judge(r);
}

void correct_notice_apply(struct act_run *r)
{
	correct_apply(r);
}

bool correct_result_facts(struct act_run *r)
{
	return correct_facts(r, "result");
}

void correct_result_judge(struct act_run *r)
{
	correct_judge(r);
}

void correct_result_apply(struct act_run *r)
{
	correct_apply(r);
}

bool correct_reading_facts(struct act_run *r)
{
	return correct_facts(r, "interpretation");
}

void correct_reading_judge(struct act_run *r)
{
	correct_judge(r);
}

void correct_reading_apply(struct act_run *r)
{
	correct_apply(r);
}
