/*
 * The strict look at request heads (wire.h).
 *
 * libmicrohttpd reads with recv().  A program's own recv() comes before the C library's, so the bytes pass here first; the descriptors of
 * our connections are looked at, all others pass.  Framing is simple because chunked bodies are refused: a head, then Content-Length bytes.
 */
#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "web/wire.h"

#define WATCHED 65536

static _Atomic(struct wire *) watched[WATCHED];

void wire_watch(int fd, struct wire *w)
{
	if (fd >= 0 && fd < WATCHED)
		watched[fd] = w;
}

void wire_forget(int fd)
{
	if (fd >= 0 && fd < WATCHED)
		watched[fd] = NULL;
}

static void line_begin(struct wire *w)
{
	w->at = 0;
	memset(w->name, 0, sizeof w->name);
}

static void head_end(struct wire *w)
{
	w->body_left = w->length;
	w->length = 0;
	w->in_lines = false;
}

/* At the line feed. An empty line ends the head; before the request line it means nothing. */
static void line_end(struct wire *w)
{
	bool empty = w->at == 1;

	if (w->before != '\r')
		w->broken = true;
	if (empty && w->in_lines)
		head_end(w);
	else if (!empty)
		w->in_lines = true;
	line_begin(w);
}

static void length_digit(struct wire *w, char c)
{
	if (c >= '0' && c <= '9' && w->length < INT64_MAX / 20)
		w->length = w->length * 10 + (c - '0');
}

static void head_byte(struct wire *w, char c)
{
	if (c == 0 || (w->before == '\r' && c != '\n') || (w->in_lines && w->at == 0 && (c == ' ' || c == '\t' || c == ':')))
		w->broken = true;
	if (c == '\n') {
		line_end(w);
	} else {
		if (w->at < 15)
			w->name[w->at] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		else if (w->in_lines && !memcmp(w->name, "content-length:", 15))
			length_digit(w, c);
		w->at++;
	}
	w->before = c;
}

void wire_take(struct wire *w, const char *p, size_t n)
{
	while (n && !w->broken) {
		if (w->body_left > 0) {
			size_t skip = w->body_left < (int64_t)n ? (size_t)w->body_left : n;

			w->body_left -= (int64_t)skip;
			p += skip;
			n -= skip;
			w->before = 0;
		} else {
			head_byte(w, *p++);
			n--;
		}
	}
}

ssize_t recv(int fd, void *p, size_t n, int flags)
{
	ssize_t got = syscall(SYS_recvfrom, fd, p, n, flags, NULL, NULL);
	struct wire *w = got > 0 && !(flags & MSG_PEEK) && fd >= 0 && fd < WATCHED ? watched[fd] : NULL;

	if (w)
		wire_take(w, p, (size_t)got);
	return got;
}
