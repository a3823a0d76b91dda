-- Signing in. Outside the book: who may come in changes without an act, and nothing here decides a case.
-- Ids of sessions, tokens and links are random; only their digests are kept.

create table credential (
	id bigint primary key,          -- = person.id
	password text not null,         -- argon2id string
	totp_secret text not null,      -- base32; '' none
	totp_on bigint not null,
	totp_last bigint not null,      -- the last time step used: a code counts once
	changed_at bigint not null
);

create table session (
	id bigint primary key,
	person bigint not null,
	digest text not null unique,
	former text not null,           -- digest of the id before the last change
	turned_at bigint not null,
	turn_seen bigint not null,      -- 1: the new id has come back
	csrf text not null,
	made_at bigint not null,
	seen_at bigint not null,
	agent text not null,
	ended_at bigint not null
);
create index session_person on session (person, ended_at);
create index session_former on session (former);

create table api_token (
	id bigint primary key,
	person bigint not null,
	digest text not null unique,
	name text not null,
	scope text not null,
	made_at bigint not null,
	used_at bigint not null,
	until bigint not null,
	ended_at bigint not null
);
create index api_token_person on api_token (person, ended_at);

-- What the security and audit administrators look at: who came in, who was turned away (by digest of the login when there is no such person).
create table sign_log (
	id bigint primary key,
	at bigint not null,
	person bigint not null,
	what text not null,             -- in, out, failed, limited, password, totp_on, totp_off, token, link
	login_digest text not null
);
create index sign_log_at on sign_log (at);
