/*
 * /healthz for everybody, /metrics for this machine only: the counters as Prometheus reads them.
 */
#include <stdio.h>
#include <unistd.h>

#include "web/server_in.h"

static int64_t resident_bytes(void)
{
	long long pages = 0;
	FILE *f = fopen("/proc/self/statm", "r");

	if (f) {
		if (fscanf(f, "%*d %lld", &pages) != 1)
			pages = 0;
		fclose(f);
	}
	return pages * sysconf(_SC_PAGESIZE);
}

static void line(struct buf *b, const char *name, const char *type, int64_t value)
{
	buf_fmt(b, "# TYPE jiebang_%s %s\njiebang_%s %lld\n", name, type, name, (long long)value);
}

static struct str metrics(struct arena *a, struct server *s)
{
	struct buf b = { .arena = a };
	struct server_counts *c = &s->counts;

	buf_puts(&b, "# TYPE jiebang_requests_total counter\n");
	for (int i = 0; i < 6; i++)
		buf_fmt(&b, "jiebang_requests_total{class=\"%dxx\"} %lld\n", i, (long long)c->by_class[i]);
	line(&b, "refused_by_guard_total", "counter", c->refused_by_guard);
	line(&b, "reaped_total", "counter", c->reaped);
	line(&b, "overloaded_total", "counter", c->overloaded);
	line(&b, "uploads_total", "counter", c->uploads);
	line(&b, "upload_bytes_total", "counter", c->upload_bytes);
	line(&b, "work_microseconds_total", "counter", c->work_us);
	line(&b, "queue_length", "gauge", c->in_queue);
	line(&b, "connections", "gauge", c->connections);
	line(&b, "workers", "gauge", s->config.workers);
	line(&b, "draining", "gauge", s->draining);
	line(&b, "resident_bytes", "gauge", resident_bytes());
	return buf_str(&b);
}

bool metrics_handle(struct exchange *x, struct arena *a, struct web_response *out)
{
	if (str_is(x->q.path, "/healthz")) {
		out->status = x->server->draining ? 503 : 200;
		out->type = STR("text/plain; charset=utf-8");
		out->body = x->server->draining ? STR("draining\n") : STR("ok\n");
		return true;
	}
	if (!str_is(x->q.path, "/metrics") || !x->loopback || x->forwarded)
		return false;
	out->status = 200;
	out->type = STR("text/plain; version=0.0.4; charset=utf-8");
	out->body = metrics(a, x->server);
	return true;
}
