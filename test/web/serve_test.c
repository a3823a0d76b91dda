/* `jiebang serve` as people run it: the parent and its server, killed, stopped and restarted while clients ask. */
#include <pthread.h>
#include <sys/wait.h>

#include "test.h"
#include "web/rig.h"

static char program[4096], dir[64];
static struct rig at;

static bool find_program(void)
{
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 32);
	char *cut;
	if (n < 0)
		return false;
	program[n] = 0;
	cut = strstr(program, "/test/web/");
	if (!cut)
		return false;
	strcpy(cut, "/jiebang");
	return access(program, X_OK) == 0;
}

/* Starts it; its port from the line it prints. */
static pid_t serve(void)
{
	int ends[2];
	char line[200];
	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(ends[1], 1);
		int null = open("/dev/null", O_WRONLY);
		dup2(null, 2);
		close(ends[0]);
		execl(program, "jiebang", "serve", "--data", dir, "--listen", "127.0.0.1:0", "--workers", "2", (char *)NULL);
		_exit(9);
	}
	close(ends[1]);
	FILE *f = fdopen(ends[0], "r");
	assert_non_null(fgets(line, sizeof line, f));
	assert_int_equal(sscanf(line, "jiebang: http://127.0.0.1:%d/", &at.port), 1);
	fclose(f);
	return pid;
}

static bool healthy(int wait_ms)
{
	struct arena *a = arena_new(4 << 20);
	static const char ask[] = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	bool closed, good = false;
	for (int waited = 0; !good && waited <= wait_ms; waited += 20) {
		struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)at.port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
		if (connect(fd, (struct sockaddr *)&to, sizeof to) == 0) {
			rig_send(fd, ask, sizeof ask - 1);
			good = rig_status(rig_read(a, fd, 5000, &closed)) == 200;
		}
		close(fd);
		if (!good)
			usleep(20000);
		arena_reset(a);
	}
	arena_free(a);
	return good;
}

static void folder_make_(void)
{
	char command[4400];
	signal(SIGPIPE, SIG_IGN);
	strcpy(dir, "/tmp/jiebang-test-XXXXXX");
	assert_non_null(mkdtemp(dir));
	assert_int_equal(rmdir(dir), 0);
	snprintf(command, sizeof command, "%s init --data %s >/dev/null", program, dir);
	assert_int_equal(system(command), 0);
}

static int stop(pid_t pid)
{
	int status;
	kill(pid, SIGTERM);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void folder_drop(void)
{
	char command[128];
	snprintf(command, sizeof command, "rm -rf %s", dir);
	assert_int_equal(system(command), 0);
}

static pid_t child_of(pid_t parent)
{
	char command[64];
	int child = 0;
	snprintf(command, sizeof command, "pgrep -P %d | tail -1", parent);
	FILE *p = popen(command, "r");
	if (fscanf(p, "%d", &child) != 1)
		child = 0;
	pclose(p);
	return child;
}

/* ---- clients ---- */

static struct {
	_Atomic bool stop;
	_Atomic int good, bad, slowest_ms;
	bool keep;
} load;

static int64_t now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Reads one answer by its Content-Length; false when the connection ended before its first byte (keep-alive ran out) with *cut. */
static bool read_answer(int fd, bool *cut, bool *closing)
{
	static _Thread_local char p[65536];
	size_t n = 0;
	*cut = *closing = false;
	for (;;) {
		ssize_t got = recv(fd, p + n, sizeof p - 1 - n, 0);
		if (got <= 0) {
			*cut = n == 0;
			return false;
		}
		n += (size_t)got;
		p[n] = 0;
		char *end = strstr(p, "\r\n\r\n"), *length = strcasestr(p, "content-length:");
		if (end && length && n >= (size_t)(end + 4 - p) + (size_t)atoi(length + 15)) {
			*closing = strcasestr(p, "connection: close") != NULL;
			return !memcmp(p, "HTTP/1.1 200", 12);
		}
	}
}

static void *client(void *arg)
{
	static const char kept[] = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", once[] = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
	int fd = -1;
	(void)arg;
	while (!load.stop) {
		bool cut = false, closing = false, fresh = fd < 0;
		int64_t from = now_ms();
		if (fd < 0)
			fd = rig_connect(&at);
		rig_send(fd, load.keep ? kept : once, load.keep ? sizeof kept - 1 : sizeof once - 1);
		bool good = read_answer(fd, &cut, &closing);
		int took = (int)(now_ms() - from);
		if (took > load.slowest_ms)
			load.slowest_ms = took;
		if (good)
			load.good++;
		else if (!cut || fresh)         /* a kept connection may end between two requests: a client asks again */
			load.bad++;
		if (!good || closing || !load.keep) {
			close(fd);
			fd = -1;
		}
		usleep(2000);
	}
	if (fd >= 0)
		close(fd);
	return NULL;
}

static void under_load(pid_t pid, bool keep, int restarts)
{
	pthread_t threads[6];
	load.stop = false;
	load.good = load.bad = load.slowest_ms = 0;
	load.keep = keep;
	for (int i = 0; i < 6; i++)
		pthread_create(&threads[i], NULL, client, NULL);
	for (int i = 0; i < restarts; i++) {
		usleep(500000);
		pid_t before = child_of(pid);
		kill(pid, SIGHUP);
		for (int k = 0; k < 200 && (child_of(pid) == before || !healthy(0)); k++)
			usleep(25000);
		assert_int_not_equal(child_of(pid), before);
	}
	usleep(300000);
	load.stop = true;
	for (int i = 0; i < 6; i++)
		pthread_join(threads[i], NULL);
	print_message("%s: %d answered, %d failed, slowest %d ms\n", keep ? "kept connections" : "new connections", load.good, load.bad, load.slowest_ms);
	assert_int_equal(load.bad, 0);
	assert_true(load.good > 100);
}

TEST(restarts_under_load_fail_no_request, "")
{
	if (!find_program())
		skip();
	folder_make_();
	pid_t pid = serve();
	assert_true(healthy(10000));
	under_load(pid, false, 3);
	under_load(pid, true, 3);
	assert_int_equal(stop(pid), 0);
	folder_drop();
}

TEST(a_crash_is_answered_quickly, "")
{
	if (!find_program())
		skip();
	folder_make_();
	pid_t pid = serve();
	assert_true(healthy(10000));
	usleep(1100000);
	for (int i = 0; i < 3; i++) {
		pid_t child = child_of(pid);
		int64_t from = now_ms();
		kill(child, SIGKILL);
		while (child_of(pid) == child || !child_of(pid))
			usleep(5000);
		print_message("another server process after %lld ms\n", (long long)(now_ms() - from));
		assert_true(now_ms() - from < 2000);    /* 20 ms of pause; a busy machine and pgrep take the rest */
		assert_true(healthy(5000));
		usleep(1100000);
	}
	assert_int_equal(stop(pid), 0);
	assert_int_equal(child_of(pid), 0);
	folder_drop();
}

TEST(a_folder_that_is_none_is_refused, "")
{
	char command[4400];
	if (!find_program())
		skip();
	snprintf(command, sizeof command, "%s serve --data /nonexistent/x --listen 127.0.0.1:0 2>/dev/null", program);
	assert_int_equal(WEXITSTATUS(system(command)), 1);
	snprintf(command, sizeof command, "%s serve --listen 127.0.0.1:0 2>/dev/null", program);
	assert_int_equal(WEXITSTATUS(system(command)), 2);
}

TEST(the_store_belongs_to_the_running_server, "")
{
	char command[4400];
	if (!find_program())
		skip();
	folder_make_();
	pid_t pid = serve();
	assert_true(healthy(10000));
	snprintf(command, sizeof command, "%s user link --data %s --login admin 2>/dev/null", program, dir);
	assert_int_equal(WEXITSTATUS(system(command)), 1);
	snprintf(command, sizeof command, "%s user list --data %s >/dev/null", program, dir);
	assert_int_equal(WEXITSTATUS(system(command)), 0);
	assert_int_equal(stop(pid), 0);
	snprintf(command, sizeof command, "%s user link --data %s --login admin >/dev/null", program, dir);
	assert_int_equal(WEXITSTATUS(system(command)), 0);
	folder_drop();
}

TEST_MAIN
