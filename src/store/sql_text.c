/*
 * A reader of SQL text: just enough to find words, :parameters, the end of a statement and the line of each.
 * It understands no grammar; the engines do that.
 */
#include "store/sql_text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct sql_reader sql_reader(struct str text, int line)
{
	return (struct sql_reader){ .p = text.p, .end = text.p + text.n, .line = line };
}

static bool word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (c & 0x80);
}

static void skip_space(struct sql_reader *r)
{
	while (r->p < r->end) {
		if (*r->p == '\n')
			r->line++, r->p++;
		else if (isspace((unsigned char)*r->p))
			r->p++;
		else if (*r->p == '-' && r->p + 1 < r->end && r->p[1] == '-')
			while (r->p < r->end && *r->p != '\n')
				r->p++;
		else
			return;
	}
}

static enum sql_token take_word(struct sql_reader *r, enum sql_token kind)
{
	const char *from = r->p;

	while (r->p < r->end && word_char(*r->p))
		r->p++;
	r->token = (struct str){ from, (size_t)(r->p - from) };
	return kind;
}

static enum sql_token take_quoted(struct sql_reader *r)
{
	char quote = *r->p++;

	while (r->p < r->end && *r->p != quote)
		r->line += *r->p++ == '\n';
	r->p += r->p < r->end;
	r->token = (struct str){ r->from, (size_t)(r->p - r->from) };
	return SQL_QUOTED;
}

enum sql_token sql_next(struct sql_reader *r)
{
	skip_space(r);
	r->from = r->p;
	if (r->p >= r->end)
		return SQL_END;
	if (word_char(*r->p))
		return take_word(r, SQL_WORD);
	if (*r->p == '\'' || *r->p == '"')
		return take_quoted(r);
	if (*r->p == ':' && r->p + 1 < r->end && word_char(r->p[1])) {
		r->p++;
		return take_word(r, SQL_PARAM);
	}
	if (*r->p == ':' && r->p + 1 < r->end && r->p[1] == ':')
		r->p++;                 /* a cast of PostgreSQL, not a parameter; SQLite will refuse it */
	r->depth += (*r->p == '(') - (*r->p == ')');
	r->token = (struct str){ r->p++, 1 };
	return SQL_SIGN;
}

bool sql_word(const struct sql_reader *r, enum sql_token kind, const char *word)
{
	return kind == SQL_WORD && strlen(word) == r->token.n && !strncasecmp(r->token.p, word, r->token.n);
}

struct str sql_line(struct str *rest)
{
	struct str line = str_cut(rest, '\n');

	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}
