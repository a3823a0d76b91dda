/* Scripts: what every story does, step by step; and scenes, stores in which a script was told half way. */
#include "sim/sim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "base/hash.h"
#include "commands/init.h"
#include "commands/open.h"

static bool read_file(struct arena *a, const char *path, struct str *text)
{
	FILE *f = fopen(path, "rb");
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

static bool read_beside(void *ctx, struct arena *a, struct str name, struct str *text)
{
	struct str path = str_of(ctx);
	while (path.n && path.p[path.n - 1] != '/')
		path.n--;
	return read_file(a, str_fmt(a, "%.*s%.*s", STR_ARG(path), STR_ARG(name)).p, text)
		|| read_file(a, str_fmt(a, "%.*s../%.*s", STR_ARG(path), STR_ARG(name)).p, text);
}

/* ---- a fresh store ---- */

static bool store_open(struct sim *s, struct sim_scene *c, struct str *error)
{
	const char *mark = s->database ? strstr(s->database, "%d") : NULL;
	const char *url;

	c->dir = (char *)str_fmt(c->a, "%s/jiebang-sim-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : P_tmpdir).p;
	if (!mkdtemp(c->dir))
		return *error = STR("no temporary folder"), false;
	url = str_fmt(c->a, "%s/sim.db", c->dir).p;
	if (mark)
		url = str_fmt(c->a, "%.*s%d%s", (int)(mark - s->database), s->database, ++s->databases, mark + 2).p;
	c->url = url;
	c->db = db_open(c->a, url, DB_WRITE, true, error);
	struct programme_begin how = { .pack = "dazu-2023", .hash = "sha256", .id = 1, .now = instant_of(20251231, 9, 0) };
	struct first_admin who = { .login = "admin", .name = "admin", .now = how.now };
	if (!c->db || !programme_begin(c->a, c->db, &how, error))
		return false;
	c->pg = programme_open(c->a, c->db, how.id, error);
	return c->pg && programme_people(c->a, c->db, c->pg, &who, error);
}

static struct sim_scene *scene_new(struct sim *s, const char *file)
{
	struct arena *a = arena_new((size_t)1 << 30);
	struct sim_scene *c = NEW(a, struct sim_scene);
	struct str error = STR("");

	c->a = a;
	if (!store_open(s, c, &error)) {
		printf("sim: %s: %.*s\n", file, STR_ARG(error));
		sim_scene_close(c);
		return NULL;
	}
	c->w = story_new(a, c->db, c->pg);
	story_read_by(c->w, read_beside, (void *)file);
	c->model = arena_alloc(a, auditor_size());
	auditor_start(c->model);
	return c;
}

void sim_scene_close(struct sim_scene *c)
{
	static const char *const names[] = { "sim.db", "sim.db-wal", "sim.db-shm", "sim.db-journal", "sim.db.lock" };
	if (c->w)
		story_free(c->w);
	if (c->db)
		db_close(c->db);
	for (size_t i = 0; c->dir && i < sizeof names / sizeof *names; i++)
		unlink(str_fmt(c->a, "%s/%s", c->dir, names[i]).p);
	if (c->dir)
		rmdir(c->dir);
	arena_free(c->a);
}

/* ---- reading ---- */

struct recorder {
	struct sim *s;
	struct sim_scene *c;
	struct sim_script *script;
	size_t stop;                    /* a scene stops before this step; 0: tell it all */
	size_t told;
};

/* Keeps a copy of the act line: the scene's arena, in which the story's text lies, does not last. */
static struct str keep(struct sim *s, struct str text)
{
	return str_copy(s->a, text);
}

static void step_keep(struct recorder *r, const struct story_act *act, const struct act_request *q)
{
	struct sim_script *k = r->script;
	if (k->n == k->most) {
		struct sim_step *old = k->steps;
		k->most = k->most ? k->most * 2 : 64;
		k->steps = NEW_ARRAY(r->s->a, k->most, struct sim_step);
		if (k->n)
			memcpy(k->steps, old, k->n * sizeof *old);
	}
	struct sim_step *st = &k->steps[k->n++];
	*st = (struct sim_step){ .tick = !act, .now = r->c->w->now };
	if (!act)
		return;
	st->id = q->act;
	st->act = *act;
	st->act.actor = keep(r->s, act->actor);
	st->act.act = str_of(act_infos[q->act].name);
	st->act.target = keep(r->s, act->target);
	st->act.keep = keep(r->s, act->keep);
	st->act.inputs = NEW_ARRAY(r->s->a, act->inputs_n + 1, struct story_input);
	for (size_t i = 0; i < act->inputs_n; i++)
		st->act.inputs[i] = (struct story_input){ keep(r->s, act->inputs[i].key), keep(r->s, act->inputs[i].value) };
}

static void record(void *ctx, const struct story_act *act, const struct act_request *q, const struct act_result *r)
{
	struct recorder *rec = ctx;
	(void)r;
	rec->told++;
	if (rec->script)
		step_keep(rec, act, q);
	if (rec->stop && rec->told == rec->stop)
		rec->c->w->stop = true;
}

static bool script_read(struct sim *s, const char *file, const struct story_part *part, struct sim_script *out)
{
	struct str error = STR("");
	*out = (struct sim_script){ .file = file, .part = *part };
	struct sim_scene *c = scene_new(s, file);
	if (!c)
		return false;
	struct recorder r = { .s = s, .c = c, .script = out };
	c->w->watch = record;
	c->w->watch_ctx = &r;
	bool good = story_run(c->w, str_of(file), part, &error);
	if (!good)
		printf("sim: %.*s\n", STR_ARG(error));
	sim_scene_close(c);
	return good;
}

bool sim_scripts_read(struct sim *s)
{
	size_t most = 0;
	for (size_t i = 0; i < s->files_n; i++) {
		struct str text;
		most += read_file(s->a, s->files[i], &text) ? story_parts(s->a, text).n : 0;
	}
	s->scripts = NEW_ARRAY(s->a, most + 1, struct sim_script);
	for (size_t i = 0; i < s->files_n; i++) {
		struct str text;
		if (!read_file(s->a, s->files[i], &text))
			continue;
		struct rows parts = story_parts(s->a, text);
		for (size_t k = 0; k < parts.n; k++) {
			if (s->sample && sim_below(s, (int64_t)most) >= s->sample)
				continue;
			if (!script_read(s, s->files[i], &((struct story_part *)parts.v)[k], &s->scripts[s->scripts_n]))
				return false;
			s->scripts_n += s->scripts[s->scripts_n].n > 0;
		}
	}
	return s->scripts_n > 0;
}

/* ---- scenes ---- */

/* Scripts borrow the road from others; what is their own stands near their end. */
static size_t scene_at(struct sim *s, size_t n)
{
	size_t tail = n < 24 ? n : 24;
	return sim_chance(s, 80) ? n - (size_t)sim_below(s, (int64_t)tail) : (size_t)sim_below(s, (int64_t)n) + 1;
}

struct sim_scene *sim_scene_open(struct sim *s, size_t i)
{
	const struct sim_script *k = &s->scripts[i];
	struct str error = STR("");
	struct sim_scene *c = scene_new(s, k->file);
	if (!c)
		return NULL;
	c->script = k;
	c->at = scene_at(s, k->n);
	struct recorder r = { .s = s, .c = c, .stop = c->at };
	c->w->watch = record;
	c->w->watch_ctx = &r;
	if (!story_run(c->w, str_of(k->file), &k->part, &error)) {
		printf("sim: %.*s\n", STR_ARG(error));
		sim_scene_close(c);
		return NULL;
	}
	c->w->watch = NULL;
	c->w->stop = false;
	sim_observe(c, c->a, c->model, &c->seen, NULL);
	return c;
}
