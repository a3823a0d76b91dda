/*
 * A world in which a story was told up to some stage, and its pages as a person sees them, in process:
 *
 *	struct staged t = staged_new(a, "main.story", "review.scoring");
 *	struct str body = staged_page(&t, "zhouqi", "/panels/7", 200);
 *
 * The stories are those of test/story; tests run in the repository's folder.
 */
#ifndef TEST_STAGE_H
#define TEST_STAGE_H

#include "world.h"

#include "base/word.h"
#include "story/story.h"
#include "web/session.h"
#include "web/web.h"

struct staged {
	struct world w;
	struct story_world *story;
	struct web_worker k;
	struct str file;                /* file name, for messages */
};

static inline bool staged_read(void *ctx, struct arena *a, struct str name, struct str *text)
{
	(void)ctx;
	FILE *f = fopen(str_fmt(a, "test/story/%.*s", STR_ARG(name)).p, "rb");
	if (!f)
		return false;
	struct buf b = { .arena = a };
	char part[8192];
	for (size_t n; (n = fread(part, 1, sizeof part, f)) > 0;)
		buf_put(&b, (struct str){ part, n });
	fclose(f);
	*text = buf_str(&b);
	return true;
}

/* More of the story, as text. */
static inline void staged_more(struct staged *t, struct str text)
{
	struct str error = { 0 };
	struct story_part part = { .text = text, .line = 1 };
	if (!story_run(t->story, t->file, &part, &error))
		fail_msg("%.*s", STR_ARG(error));
}

static inline struct staged staged_new(struct arena *a, const char *file, const char *until)
{
	struct staged t = { .w = world_new(a), .file = str_of(file) };
	struct str error = { 0 };
	t.story = story_new(a, t.w.db, t.w.pg);
	story_read_by(t.story, staged_read, NULL);
	staged_more(&t, str_fmt(a, "%.*s %s %.*s %s\n", STR_ARG(word_text(WORD_story_as_usual)), file, STR_ARG(word_text(WORD_story_until)), until));
	struct str read = { 0 };
	t.k = (struct web_worker){ .site = web_site_new(a, &error), .pg = t.w.pg, .write = t.w.db, .a = a, .data = str_of("/tmp") };
	t.k.read = db_open(a, t.w.path, DB_READ, false, &read);
	if (!t.k.site || !t.k.read)
		fail_msg("%.*s%.*s", STR_ARG(error), STR_ARG(read));
	return t;
}

/* The clock that pages are read by (the story has its own). */
static inline void staged_at(struct staged *t, int64_t day)
{
	t->w.now = instant_of(day, 10, 0);
}

static inline int64_t staged_id(struct staged *t, const char *name)
{
	int64_t id = 0;
	str_int(story_value(t->story, name), &id);
	return id;
}

/* A page as the person with this login sees it ("" = the public). */
static inline struct str staged_page(struct staged *t, const char *login, struct str path, int status)
{
	struct arena *a = t->w.a;
	struct web_request q = { .method = METHOD_GET, .path = path, .now = t->w.now, .host = STR("localhost"), .language = STR("zh"),
		.accept = STR("text/html"), .seed = hash_text(a, HASH_SHA256, str_fmt(a, "%d", ++t->w.count)) };
	q.secret = q.seed;
	struct party_code_key key = { .programme = 1, .code = str_of(login) };
	struct person_row person;
	if (login[0]) {
		assert_true(db_one(t->w.db, a, "party_person_with_login", &key, &person));
		struct str cookie = session_start(&t->k, &q, person.id);
		q.cookie = str_cut(&cookie, ';');
	}
	struct web_response out = { 0 };
	web_handle(&t->k, &q, &out);
	if (out.status != status)
		fail_msg("%s %.*s: %d, wanted %d\n%.*s", login, STR_ARG(path), out.status, status, STR_ARG(out.body));
	return out.body;
}

static inline bool staged_has(struct str body, const char *what)
{
	return memmem(body.p, body.n, what, strlen(what)) != NULL;
}

static inline void staged_free(struct staged *t)
{
	db_close(t->k.read);
	story_free(t->story);
	world_free(&t->w);
}

#endif
