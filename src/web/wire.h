/*
 * The bytes of every request head as they come in: what the library forgives and then hides is noticed here.
 *
 * A bare line feed or carriage return, a NUL, a folded line: two readers can take such a head for two different requests.
 */
#ifndef WEB_WIRE_H
#define WEB_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct wire {
	int64_t body_left;
	int64_t length;         /* Content-Length of the head being read */
	char name[16];          /* the line's first bytes, lower case */
	size_t at;              /* bytes of the line so far */
	char before;
	bool in_lines;          /* behind the request line */
	bool broken;
};

/* Takes what was received on the connection, in order. */
void wire_take(struct wire *w, const char *p, size_t n);

/* Connections whose bytes are looked at, by descriptor; calls of recv() in this process go through here (wire.c). */
void wire_watch(int fd, struct wire *w);
void wire_forget(int fd);

#endif
