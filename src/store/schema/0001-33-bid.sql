-- 3-bid: one row per organisation and case, the versions that were sent (the last before the deadline counts), formal checks.

create table bid (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	org bigint not null,            -- lead unit
	number text not null,           -- '' until opened: a running number would tell how many bids there are
	state text not null check (state in ('sealed', 'withdrawn', 'pending', 'opened', 'passed', 'failed', 'exited')),
	version bigint not null check (version >= 1),
	bid_version bigint not null,
	title text not null,
	quote_fen bigint not null check (quote_fen >= 0),
	submitted_at bigint not null,
	unique (challenge, org)
);
-- book: bid
create index bid_org on bid (org, id);

create table bid_version (
	id bigint primary key,
	act bigint not null,
	bid bigint not null references bid (id),
	challenge bigint not null references challenge (id),
	version bigint not null,
	org bigint not null,
	person bigint not null,
	at bigint not null,
	title text not null,
	leader text not null,
	leader_post text not null,
	leader_phone_secret text not null,
	leader_email_secret text not null,
	strength text not null,
	record text not null,
	summary text not null,
	feasibility text not null,
	route text not null,
	basis text not null,
	innovation text not null,
	risk text not null,
	ip_plan text not null,
	transfer text not null,
	period bigint not null,
	quote_fen bigint not null,
	own_fen bigint not null,
	no_affiliation bigint not null,
	no_ip_dispute bigint not null,
	not_mature bigint not null,
	credit bigint not null,
	leader_stays bigint not null,
	ethics bigint not null,
	truth bigint not null,
	race_ok bigint not null,        -- would run in a horse race (8.4.e)
	unite_ok bigint not null,       -- would join with another bidder
	agreement text not null,
	licence text not null,
	evidence text not null,
	unique (bid, version)
);
-- book: bid_version
-- insert-only: bid_version

-- Who takes part, by version: join on bid.bid_version for those that count.
create table bid_member (
	id bigint primary key,
	act bigint not null,
	bid bigint not null references bid (id),
	bid_version bigint not null references bid_version (id),
	n bigint not null,              -- 0 = the lead
	org bigint not null,            -- registered organisation with this code, else 0
	lead bigint not null,
	name text not null,
	credit_code text not null,
	task text not null,
	money_fen bigint not null,
	head text not null,
	part bigint not null,           -- bid_part: what the unit filled in itself; 0 for the lead
	unique (bid_version, n)
);
-- book: bid_member
-- insert-only: bid_member
create index bid_member_org on bid_member (org);
create index bid_member_bid on bid_member (bid);

create table bid_person (
	id bigint primary key,
	act bigint not null,
	bid_version bigint not null references bid_version (id),
	n bigint not null,
	name text not null,
	unit text not null,
	skill text not null,
	task text not null,
	months bigint not null,
	unique (bid_version, n)
);
-- book: bid_person
-- insert-only: bid_person

create table bid_answer (
	id bigint primary key,
	act bigint not null,
	bid_version bigint not null references bid_version (id),
	n bigint not null,
	indicator bigint not null,      -- need_indicator
	name text not null,
	wanted text not null,
	answer text not null check (answer in ('meets', 'exceeds', 'deviates')),
	value text not null,
	note text not null,
	unique (bid_version, n)
);
-- book: bid_answer
-- insert-only: bid_answer

create table bid_milestone (
	id bigint primary key,
	act bigint not null,
	bid_version bigint not null references bid_version (id),
	n bigint not null,
	month bigint not null,
	name text not null,
	indicator text not null,
	outcome text not null,
	money_fen bigint not null,
	unique (bid_version, n)
);
-- book: bid_milestone
-- insert-only: bid_milestone

create table bid_budget (
	id bigint primary key,
	act bigint not null,
	bid_version bigint not null references bid_version (id),
	n bigint not null,
	subject text not null,
	asked_fen bigint not null,
	own_fen bigint not null,
	note text not null,
	unique (bid_version, n)
);
-- book: bid_budget
-- insert-only: bid_budget

create table bid_check (
	id bigint primary key,
	act bigint not null,
	bid bigint not null references bid (id),
	result text not null check (result in ('passed', 'failed')),
	reason text not null,
	person bigint not null,
	at bigint not null,
	unique (bid),
	check (result = 'passed' or reason <> '')
);
-- book: bid_check
-- insert-only: bid_check

-- The consortium before and after the bid: whom the lead invited, what each filled in, who left.
create table bid_partner (
	id bigint primary key,
	act bigint not null,
	programme bigint not null references programme (id),
	challenge bigint not null references challenge (id),
	lead bigint not null,           -- org that invites
	org bigint not null,            -- org that is invited
	name text not null,
	credit_code text not null,
	state text not null check (state in ('invited', 'confirmed', 'declined', 'left', 'removed')),
	terms bigint not null check (terms >= 1),       -- counts the invitations: a change asks again
	title text not null,
	summary text not null,
	task text not null,
	money_fen bigint not null check (money_fen >= 0),
	reason text not null,
	part bigint not null,           -- bid_part that stands; 0 until confirmed
	invited_at bigint not null,
	answered_at bigint not null,
	unique (challenge, lead, org),
	check (lead <> org),
	check (state <> 'confirmed' or part <> 0),
	check (state not in ('declined', 'left', 'removed') or reason <> '')
);
-- book: bid_partner
create index bid_partner_org on bid_partner (org, challenge);

create table bid_part (
	id bigint primary key,
	act bigint not null,
	partner bigint not null references bid_partner (id),
	terms bigint not null,
	head text not null,
	head_phone_secret text not null,
	work text not null,
	basis text not null,
	no_affiliation bigint not null,
	no_ip_dispute bigint not null,
	credit bigint not null,
	ethics bigint not null,
	truth bigint not null,
	agreement text not null,
	licence text not null,
	person bigint not null,
	at bigint not null,
	unique (partner, terms)
);
-- book: bid_part
-- insert-only: bid_part

create table bid_part_person (
	id bigint primary key,
	act bigint not null,
	part bigint not null references bid_part (id),
	n bigint not null,
	name text not null,
	skill text not null,
	task text not null,
	months bigint not null,
	unique (part, n)
);
-- book: bid_part_person
-- insert-only: bid_part_person

-- A partner that left after the opening: what the lead does about it, whether the bid stands.
create table bid_departure (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	bid bigint not null references bid (id),
	partner bigint not null references bid_partner (id),
	org bigint not null,
	name text not null,
	reason text not null check (reason <> ''),
	statement text not null,
	state text not null check (state in ('open', 'answered', 'stands', 'falls')),
	way text not null check (way in ('', 'alone', 'replace')),
	successor bigint not null,      -- org; 0 = none
	plan text not null,
	agreement text not null,
	bureau_answer text not null,
	demander_answer text not null,
	refusal text not null,
	left_on bigint not null,
	decided_on bigint not null,
	unique (bid, org),
	check (state = 'open' or plan <> ''),
	check (state <> 'falls' or refusal <> ''),
	check (state <> 'stands' or (bureau_answer = 'approve' and demander_answer = 'approve'))
);
-- book: bid_departure
create index bid_departure_challenge on bid_departure (challenge, id);

-- A bid that left after the opening (8.3.a): with a reason, reported, shown; no discredit by itself.
create table bid_exit (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	bid bigint not null references bid (id),
	kind text not null check (kind in ('lead', 'partner')),
	reason text not null check (reason <> ''),
	statement text not null,
	stage text not null,
	person bigint not null,
	at bigint not null,
	unique (bid)
);
-- book: bid_exit
-- insert-only: bid_exit
-- A bidder's question about a listed item: through the bureau, answered for all, without the asker's name.
create table question (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	org bigint not null,
	person bigint not null,
	question text not null check (question <> ''),
	asked_on bigint not null,
	due bigint not null,
	state text not null check (state in ('asked', 'answered', 'declined')),
	wording text not null,          -- the question as it is published
	answer text not null,           -- the answer, or why there is none
	answered_on bigint not null,
	answered_by bigint not null,
	check (state <> 'answered' or (wording <> '' and answer <> '')),
	check (state <> 'declined' or answer <> '')
);
-- book: question
create index question_challenge on question (challenge, id);

-- What was announced of a challenge's deadline and is no longer so; the demander takes a listed demand back.
create table deadline_change (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	old_deadline bigint not null,
	new_deadline bigint not null,
	reason text not null,
	media text not null,
	at bigint not null,
	check (new_deadline > old_deadline)
);
-- book: deadline_change
-- insert-only: deadline_change
create index deadline_change_challenge on deadline_change (challenge, id);

create table challenge_withdrawal (
	id bigint primary key,
	act bigint not null,
	challenge bigint not null references challenge (id),
	reason text not null,
	person bigint not null,
	at bigint not null,
	unique (challenge)
);
-- book: challenge_withdrawal
-- insert-only: challenge_withdrawal
