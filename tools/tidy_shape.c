/* tidy: sizes, shapes of functions, globals that change. */
#include "tidy.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* ---- what is allowed ---- */

#define FUNCTION_LINES 60
#define FILE_LINES 600
#define PARAMETERS 6
#define NESTING 4               /* blocks inside a function's own; a loop with a switch with a block is three */
#define COLUMNS 160

/* Globals that may change, each with its reason in its file. */
static const char *const mutable_allowed[] = { "src/base/log.c", "src/main.c", "src/store/lock.c", "src/web/serve", "src/web/supervise", "src/commands/serve" };

/* Functions whose shape a library asks for (callbacks of libmicrohttpd). */
static const char *const shaped_by_library[] = { "src/web/server.c", "src/web/upload.c" };

/* ---- sizes ---- */

void check_lines(const struct file *f)
{
	int line = 1;
	size_t column = 0;
	for (size_t i = 0; i < f->n; i++) {
		unsigned char c = (unsigned char)f->text[i];
		if (c == '\n') {
			if (column > COLUMNS)
				fault(f, line, "line is longer than 160 columns", "");
			column = 0;
			line++;
		} else if ((c & 0xc0) != 0x80) {
			column += c == '\t' ? 8 : 1;
		}
	}
	if (line - 1 > FILE_LINES)
		fault(f, line - 1, "file has more than 600 lines", "");
}

static int parameters(const char *code, size_t close)
{
	int depth = 0, commas = 0;
	bool any = false;
	for (size_t i = close; ; i--) {
		char c = code[i];
		depth += (c == ')') - (c == '(');
		if (depth == 0)
			break;
		commas += depth == 1 && c == ',';
		any |= !isspace((unsigned char)c) && c != ')';
		if (i == 0)
			break;
	}
	return any ? commas + 1 : 0;
}

size_t before(const char *code, size_t i)
{
	while (i > 0 && isspace((unsigned char)code[i - 1]))
		i--;
	return i ? i - 1 : 0;
}

static size_t body_end(const struct file *f, size_t open, int *deepest)
{
	int depth = 0;
	for (size_t i = open; i < f->n; i++) {
		depth += (f->code[i] == '{') - (f->code[i] == '}');
		if (depth > *deepest)
			*deepest = depth;
		if (depth == 0)
			return i;
	}
	return f->n;
}

static bool library_shape(const char *path)
{
	for (size_t i = 0; i < sizeof shaped_by_library / sizeof *shaped_by_library; i++)
		if (strcmp(path, shaped_by_library[i]) == 0)
			return true;
	return false;
}

void check_functions(const struct file *f)
{
	for (size_t i = 0; i < f->n; i++) {
		if (f->code[i] != '{')
			continue;
		int deepest = 0;
		size_t last = before(f->code, i), end = body_end(f, i, &deepest);
		if (f->code[last] == ')') {
			int lines = line_of(f, end) - line_of(f, i) - 1;
			if (lines > FUNCTION_LINES)
				fault(f, line_of(f, i), "function has more than 60 lines", "");
			if (parameters(f->code, last) > PARAMETERS && !library_shape(f->path))
				fault(f, line_of(f, last), "function has more than 6 parameters", "");
			if (deepest - 1 > NESTING)
				fault(f, line_of(f, i), "blocks are nested too deep", "");
		}
		i = end;
	}
}

/* ---- globals ---- */

static bool mutable_file(const char *path)
{
	for (size_t i = 0; i < sizeof mutable_allowed / sizeof *mutable_allowed; i++)
		if (starts(path, mutable_allowed[i]))
			return true;
	return false;
}

static bool has_word(const char *s, const char *word)
{
	size_t n = strlen(word);
	for (const char *p = s; (p = strstr(p, word)); p += n)
		if ((p == s || !word_char(p[-1])) && !word_char(p[n]))
			return true;
	return false;
}

/* One declaration at file scope, up to '=' or ';', what stands in its braces left out. */
static void check_declaration(const struct file *f, size_t from, size_t to, char stop)
{
	char text[1024];
	size_t n = 0;
	int depth = 0;
	bool braces = false;
	for (size_t i = from; i < to && n < sizeof text - 1; i++) {
		depth -= f->code[i] == '}';
		if (depth == 0 && f->code[i] != '}')
			text[n++] = f->code[i] == '{' ? ' ' : f->code[i];
		depth += f->code[i] == '{';
		braces |= f->code[i] == '{';
	}
	text[n] = 0;
	char *p = text + strspn(text, " \t\n");
	while (n && isspace((unsigned char)text[n - 1]))
		text[--n] = 0;
	bool no_variable = !*p || strchr(p, '(') || has_word(p, "extern") || has_word(p, "typedef") || has_word(p, "const");
	/* "struct x {…};" and "struct x;" declare types only */
	const char *name = strpbrk(p, " \t\n");
	bool type = starts(p, "struct") || starts(p, "enum") || starts(p, "union");
	bool type_only = stop == ';' && type && (!name || !strpbrk(name + 1, " \t\n*"));
	if (!no_variable && !type_only && !(braces && !name))
		fault(f, line_of(f, from + (size_t)(p - text)), "a global that can change", "");
}

static void check_static_local(const struct file *f, size_t at)
{
	char line[512];
	snprintf(line, sizeof line, "%.*s", (int)strcspn(f->code + at, ";={"), f->code + at);
	if (!has_word(line, "const") && !strchr(line, '('))
		fault(f, line_of(f, at), "a static local that can change", "");
}

static size_t initialiser_end(const struct file *f, size_t i)
{
	for (int depth = 0; i < f->n && (f->code[i] != ';' || depth); i++)
		depth += (f->code[i] == '{') - (f->code[i] == '}');
	return i;
}

void check_globals(const struct file *f)
{
	size_t from = 0;
	int depth = 0;
	bool function = false;
	if (mutable_file(f->path))
		return;
	for (size_t i = 0; i < f->n; i++) {
		char c = f->code[i];
		if (depth == 0 && c == '{')
			function = f->code[before(f->code, i)] == ')';
		if (depth == 0 && (c == ';' || c == '='))
			check_declaration(f, from, i, c);
		if (depth == 0 && c == '=')
			i = initialiser_end(f, i), c = ';';
		depth += (c == '{') - (c == '}');
		if (depth == 0 && (c == ';' || (c == '}' && function)))
			from = i + 1;
		if (depth > 0 && function && starts(f->code + i, "static ") && !word_char(f->code[i - 1]))
			check_static_local(f, i);
	}
}
