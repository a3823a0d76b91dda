-- sign_credential: id_key -> credential_row
select id, password, totp_secret, totp_on, totp_last, changed_at from credential where id = :id;

-- sign_credential_put: credential_row -> -
insert into credential (id, password, totp_secret, totp_on, totp_last, changed_at)
values (:id, :password, :totp_secret, :totp_on, :totp_last, :changed_at)
on conflict (id) do update set password = excluded.password, changed_at = excluded.changed_at;

-- sign_totp_put: credential_row -> -
update credential set totp_secret = :totp_secret, totp_on = :totp_on, totp_last = :totp_last where id = :id;

-- sign_totp_used: credential_row -> -
update credential set totp_last = :totp_last where id = :id and totp_last < :totp_last;

-- sign_session_put: session_row -> -
insert into session (id, person, digest, former, turned_at, turn_seen, csrf, made_at, seen_at, agent, ended_at)
values (:id, :person, :digest, :former, :turned_at, :turn_seen, :csrf, :made_at, :seen_at, :agent, :ended_at);

-- sign_session_who: session_key -> session_who
select s.id, s.person, s.digest, s.former, s.turned_at, s.turn_seen, s.csrf, s.seen_at, p.org, p.name, p.role, p.programme,
	coalesce(o.name, '') as org_name, '' as scope
from session s join person p on p.id = s.person left join org o on o.id = p.org
where (s.digest = :digest or (s.former = :digest and (s.turn_seen = 0 or s.turned_at > :grace)))
	and s.ended_at = 0 and s.seen_at > :idle and s.made_at > :life and p.state = 'active';

-- sign_session_seen: session_key -> -
update session set seen_at = :now where id = :id and ended_at = 0;

-- sign_session_turn: session_key -> -
update session set former = :digest, digest = :renewed, turned_at = :now, turn_seen = 0, seen_at = :now
where id = :id and ended_at = 0 and (digest = :digest or (former = :digest and turn_seen = 0));

-- sign_session_turned: session_key -> -
update session set turn_seen = 1, turned_at = :now, seen_at = :now where id = :id and digest = :digest;

-- sign_session_end: session_key -> -
update session set ended_at = :now where id = :id and person = :person and ended_at = 0;

-- sign_sessions_end: session_key -> -
update session set ended_at = :now where person = :person and id <> :id and ended_at = 0;

-- sign_sessions: session_key -> session_row
select id, person, digest, former, turned_at, turn_seen, csrf, made_at, seen_at, agent, ended_at
from session where person = :person and ended_at = 0 and seen_at > :idle and made_at > :life order by seen_at desc, id;

-- sign_sessions_forget: session_key -> -
delete from session where made_at <= :life;

-- sign_token_put: api_token_row -> -
insert into api_token (id, person, digest, name, scope, made_at, used_at, until, ended_at)
values (:id, :person, :digest, :name, :scope, :made_at, :used_at, :until, :ended_at);

-- sign_token_who: session_key -> session_who
select t.id, t.person, t.digest, '' as former, cast(0 as bigint) as turned_at, cast(1 as bigint) as turn_seen, '' as csrf,
	t.used_at as seen_at, p.org, p.name, p.role, p.programme, coalesce(o.name, '') as org_name, t.scope
from api_token t join person p on p.id = t.person left join org o on o.id = p.org
where t.digest = :digest and t.ended_at = 0 and t.until > :now and p.state = 'active';

-- sign_token_used: session_key -> -
update api_token set used_at = :now where id = :id;

-- sign_token_end: session_key -> -
update api_token set ended_at = :now where id = :id and person = :person and ended_at = 0;

-- sign_tokens_end: session_key -> -
update api_token set ended_at = :now where person = :person and ended_at = 0;

-- sign_tokens: session_key -> api_token_row
select id, person, digest, name, scope, made_at, used_at, until, ended_at
from api_token where person = :person and ended_at = 0 and until > :now order by made_at desc, id;

-- sign_link: session_key -> enter_link_row
select id, digest, person, made_at, until, used_at from enter_link where digest = :digest and used_at = 0 and until > :now;

-- sign_link_used: session_key -> -
update enter_link set used_at = :now where id = :id and used_at = 0;

-- sign_log_put: sign_log_row -> -
insert into sign_log (id, at, person, what, login_digest) values (:id, :at, :person, :what, :login_digest);

-- sign_demo_parties: id_key -> demo_party
select p.id, p.name, p.login, p.role, coalesce(o.name, '') as org_name, p.post
from person p left join org o on o.id = p.org
where p.programme = :id and p.state = 'active' and p.role <> 'system'
order by p.role, p.id limit 300;

-- sign_log_lines: sign_log_key -> sign_log_item
select l.id, l.at, l.what, coalesce(p.name, '') as name, coalesce(p.login, '') as login, coalesce(p.role, '') as role
from sign_log l left join person p on p.id = l.person
where (cast(:what as text) = '' or l.what = cast(:what as text)) and (l.person = 0 or p.programme = :programme)
order by l.at desc, l.id desc
limit cast(:limit as bigint) offset cast(:offset as bigint);

-- sign_log_count: sign_log_key -> count_row
select count(*) as n
from sign_log l left join person p on p.id = l.person
where (cast(:what as text) = '' or l.what = cast(:what as text)) and (l.person = 0 or p.programme = :programme);
