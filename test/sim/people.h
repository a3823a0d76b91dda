/*
 * What several desks need to know of units and people: each desk that wants it keeps a copy in its memory and tells it every line.
 *
 * Written from 5.1.1, 5.2.a, 5.2.b and the forms of across/party and across/affiliation; knows nothing of the program's own answers.
 */
#ifndef SIM_PEOPLE_H
#define SIM_PEOPLE_H

#include "sim/desk.h"

#define PEOPLE_ORGS 64
#define PEOPLE_PERSONS 192
#define PEOPLE_RELATIONS 48
#define PEOPLE_RECORDS 24
#define PEOPLE_FINDINGS 12

struct people_org {
	int64_t id;
	struct str name, code, kind, region, role;
	bool verified, refused, key_industry;
};
struct people_person {
	int64_t id, org;
	struct str name, login, role, category, employer, employer_code;
	bool ended;
};
/* A relation between the unit on whose page it stands and another unit or a person. */
struct people_relation {
	int64_t id, org, other_person, from, to;
	struct str kind, name, code, mark;
	bool person, ended;
};
struct people_record {                  /* of the discredit register */
	int64_t org, happened, ends;
	struct str person;
};
struct people {
	struct people_org orgs[PEOPLE_ORGS];
	struct people_person persons[PEOPLE_PERSONS];
	struct people_relation relations[PEOPLE_RELATIONS];
	struct people_record records[PEOPLE_RECORDS];
	size_t orgs_n, persons_n, relations_n, records_n;
};

/* The id of the n-th row of a table that the line wrote; 0: none. */
int64_t line_item(const struct audit_line *l, const char *table, size_t n);
void people_saw(struct people *p, const struct audit_line *l);
const struct people_org *people_org(const struct people *p, int64_t id);
const struct people_org *people_org_by_code(const struct people *p, struct str code);
const struct people_person *people_person(const struct people *p, int64_t id);
bool people_login_taken(const struct people *p, struct str login);
bool people_login_good(struct str login);

/* GB 32100: the code's shape, its check character, and the check of the subject code inside (GB 11714). */
bool code_shape(struct str code);
bool code_digit(struct str code);
bool code_inner(struct str code);
static inline bool code_good(struct str code)
{
	return code_shape(code) && code_digit(code);
}

/* 5.1.5, 5.2.4: a record that happened in the three years before `from`, has not run out today, and concerns the unit or this person there. */
bool people_discredited(const struct people *p, int64_t org, struct str person, int64_t from, int64_t today);
/* 8.4.c, 5.2.b: works for the unit, or is related to it. */
bool people_tied(const struct people *p, int64_t person, struct str unit_code, int64_t today);
enum people_path { PATH_NONE, PATH_DOUBTFUL, PATH_SURE };
/* 5.2.b: connected by at most three relations. */
enum people_path people_path(const struct people *p, struct str code, struct str name, const struct people_org *demander, int64_t today);

#endif
