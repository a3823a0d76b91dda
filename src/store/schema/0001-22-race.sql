-- A horse race: the project whose winners run beside each other, its nodes, who goes on, how the money is divided.

create table race (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null unique references challenge (id),     -- the project
	state text not null check (state in ('allotting', 'running', 'decided', 'closed')),
	total_fen bigint not null check (total_fen >= 0),               -- what the demander pays to all runners together
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	other_fen bigint not null check (other_fen >= 0),
	decided_on bigint not null
);
-- book: race

create table race_lane (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	runner bigint not null unique references challenge (id),        -- the runner's own case
	bid bigint not null unique,
	letter text not null check (letter <> ''),
	state text not null check (state in ('running', 'stopped', 'won')),
	rd_fen bigint not null check (rd_fen >= 0),                     -- what the first shares give it of every instalment: its contract
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	ended bigint not null,                                          -- the decision that stopped it; 0
	unique (challenge, letter)
);
-- book: race_lane

create table race_node (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	ord bigint not null,
	name text not null,
	due bigint not null,            -- day
	unique (challenge, ord)
);
-- book: race_node
-- insert-only: race_node

create table race_decision (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('first', 'node', 'final')),
	node bigint not null,           -- race_node; 0
	panel bigint not null,
	document text not null,
	reason text not null check (reason <> ''),
	differs text not null,
	scan text not null,
	day bigint not null,
	org bigint not null,
	person bigint not null
);
-- book: race_decision
-- insert-only: race_decision
create index race_decision_challenge on race_decision (challenge, id);
create index race_decision_node on race_decision (node);

create table race_share (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	decision bigint not null references race_decision (id),
	runner bigint not null references challenge (id),
	rank bigint not null,
	fate text not null check (fate in ('continue', 'stop', 'win')),
	share bigint not null check (share between 0 and 10000),
	reason text not null,
	unique (decision, runner),
	check (fate <> 'stop' or (share = 0 and reason <> ''))
);
-- book: race_share
-- insert-only: race_share
create index race_share_challenge on race_share (challenge, decision);
create index race_share_runner on race_share (runner);

create table race_instalment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('demander', 'fiscal')),
	instalment bigint not null,
	instalments bigint not null,
	share bigint not null,
	amount_fen bigint not null check (amount_fen >= 0),
	unique (challenge, kind, instalment)
);
-- book: race_instalment
-- insert-only: race_instalment

create table race_part (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	decision bigint not null references race_decision (id),
	runner bigint not null references challenge (id),
	kind text not null check (kind in ('demander', 'fiscal')),
	instalment bigint not null,
	amount_fen bigint not null check (amount_fen >= 0),
	unique (runner, kind, instalment)
);
-- book: race_part
-- insert-only: race_part
create index race_part_challenge on race_part (challenge, kind, instalment);
