/* tidy: calls that nobody makes, floating point, Chinese, SQL and clause numbers in C, statements that no .sql has. */
#include "tidy.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- what is allowed ---- */

/* Calls that nobody makes, except the files named (beginnings of paths). */
static const struct banned {
	const char *calls, *except, *why;
} banned[] = {
	{ "strcpy strcat sprintf vsprintf gets strtok stpcpy strncat", "", "unbounded" },
	{ "atoi atol atoll strtol strtoul strtod sscanf scanf fscanf", "src/commands/ src/web/metrics.c", "takes rubbish for numbers: str_int" },
	{ "system popen", "", "no shell" },
	{ "gmtime localtime gmtime_r localtime_r mktime strftime", "", "the calendar is base/day.h" },
	{ "time clock_gettime gettimeofday", "src/base/log.c src/commands/ src/web/ src/main.c", "the instant enters at the door" },
	{ "rand srand random srandom drand48", "", "randomness enters at the door" },
	{ "malloc calloc realloc strdup strndup asprintf vasprintf", "src/base/arena.c src/store/ src/web/server src/web/reaper.c src/web/supervise.c src/web/limiter.c", "memory comes from an arena" },
	{ "free", "src/base/arena.c src/store/ src/web/server src/web/reaper.c src/web/supervise.c src/rule/yaml src/web/password src/web/totp src/web/limiter.c src/act/outbox.c", "memory goes with its arena" },
	{ "alloca setjmp longjmp", "", "no" },
	{ "act_write act_move act_run db_begin db_run db_commit", "src/act/ src/store/ src/story/ src/demo/ src/commands/ src/web/ _act.c src/across/", "only acts write" },
};

static void check_word(const struct file *f, size_t at, size_t n)
{
	char word[128];
	size_t next = at + n;
	snprintf(word, sizeof word, "%.*s", (int)(n < 127 ? n : 127), f->code + at);
	if (strcmp(word, "float") == 0 || strcmp(word, "double") == 0)
		fault(f, line_of(f, at), "no floating point", "");
	while (next < f->n && isspace((unsigned char)f->code[next]))
		next++;
	bool member = at && (f->code[at - 1] == '.' || (f->code[at - 1] == '>' && f->code[at - 2] == '-'));
	if (f->code[next] != '(' || member || ends(f->path, ".h"))
		return;
	for (size_t i = 0; i < sizeof banned / sizeof *banned; i++)
		if (among(word, banned[i].calls, "") && !excepted(f->path, banned[i].except)) {
			char what[256];
			snprintf(what, sizeof what, "%s() is banned", word);
			fault(f, line_of(f, at), what, banned[i].why);
		}
}

void check_words(const struct file *f)
{
	for (size_t i = 0; i < f->n; i++) {
		if (!word_char(f->code[i]) || (i && word_char(f->code[i - 1])))
			continue;
		size_t n = 0;
		while (word_char(f->code[i + n]))
			n++;
		check_word(f, i, n);
	}
}

/* ---- literals: Chinese, SQL, clause numbers, statements ---- */

static bool is_chinese(const unsigned char *p)
{
	if (p[0] < 0xe3 || p[0] > 0xef || !p[1])
		return false;
	unsigned c = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
	return (c >= 0x3000 && c <= 0x303f) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xff00 && c <= 0xffef);
}

void check_chinese(const struct file *f)
{
	int line = 1, last = 0;
	for (size_t i = 0; i < f->n; i++) {
		line += f->text[i] == '\n';
		if (line != last && is_chinese((const unsigned char *)f->text + i)) {
			fault(f, line, "Chinese in a .c file (it stands in .def, .html, packs, stories)", "");
			last = line;
		}
	}
}

static bool looks_like_sql(const char *s)
{
	static const char *const heads[] = { "select ", "insert into ", "update ", "delete from ", "create table ", "drop table ", "alter table " };
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (strncasecmp(s, heads[i], strlen(heads[i])) == 0)
			return i != 2 || strstr(s, " set ");
	return false;
}

static bool names_clause(const char *s, size_t n)
{
	for (size_t i = 0; i + 4 < n; i++)
		if (isdigit((unsigned char)s[i]) && s[i + 1] == '.' && isdigit((unsigned char)s[i + 2]) && s[i + 3] == '.' &&
		    isalpha((unsigned char)s[i + 4]) && (i == 0 || !word_char(s[i - 1])) && !word_char(s[i + 5]))
			return true;
	return false;
}

bool statement_known(const char *name)
{
	for (size_t i = 0; i < house.statements_n; i++)
		if (strcmp(house.statements[i], name) == 0)
			return true;
	return false;
}

/* Is this literal the statement of a db_ call or an act_write? Looks back over "db, a, " or "r, ". */
static bool in_statement_place(const struct file *f, size_t at)
{
	static const char *const calls[] = { "db_run", "db_one", "db_all", "db_each", "act_write", "db_statement_in", "db_statement_writes" };
	size_t i = at, commas = 0;
	while (i > 0 && f->code[i - 1] != '(' && f->code[i - 1] != ';' && f->code[i - 1] != '{' && commas < 3)
		commas += f->code[--i] == ',';
	if (i == 0 || f->code[i - 1] != '(')
		return false;
	size_t end = before(f->code, i - 1) + 1, begin = end;
	while (begin > 0 && word_char(f->code[begin - 1]))
		begin--;
	for (size_t k = 0; k < sizeof calls / sizeof *calls; k++)
		if (strlen(calls[k]) == end - begin && strncmp(f->code + begin, calls[k], end - begin) == 0)
			return commas > 0;
	return false;
}

void check_literals(const struct file *f)
{
	char text[4096];
	for (size_t i = 0; i < f->n; i++) {
		if (f->code[i] != '"')
			continue;
		size_t end = i + 1;
		while (end < f->n && f->code[end] != '"')
			end++;
		snprintf(text, sizeof text, "%.*s", (int)(end - i - 1), f->text + i + 1);
		if (!starts(f->path, "src/store/") && looks_like_sql(text))
			fault(f, line_of(f, i), "SQL in a .c file (it stands in the room's .sql)", "");
		if (names_clause(text, strlen(text)))
			fault(f, line_of(f, i), "C names no clause numbers (the pack binds rules to clauses)", text);
		if (in_statement_place(f, i) && !statement_known(text))
			fault(f, line_of(f, i), "no .sql file has the statement", text);
		i = end;
	}
}
