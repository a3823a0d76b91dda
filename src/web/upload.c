/*
 * Files on their way in: a multipart form or a raw body, written to the disk while it arrives, digested on the way.
 *
 * Memory stays bounded whatever is sent: file bytes go through, values count against the form limit.  A file gets its place
 * (attachments/ab/abcd…) only when the whole body has arrived; whatever ends before that is removed.  Runs on the loops' threads up to
 * incoming_keep(), which a worker calls.
 */
#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "across/attachment/attachment.h"
#include "across/party/party.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/utf8.h"
#include "web/server_in.h"
#include "web/session.h"

struct part {
	struct str field, name;
	char *path;
	int fd;
	struct hash *hash;
	int64_t size;
	struct str digest;
};

struct value {
	struct str name;
	char *p;
	size_t n, room;
};

struct incoming {
	struct exchange *x;
	struct arena *a;
	struct MHD_PostProcessor *post;
	struct part parts[LIMIT_UPLOAD_PARTS];
	size_t parts_n;
	struct value *values;
	size_t values_n, values_room, text_n;
	bool in_file;
	int status;
};

static int fail(struct incoming *in, int status)
{
	if (!in->status)
		in->status = status;
	return in->status;
}

static struct part *part_open(struct incoming *in, const char *field, const char *name)
{
	const char *slash = name ? strrchr(name, '/') : NULL, *back = name ? strrchr(name, '\\') : NULL;
	struct part *p = &in->parts[in->parts_n];

	if (in->parts_n == LIMIT_UPLOAD_PARTS) {
		fail(in, 413);
		return NULL;
	}
	name = back ? back + 1 : slash ? slash + 1 : name ? name : "";
	p->field = str_copy(in->a, str_of(field));
	p->name = str_of(name);
	p->name = utf8_valid(p->name) ? str_copy(in->a, utf8_head(p->name, 120)) : STR("file");
	p->path = (char *)str_fmt(in->a, "%s/attachments/tmp/in-XXXXXX", in->x->server->config.data).p;
	p->fd = mkostemp(p->path, O_CLOEXEC);
	if (p->fd < 0) {
		fail(in, 500);
		return NULL;
	}
	p->hash = hash_start(in->a, HASH_SHA256);
	in->parts_n++;
	return p;
}

static void part_write(struct incoming *in, struct part *p, const char *data, size_t n)
{
	p->size += (int64_t)n;
	in->x->server->counts.upload_bytes += (int64_t)n;
	if (p->size > LIMIT_ATTACHMENT || p->size > in->x->upload_limit) {
		fail(in, 413);
		return;
	}
	hash_add(p->hash, (struct str){ data, n });
	while (n) {
		ssize_t done = write(p->fd, data, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			fail(in, errno == ENOSPC ? 507 : 500);
			return;
		}
		data += done;
		n -= (size_t)done;
	}
}

static void value_add(struct incoming *in, const char *name, const char *data, uint64_t off, size_t n)
{
	struct value *v;

	if (!off) {
		if (in->values_n == LIMIT_FORM_FIELDS) {
			fail(in, 413);
			return;
		}
		if (in->values_n == in->values_room) {
			struct value *more = NEW_ARRAY(in->a, in->values_room * 2 + 32, struct value);

			if (in->values_n)
				memcpy(more, in->values, in->values_n * sizeof *more);
			in->values = more;
			in->values_room = in->values_room * 2 + 32;
		}
		in->values[in->values_n++] = (struct value){ .name = str_copy(in->a, str_of(name)) };
	}
	v = &in->values[in->values_n - 1];
	in->text_n += n + strlen(name);
	if (in->text_n > LIMIT_FORM_BYTES) {
		fail(in, 413);
		return;
	}
	if (v->n + n > v->room) {
		char *more = arena_alloc(in->a, (v->n + n) * 2 + 64);

		if (v->n)
			memcpy(more, v->p, v->n);
		v->p = more;
		v->room = (v->n + n) * 2 + 64;
	}
	if (n)
		memcpy(v->p + v->n, data, n);
	v->n += n;
}

static enum MHD_Result piece(void *cls, enum MHD_ValueKind kind, const char *key, const char *filename, const char *type,
	const char *encoding, const char *data, uint64_t off, size_t n)
{
	struct incoming *in = cls;

	(void)kind, (void)type, (void)encoding;
	if (in->status || !key)
		return MHD_NO;
	if (!off)
		in->in_file = filename != NULL;
	if (!in->in_file) {
		value_add(in, key, data, off, n);
	} else if (n) {
		struct part *p = off ? &in->parts[in->parts_n - 1] : part_open(in, key, filename);

		if (p)
			part_write(in, p, data, n);
	}
	return in->status ? MHD_NO : MHD_YES;
}

struct incoming *incoming_new(struct exchange *x)
{
	struct incoming *in = NEW(x->a, struct incoming);

	in->x = x;
	in->a = x->a;
	if (!str_is(x->q.type, "multipart/form-data"))
		return part_open(in, "file", "") ? in : NULL;
	in->post = MHD_create_post_processor(x->connection, 65536, piece, in);
	return in->post ? in : NULL;
}

int incoming_add(struct incoming *in, const char *data, size_t n)
{
	if (in->status)
		return in->status;
	if (!in->post)
		part_write(in, &in->parts[0], data, n);
	else if (MHD_post_process(in->post, data, n) != MHD_YES)
		fail(in, 400);
	return in->status;
}

int incoming_end(struct incoming *in)
{
	if (in->post && MHD_destroy_post_processor(in->post) != MHD_YES)
		fail(in, 400);
	in->post = NULL;
	for (size_t i = 0; i < in->parts_n; i++)
		in->parts[i].digest = hash_end(in->a, in->parts[i].hash);
	return in->status;
}

void incoming_drop(struct incoming *in)
{
	if (!in)
		return;
	if (in->post)
		MHD_destroy_post_processor(in->post);
	for (size_t i = 0; i < in->parts_n; i++) {
		if (!in->parts[i].digest.n)
			hash_end(in->a, in->parts[i].hash);     /* gives the running digest back */
		if (in->parts[i].fd >= 0)
			close(in->parts[i].fd);
		if (in->parts[i].path)
			unlink(in->parts[i].path);
	}
}

/* ---- on a worker ---- */

bool magic_start(struct worker *k)
{
	magic_t m = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR);

	if (m && magic_load(m, NULL) == 0)
		k->magic = m;
	else if (m)
		magic_close(m);
	return true;
}

void magic_stop(struct worker *k)
{
	if (k->magic)
		magic_close(k->magic);
	k->magic = NULL;
}

static bool is_risky(struct str type, struct str name)
{
	static const char *const types[] = { "text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "application/javascript",
		"application/x-executable", "application/x-pie-executable", "application/x-sharedlib", "application/x-mach-binary",
		"application/x-dosexec", "application/vnd.microsoft.portable-executable", "application/x-msdownload", "application/x-msi",
		"text/x-shellscript", "application/x-ms-shortcut", "application/java-archive", "text/javascript" };
	static const char *const ends[] = { ".exe", ".dll", ".bat", ".cmd", ".com", ".scr", ".js", ".mjs", ".vbs", ".ps1", ".sh", ".jar",
		".html", ".htm", ".xhtml", ".svg", ".hta", ".lnk", ".msi", ".apk", ".docm", ".xlsm", ".pptm", ".xml" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (str_is(type, types[i]))
			return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);

		if (name.n > n && !strncasecmp(name.p + name.n - n, ends[i], n))
			return true;
	}
	return false;
}

static bool folder_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && !fsync(fd);

	if (fd >= 0)
		close(fd);
	return good;
}

/* To its place by digest: the bytes are on the disk before the name is. */
static bool place(struct arena *a, const char *data, struct part *p)
{
	struct str to = attachment_path(a, str_of(data), p->digest), folder = { to.p, to.n - p->digest.n - 1 };
	const char *folder_c = str_c(a, folder);
	struct stat st;

	if (stat(to.p, &st) == 0 && st.st_size == p->size)
		return true;
	if (fsync(p->fd) || (mkdir(folder_c, 0700) && errno != EEXIST) || fchmod(p->fd, 0400) || rename(p->path, to.p))
		return false;
	p->path = NULL;
	return folder_sync(folder_c);
}

static struct str type_of(struct worker *k, const struct part *p)
{
	const char *type = k->magic ? magic_descriptor(k->magic, p->fd) : NULL;

	return str_copy(k->web.a, str_of(type ? type : "application/octet-stream"));
}

/* A raw body has its name behind "?name=". */
static struct str name_in_query(struct arena *a, struct str query)
{
	struct rows pairs = { 0 };
	struct str error;

	if (form_pairs_from_urlencoded(a, query, &pairs, &error))
		for (size_t i = 0; i < pairs.n; i++) {
			const struct form_pair *p = (struct form_pair *)pairs.v + i;

			if (str_is(p->name, "name") && p->value.n && utf8_valid(p->value))
				return utf8_head(p->value, 120);
		}
	return STR("file");
}

static bool keep_part(struct worker *k, struct exchange *x, struct part *p, const struct viewer *who, struct upload *out)
{
	struct attachment_row row = { .digest = p->digest, .size = p->size, .name = p->name, .person = who->person, .org = who->org,
		.at = x->q.now };

	if (!row.name.n)
		row.name = name_in_query(k->web.a, x->q.query);
	lseek(p->fd, 0, SEEK_SET);
	row.type = type_of(k, p);
	row.risky = is_risky(row.type, row.name);
	row.id = id_from_seed(k->web.a, x->q.secret, str_c(k->web.a, p->digest));
	if (!place(k->web.a, x->server->config.data, p))
		return false;
	if (k->web.write)
		attachment_add(k->web.write, &row);
	*out = (struct upload){ p->field, row.name, row.type, p->digest, p->size };
	x->server->counts.uploads++;
	return true;
}

static bool keep_parts(struct worker *k, struct exchange *x, const struct viewer *who)
{
	struct incoming *in = x->in;
	struct upload *uploads = NEW_ARRAY(k->web.a, in->parts_n + 1, struct upload);

	for (size_t i = 0; i < in->parts_n; i++)
		if (!keep_part(k, x, &in->parts[i], who, &uploads[i]))
			return false;
	x->q.uploads = (struct rows){ uploads, in->parts_n };
	return true;
}

bool incoming_keep(struct worker *k, struct exchange *x)
{
	struct incoming *in = x->in;
	struct viewer who = { 0 };
	bool good = true;

	if (!in)
		return true;
	struct form_pair *pairs = NEW_ARRAY(k->web.a, in->values_n + 1, struct form_pair);
	for (size_t i = 0; i < in->values_n; i++)
		pairs[i] = (struct form_pair){ in->values[i].name, { in->values[i].p, in->values[i].n } };
	x->q.pairs = (struct rows){ pairs, in->values_n };
	if (!in->parts_n)
		return true;
	if (k->web.read)
		session_viewer(&k->web, &x->q, &who);
	if (k->web.write && !db_begin(k->web.write))
		good = false;
	good = good && keep_parts(k, x, &who);
	if (k->web.write && (!good || !db_commit(k->web.write))) {
		db_rollback(k->web.write);
		db_fault_clear(k->web.write);
		good = false;
	}
	if (!good)
		log_line(LOG_ERROR, "an upload could not be kept", NULL);
	return good;
}
