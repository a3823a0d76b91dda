/* What the parent (supervise.c) and the server process (serve.c) of `jiebang serve` agree on. */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include <stdbool.h>
#include <stdint.h>

struct serve_options {
	const char *data, *listen, *database, *mail, *from, *base_url;
	int workers;
	bool behind_proxy;
	int listen_fd, parent_fd;       /* in the server process; -1 in the parent */
};

#define SERVE_READY 'R'                 /* to the parent: the server answers */
#define SERVE_RELEASED 'D'              /* to the parent: the store is free, the next server may open it */

int supervise(const struct serve_options *o, int argc, char **argv);
int serve_run(const struct serve_options *o);
/* The socket of "HOST:PORT", bound and listening; -1 with a line on stderr. *port: the one it got. */
int listen_on(const char *where, int *port);
bool listens_on_loopback(int fd);

#endif
