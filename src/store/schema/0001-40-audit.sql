-- Audits of the use of money by a third party, and the bureau's own checks.

create table audit_engagement (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	firm bigint not null references org (id),
	kind text not null,
	document text not null,
	scope text not null,
	due bigint not null,
	state text not null check (state in ('appointed', 'reported', 'final')),
	appointed_on bigint not null,
	person bigint not null
);
-- book: audit_engagement
create index audit_engagement_challenge on audit_engagement (challenge, id);
create index audit_engagement_firm on audit_engagement (firm, challenge);

create table audit_report (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	engagement bigint not null references audit_engagement (id),
	version bigint not null,
	until bigint not null,
	received_fen bigint not null,
	right_fen bigint not null check (right_fen >= 0),
	off_fen bigint not null check (off_fen >= 0),
	balance_fen bigint not null check (balance_fen >= 0),
	own_received_fen bigint not null,
	own_spent_fen bigint not null,
	assets text not null,
	opinion text not null,
	report text not null,
	filed_on bigint not null,
	person bigint not null,
	unique (engagement, version)
);
-- book: audit_report
-- insert-only: audit_report

create table audit_item (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	report bigint not null references audit_report (id),
	ord bigint not null,
	what text not null,
	amount_fen bigint not null check (amount_fen > 0),
	ground text not null,
	unique (report, ord)
);
-- book: audit_item
-- insert-only: audit_item

create table audit_comment (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	report bigint not null references audit_report (id),
	org bigint not null,
	person bigint not null,
	stance text not null check (stance in ('accept', 'object')),
	comment text not null,
	evidence text not null,
	day bigint not null,
	unique (report, org)
);
-- book: audit_comment
-- insert-only: audit_comment

create table use_check (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	period text not null,
	result text not null check (result in ('good', 'doubt')),
	doubt_fen bigint not null,
	findings text not null,
	measures text not null,
	evidence text not null,
	day bigint not null,
	person bigint not null
);
-- book: use_check
-- insert-only: use_check
create index use_check_challenge on use_check (challenge, id);
