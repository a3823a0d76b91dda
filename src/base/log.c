/*
 * The log: see log.h.  Reads the wall clock (a log line is about the machine, not about a programme) and holds the one
 * setting that is not passed around, the least level.
 */
#include "base/log.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"

static _Atomic int log_least = LOG_INFO;

void log_level_set(enum log_level least)
{
	atomic_store(&log_least, (int)least);
}

void log_line(enum log_level level, const char *what, ...)
{
	static const char *const names[] = { "debug", "info", "warn", "error" };
	if ((int)level < atomic_load(&log_least))
		return;
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	struct arena *a = arena_new((size_t)1 << 20);
	struct buf b = { .arena = a };
	buf_puts(&b, "{\"at\":");
	buf_json(&b, instant_text(a, (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000));
	buf_fmt(&b, ",\"level\":\"%s\",\"what\":", names[level]);
	buf_json(&b, str_of(what));
	va_list ap;
	va_start(ap, what);
	for (const char *key; (key = va_arg(ap, const char *)) != NULL;) {
		buf_putc(&b, ',');
		buf_json(&b, str_of(key));
		buf_putc(&b, ':');
		buf_json(&b, str_of(va_arg(ap, const char *)));
	}
	va_end(ap);
	buf_puts(&b, "}\n");
	struct str line = buf_str(&b);
	if (write(STDERR_FILENO, line.p, line.n) < 0) {
		/* nobody reads the log: nothing to be done about it */
	}
	arena_free(a);
}
