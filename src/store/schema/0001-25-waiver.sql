-- Waivers of rules that normally hold: one act on one thing by one organisation, one rule, one found value; used once.
create table waiver (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null,              -- 0: the act makes the case
	act_name text not null check (act_name <> ''),
	thing bigint not null,
	org bigint not null,
	person bigint not null references person (id),
	rule text not null check (rule <> ''),
	found bigint not null,
	wanted bigint not null,
	subject text not null,
	clause text not null,
	reason text not null check (reason <> ''),
	evidence text not null,
	state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn', 'used')),
	competent text not null,
	asked_on bigint not null,
	decider bigint not null,
	decided_on bigint not null,
	decision text not null,
	used_seq bigint not null,
	used_on bigint not null,
	check (state not in ('granted', 'refused', 'used') or (decider <> 0 and decider <> person and decision <> '')),
	check ((state = 'used') = (used_seq <> 0))
);
-- book: waiver
create index waiver_fit on waiver (programme, state, act_name, thing);
create index waiver_day on waiver (programme, asked_on);
create index waiver_challenge on waiver (challenge);
