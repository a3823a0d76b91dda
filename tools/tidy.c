/*
 * tidy DIR: the style of this house as a test.  Reads DIR/src and prints "file:line: what" for everything that is not as it should be: who may
 * include whom, sizes, banned calls, floating point, Chinese and SQL in C, statements that no .sql file has, mutable globals.
 *
 * What is allowed stands in the tables at the top.  This is a program of its own: it uses nothing of src and is no part of it.
 * Not for: formatting (people see to that), meaning (tests do).
 */
#include <ctype.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- what is allowed ---- */

#define FUNCTION_LINES 60
#define FILE_LINES 600
#define PARAMETERS 6
#define NESTING 4               /* blocks inside a function's own; a loop with a switch with a block is three */
#define COLUMNS 160

/* Who may include what: the first row whose `who` fits a file counts. Folders end in '/'. "life<" = rooms up to one's own. */
static const struct layer {
	const char *who, *may;
} layers[] = {
	{ "_rules.c",      "rule/ base/day.h base/money.h base/str.h OWN_FACTS" },
	{ "_facts.h",      "rule/ base/ across/" },
	{ "src/base/",     "base/ tables/words.def tables/choices.def tables/roles.def" },
	{ "src/rule/",     "base/ rule/ tables/" },
	{ "src/tables/",   "base/ rule/ tables/ act/ across/ life/ web/ story/ rules_where.h" },
	{ "src/store/",    "base/ store/ tables/ act/ across/ life/ web/ story/" },
	{ "src/act/",      "base/ rule/ store/ tables/ act/ across/" },
	{ "src/across/document/", "base/ rule/ store/ tables/ act/ across/ web/template.h" },  /* a paper is a page: one template language */
	{ "src/across/",   "base/ rule/ store/ tables/ act/ across/ web/view.h web/frame.h web/session.h web/template.h" },
	{ "src/life/",     "base/ rule/ store/ tables/ act/ across/ life< web/view.h web/frame.h web/template.h" },
	{ "src/web/demo_clock.c", "base/ web/ commands/folder.h" },
	{ "src/web/serve", "base/ rule/ store/ tables/ act/ across/ life/ web/ commands/" },
	{ "src/web/supervise.c", "base/ web/ commands/" },
	{ "src/web/",      "base/ rule/ store/ tables/ act/ across/ life/ web/" },
	{ "src/story/",    "base/ rule/ store/ tables/ act/ across/ story/" },
	{ "src/demo/",     "base/ rule/ store/ tables/ act/ across/ life/ story/ demo/ commands/folder.h" },
	{ "src/commands/", "base/ rule/ store/ tables/ act/ across/ life/ web/ story/ demo/ commands/ rules_where.h" },
	{ "src/main.c",    "base/ commands/" },
	{ "src/tmp_",      "base/ rule/ store/ tables/ act/ across/ life/ web/" },
	{ "src/",          "" },
};

/* System headers that a file of the left may not see. */
static const struct closed {
	const char *who, *headers;
} closed[] = {
	{ "_rules.c",  "time.h stdio.h stdlib.h unistd.h sys/ pthread.h libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/rule/", "time.h unistd.h sys/ pthread.h libpq-fe.h sqlite3.h microhttpd.h" },
	{ "_act.c",    "time.h unistd.h sys/ libpq-fe.h sqlite3.h microhttpd.h" },
	{ "_view.c",   "time.h unistd.h sys/ libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/act/",  "libpq-fe.h sqlite3.h microhttpd.h" },
	{ "src/web/",  "libpq-fe.h sqlite3.h" },
};

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

/* Globals that may change, each with its reason in its file. */
static const char *const mutable_allowed[] = { "src/base/log.c", "src/main.c", "src/store/lock.c", "src/web/serve", "src/web/supervise", "src/commands/serve" };

/* Functions whose shape a library asks for (callbacks of libmicrohttpd). */
static const char *const shaped_by_library[] = { "src/web/server.c", "src/web/upload.c" };

/* ---- a file and its text without comments and literals ---- */

struct file {
	char *path, *text;      /* as it stands */
	char *code;             /* comments and the insides of literals as blanks; preprocessor lines too */
	size_t n;
};

static struct file *files;
static size_t files_n;
static char **statements;       /* names of every statement of every .sql */
static size_t statements_n;
static int faults, faulty;
static bool file_faulty;

static void *more(void *p, size_t n, size_t size)
{
	p = realloc(p, n * size);
	if (!p)
		abort();
	return p;
}

static bool ends(const char *s, const char *tail)
{
	size_t n = strlen(s), m = strlen(tail);
	return n >= m && strcmp(s + n - m, tail) == 0;
}

static bool starts(const char *s, const char *head)
{
	return strncmp(s, head, strlen(head)) == 0;
}

/* A row's `who` or an exception: a beginning of the path, or, when it begins with '_', its end. */
static bool is_of(const char *path, const char *who)
{
	return who[0] == '_' ? ends(path, who) : starts(path, who);
}

static int line_of(const struct file *f, size_t at)
{
	int line = 1;
	for (size_t i = 0; i < at; i++)
		line += f->text[i] == '\n';
	return line;
}

static void fault(const struct file *f, int line, const char *what, const char *detail)
{
	printf("%s:%d: %s%s%s\n", f->path, line, what, *detail ? ": " : "", detail);
	faults++;
	file_faulty = true;
}

/* ---- reading ---- */

static void blank(char *code, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (code[i] != '\n')
			code[i] = ' ';
}

static size_t literal_end(const struct file *f, size_t i)
{
	char quote = f->text[i++];
	while (i < f->n && f->text[i] != quote && f->text[i] != '\n')
		i += f->text[i] == '\\' ? 2 : 1;
	return i < f->n ? i : f->n - 1;
}

static size_t directive_end(const struct file *f, size_t i)
{
	while (i < f->n && (f->text[i] != '\n' || f->text[i - 1] == '\\')) {
		if (starts(f->text + i, "/*")) {
			const char *end = strstr(f->text + i, "*/");
			return end ? (size_t)(end - f->text) + 2 : f->n;
		}
		i++;
	}
	return i;
}

static void strip(struct file *f)
{
	bool line_begin = true;
	for (size_t i = 0; i < f->n; i++) {
		char c = f->text[i];
		if (starts(f->text + i, "/*")) {
			const char *end = strstr(f->text + i + 2, "*/");
			size_t to = end ? (size_t)(end - f->text) + 2 : f->n;
			blank(f->code, i, to);
			i = to - 1;
		} else if (starts(f->text + i, "//")) {
			fault(f, line_of(f, i), "comments are /* */", "");
			size_t to = i + strcspn(f->text + i, "\n");
			blank(f->code, i, to);
			i = to - 1;
		} else if (c == '"' || c == '\'') {
			size_t to = literal_end(f, i);
			blank(f->code, i + 1, to);
			i = to;
			line_begin = false;
		} else if (c == '#' && line_begin) {
			size_t to = directive_end(f, i);
			blank(f->code, i, to);
			i = to - 1;
		} else if (c == '\n') {
			line_begin = true;
		} else if (c != ' ' && c != '\t') {
			line_begin = false;
		}
	}
}

static void read_one(const char *path)
{
	FILE *in = fopen(path, "rb");
	struct stat st;
	if (!in || stat(path, &st) != 0)
		exit(2);
	files = more(files, files_n + 1, sizeof *files);
	struct file *f = &files[files_n++];
	*f = (struct file){ .path = strdup(path), .n = (size_t)st.st_size };
	f->text = more(NULL, f->n + 4, 1);
	if (fread(f->text, 1, f->n, in) != f->n)
		exit(2);
	memset(f->text + f->n, 0, 4);
	fclose(in);
	f->code = more(NULL, f->n + 4, 1);
	memcpy(f->code, f->text, f->n + 4);
}

static int by_path(const void *x, const void *y)
{
	return strcmp(((const struct file *)x)->path, ((const struct file *)y)->path);
}

static void read_tree(const char *dir)
{
	char path[4096];
	DIR *d = opendir(dir);
	if (!d)
		return;
	for (struct dirent *e; (e = readdir(d));) {
		struct stat st;
		snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
		if (e->d_name[0] == '.' || stat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode))
			read_tree(path);
		else if (ends(path, ".c") || ends(path, ".h") || ends(path, ".sql") || ends(path, ".def") || ends(path, ".html"))
			read_one(path);
	}
	closedir(d);
}

/* ---- layers ---- */

static bool among(const char *word, const char *list, const char *path)
{
	char one[128];
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		snprintf(one, sizeof one, "%.*s", (int)n, p);
		p += n + (p[n] == ' ');
		bool folder = n && one[n - 1] == '/';
		if (folder ? starts(word, one) : strcmp(word, one) == 0)
			return true;
		/* rooms look back: the digit behind life/ is not above one's own */
		if (strcmp(one, "life<") == 0 && starts(word, "life/") && starts(path, "src/life/") && word[5] <= path[9])
			return true;
	}
	return false;
}

static bool own_facts(const char *path, const char *header)
{
	char want[512];
	snprintf(want, sizeof want, "%s", path + strlen("src/"));
	char *tail = strstr(want, "_rules.c");
	if (!tail)
		return false;
	memcpy(tail, "_facts.h", 9);
	/* one room may have several facts headers: its own folder is what counts */
	char *slash = strrchr(want, '/');
	return slash && strncmp(want, header, (size_t)(slash - want) + 1) == 0 && (ends(header, "_facts.h") || ends(header, "_rules.h"));
}

static void check_include(const struct file *f, int line, const char *header)
{
	for (size_t i = 0; i < sizeof layers / sizeof *layers; i++) {
		if (!is_of(f->path, layers[i].who))
			continue;
		bool facts = strstr(layers[i].may, "OWN_FACTS") && own_facts(f->path, header);
		if (!facts && !among(header, layers[i].may, f->path))
			fault(f, line, "this layer may not include", header);
		return;
	}
}

static void check_system_include(const struct file *f, int line, const char *header)
{
	for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
		if (is_of(f->path, closed[i].who) && among(header, closed[i].headers, ""))
			fault(f, line, "this layer may not see", header);
}

static void check_includes(const struct file *f)
{
	int line = 0;
	for (const char *p = f->text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		char header[256];
		line++;
		if (sscanf(p, "#include \"%255[^\"]\"", header) == 1)
			check_include(f, line, header);
		else if (sscanf(p, "#include <%255[^>]>", header) == 1)
			check_system_include(f, line, header);
	}
}

/* ---- sizes ---- */

static void check_lines(const struct file *f)
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

static size_t before(const char *code, size_t i)
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

static void check_functions(const struct file *f)
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

/* ---- words ---- */

static bool word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

static bool excepted(const char *path, const char *list)
{
	char one[128];
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		snprintf(one, sizeof one, "%.*s", (int)n, p);
		if (is_of(path, one))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

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

static void check_words(const struct file *f)
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

static void check_chinese(const struct file *f)
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

static bool statement_known(const char *name)
{
	for (size_t i = 0; i < statements_n; i++)
		if (strcmp(statements[i], name) == 0)
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

static void check_literals(const struct file *f)
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

static void check_globals(const struct file *f)
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

/* ---- the file as a whole ---- */

static void check_opening(const struct file *f)
{
	bool sql = ends(f->path, ".sql");
	if (f->n && !starts(f->text, sql ? "--" : "/*") && !ends(f->path, ".html"))
		fault(f, 1, "a file opens with a paragraph that says what it is for", "");
}

static void check_base_name(size_t at)
{
	const char *name = strrchr(files[at].path, '/') + 1;
	if (!ends(name, ".sql") && !ends(name, ".html"))
		return;
	for (size_t i = 0; i < at; i++)
		if (strcmp(strrchr(files[i].path, '/') + 1, name) == 0)
			fault(&files[at], 1, "another file has the same name", files[i].path);
}

static void read_statements(const struct file *f)
{
	for (const char *p = f->text; p && *p; p = strchr(p, '\n') ? strchr(p, '\n') + 1 : NULL) {
		char name[128];
		if (sscanf(p, "-- %127[a-z0-9_]: ", name) != 1 || !memmem(p, strcspn(p, "\n"), " -> ", 4))
			continue;
		if (statement_known(name))
			fault(f, line_of(f, (size_t)(p - f->text)), "the statement stands in two places", name);
		statements = more(statements, statements_n + 1, sizeof *statements);
		statements[statements_n++] = strdup(name);
	}
}

static void check(size_t at)
{
	struct file *f = &files[at];
	bool c = ends(f->path, ".c"), code = c || ends(f->path, ".h");
	file_faulty = false;
	check_base_name(at);
	check_opening(f);
	if (code) {
		check_lines(f);
		strip(f);
		check_includes(f);
		check_functions(f);
		check_words(f);
	}
	if (c) {
		check_chinese(f);
		check_literals(f);
		check_globals(f);
	}
	faulty += file_faulty;
}

int main(int argc, char **argv)
{
	if (argc != 2 || chdir(argv[1]) != 0)
		return fprintf(stderr, "usage: tidy DIR\n"), 2;
	read_tree("src");
	qsort(files, files_n, sizeof *files, by_path);
	for (size_t i = 0; i < files_n; i++)
		if (ends(files[i].path, ".sql"))
			read_statements(&files[i]);
	for (size_t i = 0; i < files_n; i++)
		check(i);
	printf("%zu passed, %d failed\n", files_n - (size_t)faulty, faults);
	return faults != 0;
}
