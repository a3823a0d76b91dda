-- Panels of every kind: who sits on them, what the members declared, said, scored, and signed.

create table panel (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	kind text not null,             -- panel_kind: names the rubric of the pack
	subject bigint not null,        -- the milestone, or 0
	state text not null check (state in ('proposed', 'seated', 'reported', 'signed', 'dismissed')),
	meets bigint not null,          -- day
	method text not null,
	place text not null,
	conclusion text not null,       -- '' until reported
	opinion text not null,
	ranked bigint not null check (ranked in (0, 1))
);
-- book: panel
create index panel_challenge on panel (challenge, kind);

create table panel_seat (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	person bigint not null,
	name text not null,             -- as it was when seated
	category text not null,
	chair bigint not null check (chair in (0, 1)),
	state text not null check (state in ('invited', 'clear', 'conflict', 'opined', 'signed', 'replaced', 'declined')),
	interest text not null,
	sign text not null,
	sign_remark text not null,
	unique (panel, person)
);
-- book: panel_seat
create index panel_seat_person on panel_seat (person, state);

create table panel_interest (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	seat bigint not null references panel_seat (id),
	person bigint not null,
	interest text not null,
	detail text not null,
	at bigint not null,
	unique (seat)
);
-- book: panel_interest
-- insert-only: panel_interest

create table panel_opinion (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	seat bigint not null references panel_seat (id),
	person bigint not null,
	verdict text not null,
	opinion text not null,
	at bigint not null,
	unique (seat)
);
-- book: panel_opinion
-- insert-only: panel_opinion

create table panel_score (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	seat bigint not null references panel_seat (id),
	bid bigint not null,            -- 0 where the panel judges one thing
	item text not null,             -- rubric item of the pack
	points bigint not null check (points >= 0),
	comment text not null,
	unique (seat, bid, item)
);
-- book: panel_score
-- insert-only: panel_score
create index panel_score_panel on panel_score (panel, bid);

create table panel_rank (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	bid bigint not null,
	rank bigint not null,           -- 0 when the panel says that the plans cannot be ranked
	score bigint not null,          -- mean, hundredths of a point, rounded down
	unique (panel, bid)
);
-- book: panel_rank
-- insert-only: panel_rank

create table panel_signature (
	id bigint primary key,
	act bigint not null,
	panel bigint not null references panel (id),
	seat bigint not null references panel_seat (id),
	person bigint not null,
	sign text not null,
	remark text not null,
	at bigint not null,
	unique (seat)
);
-- book: panel_signature
-- insert-only: panel_signature
create index panel_opinion_panel on panel_opinion (panel, id);
