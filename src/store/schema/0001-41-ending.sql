-- Stopping and ending a project: halts, terminations, classes of failure, recovery of fiscal money.

create table project_halt (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	side text not null check (side in ('demander', 'bureau')),
	person bigint not null,
	reason text not null check (reason <> ''),
	evidence text not null,
	halted_on bigint not null,
	state text not null check (state in ('open', 'lifted')),
	remedied text not null,
	proof text not null,
	lifted_on bigint not null,
	check (state = 'open' or (remedied <> '' and lifted_on > 0))
);
-- book: project_halt
create index project_halt_challenge on project_halt (challenge, id);

create table cannot_finish (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	person bigint not null,
	found_on bigint not null,
	reported_on bigint not null,
	reason text not null,
	wish text not null,
	evidence text not null,
	check (found_on <= reported_on)
);
-- book: cannot_finish
-- insert-only: cannot_finish
create index cannot_finish_challenge on cannot_finish (challenge, id);

create table termination (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	origin text not null,
	side text not null check (side in ('demander', 'bureau')),
	org bigint not null,
	person bigint not null,
	cause text not null,
	reason text not null check (reason <> ''),
	evidence text not null,
	progress text not null,
	results text not null,
	own_money text not null,
	state text not null check (state in ('proposed', 'examined', 'refused', 'decided', 'denied', 'closed')),
	proposed_on bigint not null,
	opinion text not null,
	examined_on bigint not null,
	document text not null,
	decided_on bigint not null,
	deny_reason text not null,
	scan text not null,
	number text not null,
	paper bigint not null,
	closed_on bigint not null,
	archive text not null,
	check (state not in ('decided', 'closed') or (document <> '' and decided_on > 0)),
	check (state <> 'denied' or deny_reason <> '')
);
-- book: termination
create index termination_challenge on termination (challenge, id);

create table termination_asset (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	termination bigint not null references termination (id),
	ord bigint not null,
	name text not null,
	fund text not null,
	value_fen bigint not null check (value_fen >= 0),
	holder text not null,
	handling text not null,
	unique (termination, ord)
);
-- book: termination_asset
-- insert-only: termination_asset

create table termination_statement (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	termination bigint not null references termination (id),
	party text not null check (party in ('demander', 'awardee')),
	org bigint not null,
	person bigint not null,
	stance text not null,
	statement text not null,
	evidence text not null,
	day bigint not null,
	unique (termination, org)
);
-- book: termination_statement
-- insert-only: termination_statement

create table failure_class (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	termination bigint not null unique references termination (id),
	org bigint not null,
	class text not null check (class in ('blameless', 'own_fault', 'violation', 'private_gain')),
	document text not null check (document <> ''),
	reasons text not null check (reasons <> ''),
	evidence text not null,
	day bigint not null,
	person bigint not null
);
-- book: failure_class
-- insert-only: failure_class
create index failure_class_challenge on failure_class (challenge, id);

create table recovery (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	termination bigint not null unique references termination (id),
	report bigint not null,
	debtor bigint not null,
	balance_fen bigint not null check (balance_fen >= 0),
	off_fen bigint not null check (off_fen >= 0),
	amount_fen bigint not null,
	received_fen bigint not null,
	state text not null check (state in ('fixed', 'demanded', 'overdue', 'settled')),
	answer text not null,
	fixed_on bigint not null,
	demanded_on bigint not null,
	due bigint not null,
	document text not null,
	account text not null,
	number text not null,
	paper bigint not null,
	reminded_on bigint not null,
	settled_on bigint not null,
	check (amount_fen = balance_fen + off_fen),
	check (received_fen between 0 and amount_fen),
	check ((state = 'settled') = (received_fen = amount_fen))
);
-- book: recovery
create index recovery_challenge on recovery (challenge, id);
create index recovery_state on recovery (state, due);

create table recovery_receipt (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	recovery bigint not null references recovery (id),
	received_on bigint not null,
	amount_fen bigint not null check (amount_fen > 0),
	reference text not null unique,
	voucher text not null,
	person bigint not null
);
-- book: recovery_receipt
-- insert-only: recovery_receipt
create index recovery_receipt_recovery on recovery_receipt (recovery, id);
