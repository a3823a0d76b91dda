-- 6-notice: what was published, from when to when, and that the project was established.

create table notice (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	award bigint not null references award (id),
	number text not null,
	state text not null check (state in ('running', 'ended')),
	published_on bigint not null,
	first_day bigint not null,
	last_day bigint not null,
	days bigint not null check (days >= 1),
	first_counts bigint not null check (first_counts in (0, 1)),
	basis text not null,
	receiver text not null,
	address text not null,
	phone text not null,
	overseer text not null,
	url text not null,
	paper bigint not null,
	ended_at bigint not null,
	unique (programme, number),
	check (published_on <= first_day and first_day <= last_day)
);
-- book: notice
create index notice_challenge on notice (challenge, id);
create index notice_due on notice (state, last_day);

create table establishment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	notice bigint not null references notice (id),
	number text not null,
	day bigint not null,
	remark text not null,
	paper bigint not null,
	unique (challenge)
);
-- book: establishment
-- insert-only: establishment
