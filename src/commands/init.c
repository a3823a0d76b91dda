/* jiebang init: folder, keys, store, programme, first people, one-time link. */
#include "commands/init.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "across/party/party.h"
#include "base/hash.h"
#include "base/word.h"
#include "commands/command.h"
#include "commands/folder.h"
#include "commands/open.h"
#include "web/session.h"

static const char *const with_value[] = { "data", "database", "pack", "hash", "admin", "name", NULL };
static const char *const flags[] = { "help", NULL };
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* GB 32100 outer check digit over the first 17 characters. */
static char outer_digit(const char *code)
{
	int sum = 0, weight = 1;
	for (int i = 0; i < 17; i++, weight = weight * 3 % 31)
		sum += (int)(strchr(alphabet, code[i]) - alphabet) * weight;
	return alphabet[(31 - sum % 31) % 31];
}

/* GB 11714 check digit over the eight characters of the subject code. */
static char inner_digit(const char *code)
{
	static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;
	for (int i = 0; i < 8; i++)
		sum += (code[i] - '0') * weights[i];
	int c = 11 - sum % 11;
	return c == 11 ? '0' : c == 10 ? 'X' : (char)('0' + c);
}

struct str credit_code_provisional(struct arena *a, struct str region, int number)
{
	char *code = (char *)str_fmt(a, "11%.6s%08d00", region.n == 6 ? region.p : "000000", number).p;
	code[16] = inner_digit(code + 8);
	code[17] = outer_digit(code);
	return str_of(code);
}

struct step {
	struct arena *a;
	struct db *db;
	const struct programme *pg;
	int64_t now;
	int count;
	struct str *error;
};

static int64_t act_once(struct step *s, enum act_id act, int64_t target, const void *in)
{
	struct str key = str_fmt(s->a, "init-%d", ++s->count);
	struct act_request q = { .act = act, .programme = s->pg->id, .role = ROLE_system, .target = target, .in = in, .now = s->now,
		.key = key, .seed = hash_text(s->a, HASH_SHA256, str_fmt(s->a, "%lld %.*s", (long long)s->now, STR_ARG(key))) };
	struct act_result r = act_run(s->db, s->a, s->pg, &q);
	if (r.answer == ANSWER_DONE)
		return r.made;
	const struct verdict *v = r.verdicts.v;
	*s->error = str_fmt(s->a, "%s: answer %d %s", act_infos[act].name, (int)r.answer, r.verdicts.n ? rule_infos[v->rule].name : "");
	return 0;
}

/* An office of the pack, registered and verified. */
static int64_t make_office(struct step *s, const struct local_name *n, int number)
{
	struct org_form org = {
		.name = n->name, .credit_code = credit_code_provisional(s->a, s->pg->policy->region, number), .kind = STR("office"),
		.role = n->role, .region = s->pg->policy->region, .address = s->pg->policy->place, .legal_person = word_text(WORD_init_unknown),
		.contact = n->name, .phone_secret = STR("00000"), .email_secret = STR("office@localhost.invalid"),
		.login = str_fmt(s->a, "%.*s-office", STR_ARG(n->role)),
	};
	int64_t id = act_once(s, ACT_org_register, 0, &org);
	struct org_verify_form check = { .result = STR("verified"), .source = word_text(WORD_init_source) };
	return id && act_once(s, ACT_org_verify, id, &check) ? id : 0;
}

bool programme_people(struct arena *a, struct db *db, const struct programme *pg, struct first_admin *who, struct str *error)
{
	static const char *const offices[] = { "bureau", "eic", "government", "finance", "audit", "park" };
	struct step s = { .a = a, .db = db, .pg = pg, .now = who->now, .error = error };
	const struct local_name *n = pg->policy->names.v;
	int64_t bureau = 0;
	for (size_t i = 0; i < pg->policy->names.n; i++)
		for (int k = 0; k < 6; k++) {
			if (!str_is(n[i].role, offices[k]))
				continue;
			int64_t id = make_office(&s, &n[i], k + 1);
			if (!id)
				return false;
			bureau = k == 0 ? id : bureau;
		}
	struct person_form admin = { .name = str_of(who->name), .login = str_of(who->login), .role = STR("admin_sys") };
	who->person = bureau ? act_once(&s, ACT_person_add, bureau, &admin) : 0;
	return who->person != 0;
}

static bool begin(struct arena *a, struct db *db, struct programme_begin *how, struct first_admin *who, struct str *error)
{
	if (strcmp(how->hash, "sha256") && strcmp(how->hash, "sm3")) {
		*error = STR("--hash is sha256 or sm3");
		return false;
	}
	if (!programme_begin(a, db, how, error))
		return false;
	struct programme *pg = programme_open(a, db, how->id, error);
	return pg && programme_people(a, db, pg, who, error);
}

int command_init(int argc, char **argv)
{
	struct str error = { 0 };
	const char *dir = option(argc, argv, "data"), *url = option(argc, argv, "database");
	if (!options_known(argc, argv, with_value, flags) || !dir)
		return fprintf(stderr, "usage: jiebang init --data DIR [--database URL] [--pack NAME] [--hash sha256|sm3] [--admin LOGIN]\n"), 2;
	struct arena *a = arena_new((size_t)1 << 30);
	struct programme_begin how = { .pack = option(argc, argv, "pack"), .hash = option(argc, argv, "hash"), .id = 1, .now = clock_now() };
	struct first_admin who = { .login = option(argc, argv, "admin"), .name = option(argc, argv, "name"), .now = how.now };
	how.pack = how.pack ? how.pack : "dazu-2023";
	how.hash = how.hash ? how.hash : "sha256";
	who.login = who.login ? who.login : "admin";
	who.name = who.name ? who.name : word_text(WORD_init_admin).p;
	struct db *db = NULL;
	bool good = folder_make(a, dir, &error)
		&& (db = db_open(a, folder_database(a, dir, url), DB_WRITE, true, &error)) && begin(a, db, &how, &who, &error)
		&& (!url || folder_write(a, dir, "database", str_of(url), &error));
	struct str token = good ? enter_link_make(db, a, who.person, how.now, random_seed(a)) : (struct str){ 0 };
	if (good)
		printf("%s is ready: pack %s, book %s, first administrator \"%s\"\n"
			"one-time link (48 hours): /enter/%.*s\n"
			"next: jiebang serve --data %s --listen 127.0.0.1:8080\n", dir, how.pack, how.hash, who.login, STR_ARG(token), dir);
	else
		fprintf(stderr, "jiebang init: %.*s\n", STR_ARG(error));
	if (db)
		db_close(db);
	arena_free(a);
	return good ? 0 : 1;
}
