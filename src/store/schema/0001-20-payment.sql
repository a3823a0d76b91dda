-- The money of a project: its two sums, the instalments, what happened to each, and the marks that serve once only.

create table payment_fund (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null unique references challenge (id),
	demander_fen bigint not null check (demander_fen >= 0),
	fiscal_fen bigint not null check (fiscal_fen >= 0),
	other_fen bigint not null check (other_fen >= 0),
	demander bigint not null,
	awardee bigint not null,
	awardee_bank text not null,
	awardee_account_secret text not null,
	demander_bank text not null,
	demander_account_secret text not null
);
-- book: payment_fund

create table payment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	kind text not null check (kind in ('demander', 'fiscal')),
	instalment bigint not null check (instalment >= 1),
	instalments bigint not null,
	share bigint not null check (share between 0 and 10000),
	amount_fen bigint not null check (amount_fen >= 0),
	waits_for text not null check (waits_for in ('signed', 'stage_passed', 'accepted')),
	payer bigint not null,          -- org; 0 = finance
	payee bigint not null,
	state text not null check (state in ('waiting', 'due', 'requested', 'paid', 'received', 'stopped', 'cancelled')),
	due_on bigint not null,
	requested_on bigint not null,
	paid_on bigint not null,
	paid_fen bigint not null,
	received_on bigint not null,
	received_fen bigint not null,
	reference text not null,
	document text not null,
	voucher text not null,
	request_paper bigint not null,
	unique (challenge, kind, instalment),
	check (instalment <= instalments),
	check (paid_fen = 0 or paid_fen = amount_fen),
	check (received_fen = 0 or received_fen = paid_fen)
);
-- book: payment
create index payment_state on payment (kind, state);

create table payment_event (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	payment bigint not null references payment (id),
	kind text not null,
	at bigint not null,
	day bigint not null,
	amount_fen bigint not null,
	reference text not null,
	document text not null,
	voucher text not null,
	remark text not null,
	person bigint not null,
	org bigint not null
);
-- book: payment_event
-- insert-only: payment_event
create index payment_event_challenge on payment_event (challenge, id);

create table payment_mark (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	payment bigint not null references payment (id),
	kind text not null check (kind in ('bank', 'file')),
	mark text not null check (mark <> ''),
	unique (kind, mark)
);
-- book: payment_mark
-- insert-only: payment_mark
create index payment_mark_payment on payment_mark (payment);

create table payment_reached (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	waits_for text not null check (waits_for in ('signed', 'stage_passed', 'accepted')),
	day bigint not null,
	unique (challenge, waits_for)
);
-- book: payment_reached
-- insert-only: payment_reached
