/*
 * mutants FILE: lists what can be changed once in a file of rules: each comparison, && and ||, each whole number, each `!`.
 * mutants FILE N: prints the file with change number N (from 1) made.
 *
 * For tools/mutate.sh, which sees whether a test notices.  Comments, strings, characters, lines of the preprocessor and asserts are left alone.
 * A program of its own: it uses nothing of src and is no part of it.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MOST (1 << 20)

struct source {
	const char *path, *text;
	size_t n;
	int line;               /* of the place being looked at */
	int wanted, counted;    /* 0: list them all */
};

/* What stands there, longest first, and what it becomes; an operator without successors is only read over. */
static const struct operator {
	const char *is, *becomes[3];
} operators[] = {
	{ "<<=", { NULL } }, { ">>=", { NULL } }, { "<<", { NULL } }, { ">>", { NULL } }, { "->", { NULL } },
	{ "<=", { "<", ">" } }, { ">=", { ">", "<" } }, { "==", { "!=" } }, { "!=", { "==" } },
	{ "&&", { "||" } }, { "||", { "&&" } }, { "<", { "<=", ">=" } }, { ">", { ">=", "<=" } }, { "!", { "" } },
};

static void print_with(const struct source *s, size_t at, size_t length, const char *becomes)
{
	fwrite(s->text, 1, at, stdout);
	fputs(becomes, stdout);
	fwrite(s->text + at + length, 1, s->n - at - length, stdout);
}

static void change(struct source *s, size_t at, size_t length, const char *becomes)
{
	size_t begin = at, end = at;

	s->counted++;
	if (s->wanted) {
		if (s->counted == s->wanted)
			print_with(s, at, length, becomes);
		return;
	}
	while (begin > 0 && s->text[begin - 1] != '\n')
		begin--;
	while (end < s->n && s->text[end] != '\n')
		end++;
	while (begin < end && s->text[begin] == '\t')
		begin++;
	printf("%d\t%s:%d: %.*s -> %s\t%.*s\n", s->counted, s->path, s->line, (int)length, s->text + at, *becomes ? becomes : "(nothing)",
	       (int)(end - begin), s->text + begin);
}

static size_t skip_to(const struct source *s, size_t at, const char *end)
{
	const char *found = strstr(s->text + at, end);

	return found ? (size_t)(found - s->text) + strlen(end) : s->n;
}

static size_t skip_quoted(const struct source *s, size_t at)
{
	char quote = s->text[at++];

	while (at < s->n && s->text[at] != quote)
		at += s->text[at] == '\\' ? 2 : 1;
	return at + 1;
}

/* The end of a call that starts at `at`: behind the bracket that closes its first one. */
static size_t skip_call(const struct source *s, size_t at)
{
	int depth = 0;

	for (; at < s->n; at++) {
		depth += (s->text[at] == '(') - (s->text[at] == ')');
		if (s->text[at] == ')' && depth == 0)
			return at + 1;
	}
	return at;
}

static size_t word(struct source *s, size_t at)
{
	size_t end = at;

	while (end < s->n && (isalnum((unsigned char)s->text[end]) || s->text[end] == '_'))
		end++;
	if (isdigit((unsigned char)s->text[at])) {
		char more[32], *suffix;
		long long value = strtoll(s->text + at, &suffix, 0);
		snprintf(more, sizeof more, "%lld%.*s", value + 1, (int)(s->text + end - suffix), suffix);
		change(s, at, end - at, more);
		return end;
	}
	size_t n = end - at;
	bool assertion = (n == 6 && memcmp(s->text + at, "assert", n) == 0) || (n == 14 && memcmp(s->text + at, "_Static_assert", n) == 0);
	return assertion ? skip_call(s, at) : end;
}

static size_t operator_at(struct source *s, size_t at)
{
	for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		const struct operator *o = &operators[i];
		size_t n = strlen(o->is);
		if (strncmp(s->text + at, o->is, n) != 0)
			continue;
		for (size_t k = 0; o->becomes[k]; k++)
			change(s, at, n, o->becomes[k]);
		return at + n;
	}
	return at + 1;
}

static size_t token(struct source *s, size_t at, bool line_begins)
{
	const char *t = s->text + at;

	if (t[0] == '#' && line_begins)
		return skip_to(s, at, "\n") - 1;
	if (t[0] == '/' && t[1] == '*')
		return skip_to(s, at + 2, "*/");
	if (t[0] == '/' && t[1] == '/')
		return skip_to(s, at, "\n") - 1;
	if (t[0] == '"' || t[0] == '\'')
		return skip_quoted(s, at);
	if (isalnum((unsigned char)t[0]) || t[0] == '_')
		return word(s, at);
	return operator_at(s, at);
}

static void walk(struct source *s)
{
	bool line_begins = true;

	for (size_t at = 0; at < s->n;) {
		size_t next = token(s, at, line_begins);
		for (; at < next && at < s->n; at++) {
			s->line += s->text[at] == '\n';
			line_begins = s->text[at] == '\n' || (line_begins && isspace((unsigned char)s->text[at]));
		}
	}
}

int main(int argc, char **argv)
{
	static char text[FILE_MOST];
	FILE *f = argc > 1 ? fopen(argv[1], "r") : NULL;

	if (!f) {
		fprintf(stderr, "usage: mutants FILE [NUMBER]\n");
		return 2;
	}
	size_t n = fread(text, 1, sizeof text - 1, f);
	fclose(f);
	struct source s = { .path = argv[1], .text = text, .n = n, .line = 1, .wanted = argc > 2 ? (int)strtoll(argv[2], NULL, 10) : 0 };
	walk(&s);
	if (s.wanted && (s.wanted < 1 || s.wanted > s.counted)) {
		fprintf(stderr, "%s: it has %d changes\n", s.path, s.counted);
		return 2;
	}
	return 0;
}
