/* The inside of the store: a connection, its prepared statements, what a driver offers.  For src/store and its tests only. */
#ifndef STORE_DB_IN_H
#define STORE_DB_IN_H

#include "store/db.h"
#include "store/schema.h"
#include "store/statements.h"

enum column_type { COLUMN_UNKNOWN, COLUMN_INT, COLUMN_TEXT, COLUMN_OTHER };

struct column {
	const char *name;
	enum column_type type;
	const struct field *f;          /* where it goes; NULL in generic statements */
};

/* A statement on one connection, and the run of it that is under way. */
struct prepared {
	const struct statement *st;
	void *handle;                   /* sqlite3_stmt; a name on PostgreSQL */
	struct column *columns;
	size_t columns_n;
	bool busy;
	void *result;                   /* PGresult */
	int row;
	unsigned generation;
};

struct table_text {
	struct str table;
	struct prepared row, ids;
	size_t *order;                  /* columns of `row` by name, without the _secret ones */
	size_t order_n;
};

#define QUEUE_MOST 128          /* answers to so many small writes fit any socket buffer: client and server never wait for each other */

struct queued {
	struct prepared *p;             /* NULL: commit */
	int64_t rows;
	void *result;
};

struct driver {
	bool (*open)(struct db *db);                    /* connects, sets and checks; db_fail() says why not */
	void (*close)(struct db *db);
	bool (*exec)(struct db *db, const char *sql);   /* without result, several statements allowed */
	bool (*prepare)(struct db *db, struct prepared *p, int *line);
	bool (*start)(struct db *db, struct prepared *p, const void *in);
	bool (*next)(struct db *db, struct prepared *p);
	struct str (*text)(struct prepared *p, size_t column);  /* valid until next; numbers as decimal text */
	bool (*number)(struct prepared *p, size_t column, int64_t *out);
	int64_t (*finish)(struct db *db, struct prepared *p);   /* rows changed */
	/* NULL where a statement costs no round trip.  send: queues a run; `rows` it must change, -1: its result is wanted.  collect: all
	 * queued runs have run, the queue is empty; results that are wanted stand in its places until they are taken. */
	bool (*send)(struct db *db, struct prepared *p, const void *in, int64_t rows);
	bool (*collect)(struct db *db);
	void (*take)(struct db *db, struct prepared *p, size_t i);      /* the i-th queued run's result becomes p's run */
	bool (*begin)(struct db *db);
	bool (*commit)(struct db *db);
	void (*rollback)(struct db *db);
	bool (*snapshot)(struct db *db);
	void (*checkpoint)(struct db *db);
	bool (*tables)(struct db *db);                  /* the tables are those of the schema files */
};
extern const struct driver driver_sqlite, driver_pg;

struct db {
	const struct driver *driver;
	struct arena *arena, *scratch;  /* the connection's life; opening and generic questions */
	struct arena *call;             /* one call's parameters (PostgreSQL) */
	void *conn;
	const char *url;
	enum db_mode mode;
	int rehearsing;                 /* how deep */
	bool create, in_write, in_snapshot, own_write, process_locked, locked, opened;
	int wal_pages;
	enum fault fault;
	char fault_text[512];
	const struct schema *schema;
	struct statements statements, invariants;
	struct prepared *prepared, *prepared_invariants;
	struct queued queue[QUEUE_MOST];
	size_t queue_n;
	struct prepared version;        /* db_version */
	struct table_text *texts;
	size_t texts_n, named;
	unsigned generation;            /* grows with each new connection to the server */
};

/* db_open() on other files than the embedded ones (tests). */
struct store_files {
	const struct asset *v;
	size_t n;
};
struct db *db_open_from(struct arena *a, const char *url, enum db_mode mode, bool create, struct store_files files, struct str *error);
/* The first fault stays. Always false. */
bool db_fail(struct db *db, enum fault fault, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* A text that both engines keep as it is: no NUL inside, valid UTF-8. */
bool db_text_good(struct db *db, const struct statement_param *p, struct str s);
/* All cells of a generic query as text, row after row (rows of struct str); for the store's own questions. */
struct rows db_cells(struct db *db, struct arena *a, const char *sql);

#endif
