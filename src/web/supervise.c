/*
 * The parent of the server: owns the listening socket, starts the server process, starts another when it dies.
 *
 * A crash is answered within 100 ms; one that dies at once is tried again after a growing pause.  SIGHUP: the running server drains and
 * gives the store back, then the next one starts and takes the connections that wait in the socket.  SIGTERM: drain and end.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "web/serve.h"

struct parent {
	int argc;
	char **argv;
	char path[4096];
	int socket, signals;
	pid_t child;
	int child_pipe;
	int64_t started_ms, pause_ms, start_at_ms;
	bool ready_once, stopping, handing;
};

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int listen_on(const char *where, int *port)
{
	char host[256];
	const char *colon = strrchr(where, ':');
	struct addrinfo want = { .ai_flags = AI_PASSIVE | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM }, *found = NULL;
	struct sockaddr_storage got;
	socklen_t got_n = sizeof got;
	int fd = -1, on = 1;
	size_t n = colon ? (size_t)(colon - where) : 0;

	if (!colon || n >= sizeof host) {
		fprintf(stderr, "jiebang serve: --listen wants HOST:PORT, not %s\n", where);
		return -1;
	}
	if (n > 1 && where[0] == '[' && where[n - 1] == ']')
		snprintf(host, sizeof host, "%.*s", (int)n - 2, where + 1);
	else
		snprintf(host, sizeof host, "%.*s", (int)n, where);
	if (getaddrinfo(n ? host : NULL, colon + 1, &want, &found) == 0)
		fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) || setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on)
	    || bind(fd, found->ai_addr, found->ai_addrlen) || listen(fd, 4096) || getsockname(fd, (struct sockaddr *)&got, &got_n)) {
		fprintf(stderr, "jiebang serve: cannot listen on %s: %s\n", where, strerror(errno));
		if (fd >= 0)
			close(fd);
		fd = -1;
	}
	if (found)
		freeaddrinfo(found);
	if (fd >= 0)
		*port = ntohs(got.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&got)->sin6_port : ((struct sockaddr_in *)&got)->sin_port);
	return fd;
}

bool listens_on_loopback(int fd)
{
	struct sockaddr_storage at;
	socklen_t n = sizeof at;

	if (getsockname(fd, (struct sockaddr *)&at, &n))
		return false;
	if (at.ss_family == AF_INET)
		return ntohl(((struct sockaddr_in *)&at)->sin_addr.s_addr) >> 24 == 127;
	return at.ss_family == AF_INET6 && IN6_IS_ADDR_LOOPBACK(&((struct sockaddr_in6 *)&at)->sin6_addr);
}

/* systemd's notification, when it asked for one. */
static void notify(const char *state)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	int fd;

	if (!path || (path[0] != '/' && path[0] != '@') || strlen(path) >= sizeof to.sun_path)
		return;
	memcpy(to.sun_path, path, strlen(path));
	if (path[0] == '@')
		to.sun_path[0] = 0;
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return;
	sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&to, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(path)));
	close(fd);
}

/* In the new process: the same command with the two descriptors. */
static void become_server(struct parent *p, int pipe_fd, pid_t parent)
{
	char **argv = calloc((size_t)p->argc + 4, sizeof *argv), fd[40], up[40];
	sigset_t none;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (!argv || getppid() != parent)
		_exit(1);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	fcntl(p->socket, F_SETFD, 0);
	fcntl(pipe_fd, F_SETFD, 0);
	snprintf(fd, sizeof fd, "--listen-fd=%d", p->socket);
	snprintf(up, sizeof up, "--parent-fd=%d", pipe_fd);
	argv[0] = p->path;
	for (int i = 0; i < p->argc; i++)
		argv[i + 1] = p->argv[i];
	argv[p->argc + 1] = fd;
	argv[p->argc + 2] = up;
	execv(p->path, argv);
	perror("jiebang serve");
	_exit(1);
}

static void start(struct parent *p)
{
	int ends[2];
	pid_t me = getpid();

	p->start_at_ms = 0;
	p->handing = false;
	if (pipe2(ends, O_CLOEXEC))
		return;
	p->started_ms = now_ms();
	p->child = fork();
	if (p->child == 0)
		become_server(p, ends[1], me);
	close(ends[1]);
	p->child_pipe = ends[0];
}

/* The next server starts when the pause after a crash is over. */
static void start_later(struct parent *p)
{
	bool at_once = now_ms() - p->started_ms < 1000;

	p->pause_ms = !at_once ? 20 : p->pause_ms < 50 ? 100 : p->pause_ms < 5000 ? p->pause_ms * 2 : 5000;
	p->start_at_ms = now_ms() + p->pause_ms;
}

static void heard(struct parent *p)
{
	char word;
	ssize_t n = read(p->child_pipe, &word, 1);

	if (n == 1 && word == SERVE_READY) {
		if (!p->ready_once)
			notify("READY=1");
		p->ready_once = true;
		return;
	}
	if (n < 0 && errno == EINTR)
		return;
	close(p->child_pipe);
	p->child_pipe = -1;
	if (p->handing && n == 1 && word == SERVE_RELEASED)
		start(p);
}

/* 0 go on, else the exit code + 1. */
static int children_ended(struct parent *p)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		char code[24];

		snprintf(code, sizeof code, "%d", WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
		log_line(status ? LOG_ERROR : LOG_INFO, "the server process ended", "code", code, NULL);
		if (pid != p->child)
			continue;
		p->child = 0;
		if (p->child_pipe >= 0)
			close(p->child_pipe);
		p->child_pipe = -1;
		if (p->stopping)
			return 1;
		if (!p->ready_once)
			return 2;
		if (p->handing)
			start(p);
		else
			start_later(p);
	}
	return 0;
}

static int signalled(struct parent *p)
{
	struct signalfd_siginfo info;

	if (read(p->signals, &info, sizeof info) != sizeof info)
		return 0;
	if (info.ssi_signo == SIGCHLD)
		return children_ended(p);
	if (info.ssi_signo == SIGHUP) {
		p->handing = p->child > 0 && p->ready_once;
		if (p->handing)
			kill(p->child, SIGTERM);
		return 0;
	}
	notify("STOPPING=1");
	p->stopping = true;
	p->start_at_ms = 0;
	if (p->child <= 0)
		return 1;
	kill(p->child, SIGTERM);
	return 0;
}

int supervise(const struct serve_options *o, int argc, char **argv)
{
	struct parent p = { .argc = argc, .argv = argv, .child_pipe = -1 };
	sigset_t set;
	int port = 0, code = 0;
	ssize_t n = readlink("/proc/self/exe", p.path, sizeof p.path - 1);

	p.socket = n > 0 ? listen_on(o->listen, &port) : -1;
	if (p.socket < 0)
		return 1;
	sigemptyset(&set);
	for (size_t i = 0; i < 4; i++)
		sigaddset(&set, (int[]){ SIGTERM, SIGINT, SIGHUP, SIGCHLD }[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	p.signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	printf("jiebang: http://%.*s:%d/\n", (int)(strrchr(o->listen, ':') - o->listen), o->listen, port);
	fflush(stdout);
	start(&p);
	while (!code) {
		struct pollfd on[2] = { { p.signals, POLLIN, 0 }, { p.child_pipe, POLLIN, 0 } };
		int64_t wait = p.start_at_ms ? p.start_at_ms - now_ms() : -1;

		if (poll(on, 2, p.start_at_ms ? (wait > 0 ? (int)wait : 0) : -1) < 0 && errno != EINTR)
			break;
		if (on[1].revents && p.child_pipe >= 0)
			heard(&p);
		if (on[0].revents)
			code = signalled(&p);
		if (p.start_at_ms && now_ms() >= p.start_at_ms)
			start(&p);
	}
	return code > 0 ? code - 1 : 1;
}
