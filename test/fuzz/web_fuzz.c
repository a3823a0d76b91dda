/*
 * Requests to a whole site in which a project has gone its way: the first byte chooses who asks, the second GET, JSON or POST; then the path and
 * query up to a line end, then the body.  Whatever comes, there is an answer, never a 5xx, and never a plain piece of the markup that the story's
 * texts do not hold.
 */
#include "../told.h"
#include "fuzz.h"

static const char *const people[] = { "zhouqi", "wumin", "zhengli", "qianjin", "lijianguo", "sunjs", "fengjs", "expert1", "expert7", "admin" };
#define PEOPLE (sizeof people / sizeof *people)

static struct told site;
static struct str cookies[PEOPLE + 1];

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	if (!told_open(&site, "test/story", "main.story")) {
		fprintf(stderr, "%.*s\n", STR_ARG(site.error));
		abort();
	}
	for (size_t i = 0; i < PEOPLE; i++)
		cookies[i + 1] = told_cookie(&site, people[i]);
	return 0;
}

static bool path_good(struct str path)
{
	return path.n && path.p[0] == '/' && !memchr(path.p, 0, path.n) && !memmem(path.p, path.n, "..", 2);
}

FUZZ(a, input)
{
	if (input.n < 3)
		return;
	unsigned who = (unsigned char)input.p[0] % (PEOPLE + 1), how = (unsigned char)input.p[1] % 4;
	struct str rest = { input.p + 2, input.n - 2 };
	struct str target = str_cut(&rest, '\n');
	arena_reset(site.request);
	struct web_request q = told_request(&site, str_c(site.request, target));
	struct web_response out = { .fd = -1 };
	struct viewer viewer;
	(void)a;
	if (!path_good(q.path))
		return;
	q.cookie = cookies[who];
	q.method = how == 2 || how == 3 ? METHOD_POST : METHOD_GET;
	q.accept = how == 1 || how == 3 ? STR("application/json") : STR("text/html");
	q.type = how == 3 ? STR("application/json") : STR("application/x-www-form-urlencoded");
	q.body = how >= 2 ? rest : STR("");
	q.origin = STR("http://localhost");
	if (how >= 2 && session_viewer(&site.worker, &q, &viewer))
		q.csrf = viewer.csrf;
	web_handle(&site.worker, &q, &out);
	MUST(out.status >= 200 && out.status < 500);
	if (out.fd >= 0)
		close(out.fd);
}
