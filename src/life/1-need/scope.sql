-- The restricted scope after the first version: who signed for confidentiality, who is added, when it is opened to everybody.

-- pledge_insert: pledge_row -> -
insert into need_pledge (id, act, challenge, org, signer, scan, person, at)
values (:id, :act, :challenge, :org, :signer, :scan, :person, :at);

-- pledge_of: scope_key -> pledge_row
select id, act, challenge, org, signer, scan, person, at from need_pledge where challenge = :challenge and org = :org;

-- Is this unit named in the scope as it stands?
-- scope_names: scope_key -> count_row
select count(*) as n from need_invited i join need n on n.id = i.need join org o on o.credit_code = i.credit_code
where n.challenge = :challenge and o.id = :org and n.version = (select max(m.version) from need m where m.challenge = :challenge);

-- scope_insert: scope_row -> -
insert into need_scope (id, act, challenge, kind, reason, state, answer, asked_by, asked_at, answered_by, answered_at)
values (:id, :act, :challenge, :kind, :reason, :state, :answer, :asked_by, :asked_at, :answered_by, :answered_at);

-- scope_update: scope_row -> -
update need_scope set act = :act, state = :state, answer = :answer, answered_by = :answered_by, answered_at = :answered_at where id = :id;

-- scope_read: id_key -> scope_row
select id, act, challenge, kind, reason, state, answer, asked_by, asked_at, answered_by, answered_at from need_scope where id = :id;

-- scope_rows: challenge_key -> scope_row
select id, act, challenge, kind, reason, state, answer, asked_by, asked_at, answered_by, answered_at
from need_scope where challenge = :challenge order by id desc;

-- scope_unit_insert: scope_unit_row -> -
insert into need_scope_unit (id, act, scope, n, name, credit_code) values (:id, :act, :scope, :n, :name, :credit_code);

-- scope_units: id_key -> scope_unit_row
select id, act, scope, n, name, credit_code from need_scope_unit where scope = :id order by n;

-- scope_org: scope_key -> id_key
select id from org where programme = :programme and credit_code = :code;

-- scope_public: challenge_row -> -
update challenge set act = :act, scope = :scope where id = :id;

-- What names this unit and is not for everybody.
-- scope_named: scope_key -> need_mine_row
select distinct c.id, c.number, c.title, c.stage, c.stage_since, c.deadline
from challenge c join need n on n.challenge = c.id and n.version = (select max(m.version) from need m where m.challenge = c.id)
	join need_invited i on i.need = n.id join org o on o.credit_code = i.credit_code
where c.programme = :programme and o.id = :org and c.scope = 'restricted' and c.deadline > 0 order by c.id desc limit 200;
