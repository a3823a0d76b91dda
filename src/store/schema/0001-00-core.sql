-- The core: programmes, the book, the case, people's sessions.
--
-- One dialect for both stores: bigint and text only.  The SQLite driver reads "bigint" as "integer" and makes tables strict.
-- A line "-- book: NAME" says that the book covers table NAME: primary key `id`, column `act` = number of the line that last wrote the row.
-- A line "-- insert-only: NAME" makes triggers that refuse update and delete on both stores.
-- Columns that end in _fen hold money; columns that end in _secret hold personal data (left out of row digests, see doc/audit.md).

create table programme (
	id bigint primary key,
	name text not null,             -- "dazu"
	prefix text not null unique,    -- "DZ"
	pack text not null,             -- digest of the pack for new cases
	hash text not null,             -- "sha256" or "sm3"
	head_seq bigint not null,       -- the pen: an act takes this row first
	head_hash text not null,
	started_at bigint not null,
	site text not null              -- host names that lead to it, joined by ','
);

-- A pack's files, kept for ever: a case is judged by the pack it began under.
create table pack_file (
	id bigint primary key,
	pack text not null,
	name text not null,
	body text not null,
	unique (pack, name)
);
-- insert-only: pack_file
create index pack_file_name on pack_file (name);

create table journal (
	id bigint primary key,          -- programme * 2^42 + seq * 2^10
	programme bigint not null references programme (id),
	seq bigint not null,
	at bigint not null,             -- instant, ms UTC
	person bigint not null,         -- 0 = by itself
	org bigint not null,
	role text not null,
	act text not null,
	act_key text not null,
	target bigint not null,
	challenge bigint not null,
	made bigint not null,
	stage text not null,            -- where the case stands after the act
	input text not null,            -- canonical JSON, secrets as salted digests
	verdicts text not null,         -- "rule outcome found wanted subject" a line
	pack text not null,             -- digest of the pack it was judged by
	rows text not null,             -- digest over journal_row of this line
	seed text not null,             -- digest of the door's random seed (the seed itself stands in act_seed)
	prev text not null,
	hash text not null,
	unique (programme, seq),
	unique (programme, act_key)
);
-- insert-only: journal
create index journal_challenge on journal (challenge, seq);

create table journal_row (
	id bigint primary key,
	journal bigint not null references journal (id),
	tbl text not null,
	row_id bigint not null,
	digest text not null
);
-- insert-only: journal_row
create index journal_row_journal on journal_row (journal);
create index journal_row_row on journal_row (tbl, row_id);

-- What replay needs and the law may ask to be erased: the seed of an act, and the values behind salted digests.
create table act_seed (
	id bigint primary key,          -- = journal.id
	seed text not null
);
create table secret (
	id bigint primary key,
	journal bigint not null,
	digest text not null,
	salt text not null,
	value_secret text not null
);
create index secret_digest on secret (digest);
create index secret_journal on secret (journal);

-- Running numbers of a programme ("challenge 2026" -> 7).
create table series (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	name text not null,
	last bigint not null,
	unique (programme, name)
);
-- book: series

-- The case: one challenge from demand to strike-off.  Rooms keep what is theirs in tables of their own.
create table challenge (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	pack text not null,             -- digest of the pack it is pinned to
	number text not null,           -- "DZ-2026-007"
	title text not null,
	stage text not null,
	stage_since bigint not null,    -- day
	demander bigint not null,       -- org
	round bigint not null,
	field text not null,            -- industry_field
	kind text not null,             -- project_type
	scope text not null,            -- release_scope: "public", "restricted"
	list bigint not null,           -- 0 until listed
	deadline bigint not null,       -- instant until which bids are received; 0 until published
	award_bid bigint not null,      -- the bid that won; 0 until decided
	project_number text not null,   -- '' until established
	filed_at bigint not null,       -- instant
	entry text not null check (entry in ('demand', 'direct', 'relisted', 'runner')),
	parent bigint not null,         -- the case it came from: what was listed before (relisted), the project of a horse race (runner); else 0
	unique (programme, number)
);
-- book: challenge
create index challenge_stage on challenge (programme, stage);
create index challenge_demander on challenge (demander);
create index challenge_round on challenge (round);
create index challenge_parent on challenge (parent);

-- What a person reads: in-app notices; and the e-mails that go out. Not in the book: made by the acts, read and sent outside.
create table inbox (
	id bigint primary key,
	person bigint not null,
	journal bigint not null,
	at bigint not null,
	title text not null,
	body text not null,
	link text not null,
	read_at bigint not null
);
create index inbox_person on inbox (person, read_at, id);
create table outbox (
	id bigint primary key,
	at bigint not null,
	to_secret text not null,
	title text not null,
	body text not null,
	tries bigint not null,
	next_at bigint not null,
	sent_at bigint not null,
	error text not null
);
create index outbox_due on outbox (sent_at, next_at);
