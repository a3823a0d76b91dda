-- Demands: rounds, versions, what was decided, and what the public may read of them.

-- need_round_insert: round_row -> -
insert into round (id, act, programme, number, title, body, first_day, last_day, kinds, state, proposed_by, confirmed_by,
	confirmed_at)
values (:id, :act, :programme, :number, :title, :body, :first_day, :last_day, :kinds, :state, :proposed_by, :confirmed_by,
	:confirmed_at);

-- need_round_confirm: round_row -> -
update round set act = :act, state = :state, confirmed_by = :confirmed_by, confirmed_at = :confirmed_at where id = :id;

-- need_round_read: id_key -> round_row
select id, act, programme, number, title, body, first_day, last_day, kinds, state, proposed_by, confirmed_by, confirmed_at
from round where id = :id;

-- need_rounds: round_key -> round_line
select id, number, title, first_day, last_day, kinds, state,
	case when state = 'open' and first_day <= :today and last_day >= :today then 1 else 0 end as running,
	case when state = 'proposed' then 1 else 0 end as to_confirm
from round where programme = :programme and (cast(:all as bigint) = 1 or state = 'open')
order by last_day desc, id desc limit :limit offset :offset;

-- need_rounds_count: round_key -> count_row
select count(*) as n from round where programme = :programme and (cast(:all as bigint) = 1 or state = 'open');

-- need_round_demands: id_key -> round_demand_line
select c.id, c.number, c.title, o.name as demander_name, c.field, c.stage, c.filed_at
from challenge c join org o on o.id = c.demander where c.round = :id order by c.id desc limit 1000;

-- need_challenge_insert: challenge_row -> -
insert into challenge (id, act, programme, pack, number, title, stage, stage_since, demander, round, field, kind, scope, list, deadline,
	award_bid, project_number, filed_at, entry, parent)
values (:id, :act, :programme, :pack, :number, :title, :stage, :stage_since, :demander, :round, :field, :kind, :scope, :list, :deadline,
	:award_bid, :project_number, :filed_at, :entry, :parent);

-- need_challenge_update: challenge_row -> -
update challenge set act = :act, title = :title, field = :field, kind = :kind, scope = :scope where id = :id;

-- need_challenge_read: id_key -> challenge_row
select id, act, programme, pack, number, title, stage, stage_since, demander, round, field, kind, scope, list, deadline, award_bid,
	project_number, filed_at, entry, parent
from challenge where id = :id;

-- need_insert: need_row -> -
insert into need (id, act, programme, challenge, round, version, org, person, at, title, field, kind, origin, map_node, problem,
	goal, urgency, benchmark, demand_type, outcome, trl_now, trl_goal, cooperation, keywords, recommender, period, pay_fen,
	fiscal_fen, other_fen, funds, ownership, ownership_text, conditions, support, scope,
	confidential, cannot_alone, sustained, first_use, credit, no_secret,
	truth, evidence, contact, contact_phone_secret, contact_email_secret)
values (:id, :act, :programme, :challenge, :round, :version, :org, :person, :at, :title, :field, :kind, :origin, :map_node,
	:problem, :goal, :urgency, :benchmark, :demand_type, :outcome, :trl_now, :trl_goal, :cooperation, :keywords, :recommender,
	:period, :pay_fen, :fiscal_fen, :other_fen, :funds, :ownership, :ownership_text,
	:conditions, :support, :scope, :confidential, :cannot_alone,
	:sustained, :first_use, :credit, :no_secret, :truth, :evidence, :contact, :contact_phone_secret, :contact_email_secret);

-- need_indicator_insert: need_indicator_row -> -
insert into need_indicator (id, act, need, n, name, existing, comparison, target, unit, method, binding)
values (:id, :act, :need, :n, :name, :existing, :comparison, :target, :unit, :method, :binding);

-- need_date_insert: need_date_row -> -
insert into need_date (id, act, need, n, month, name, outcome)
values (:id, :act, :need, :n, :month, :name, :outcome);

-- need_invited_insert: need_invited_row -> -
insert into need_invited (id, act, need, n, name, credit_code)
values (:id, :act, :need, :n, :name, :credit_code);

-- need_decision_insert: need_decision_row -> -
insert into need_decision (id, act, challenge, need, kind, number, day, reason, org, person, at)
values (:id, :act, :challenge, :need, :kind, :number, :day, :reason, :org, :person, :at);

-- need_latest: challenge_key -> need_row
select id, act, programme, challenge, round, version, org, person, at, title, field, kind, origin, map_node, problem, goal, urgency,
	benchmark, demand_type, outcome, trl_now, trl_goal, cooperation, keywords, recommender, period, pay_fen, fiscal_fen, other_fen,
	funds, ownership, ownership_text, conditions, support, scope, confidential, cannot_alone, sustained, first_use, credit, no_secret, truth,
	evidence, contact, contact_phone_secret, contact_email_secret
from need where challenge = :challenge order by version desc limit 1;

-- need_by_version: need_key -> need_row
select id, act, programme, challenge, round, version, org, person, at, title, field, kind, origin, map_node, problem, goal, urgency,
	benchmark, demand_type, outcome, trl_now, trl_goal, cooperation, keywords, recommender, period, pay_fen, fiscal_fen, other_fen,
	funds, ownership, ownership_text, conditions, support, scope, confidential, cannot_alone, sustained, first_use, credit, no_secret, truth,
	evidence, contact, contact_phone_secret, contact_email_secret
from need where challenge = :challenge and version = :version;

-- need_indicators_of: need_key -> need_indicator_row
select id, act, need, n, name, existing, comparison, target, unit, method, binding
from need_indicator where need = :need order by n;

-- need_dates_of: need_key -> need_date_row
select id, act, need, n, month, name, outcome
from need_date where need = :need order by n;

-- need_invited_of: need_key -> need_invited_row
select id, act, need, n, name, credit_code
from need_invited where need = :need order by n;

-- need_confidential_insert: need_confidential_row -> -
insert into need_confidential (id, act, need, n, field, body) values (:id, :act, :need, :n, :field, :body);

-- For those who are entitled (8.1.c): need_current() puts it back in its place, need_sight() says for whom.
-- need_confidential_of: need_key -> need_confidential_row
select id, act, need, n, field, body from need_confidential where need = :need order by n, id;

-- need_versions: challenge_key -> need_version_line
select n.version, n.at, coalesce(p.name, '') as person_name, 0 as shown
from need n left join person p on p.id = n.person where n.challenge = :challenge order by n.version desc;

-- need_decisions: challenge_key -> need_decision_line
select d.kind, d.number, d.day, d.reason, coalesce(o.name, '') as org_name, coalesce(p.name, '') as person_name, d.at
from need_decision d left join org o on o.id = d.org left join person p on p.id = d.person
where d.challenge = :challenge order by d.id desc;

-- 4 the whole form: the offices that decide; the demander; experts who have declared.  3 the whole form in its public wordings: the offices that
-- look after the money.  2 what the public reads, with the confidential wordings: a unit of the restricted scope that signed for it.  1 the public
-- wordings: the public once listed in a public scope; in a restricted scope the units named in it.  0 nothing.
-- need_sight: viewer_key -> count_row
select case
	when cast(:role as text) in ('bureau', 'eic', 'government') then 4
	when c.demander = :org and cast(:org as bigint) <> 0 then 4
	when cast(:person as bigint) <> 0 and exists (select 1 from panel_seat s join panel p on p.id = s.panel
		where p.challenge = c.id and s.person = :person and s.state in ('clear', 'opined', 'signed') and p.state not in ('proposed', 'dismissed')) then 4
	when cast(:role as text) in ('finance', 'audit') then 3
	when c.deadline = 0 then 0
	when cast(:role as text) = 'unit' and exists (select 1 from need_pledge g where g.challenge = c.id and g.org = :org) then 2
	when c.scope = 'public' or cast(:role as text) = 'park' then 1
	when exists (select 1 from need_invited i join need n on n.id = i.need join org o on o.credit_code = i.credit_code
		where n.challenge = c.id and o.id = :org
		and n.version = (select max(m.version) from need m where m.challenge = c.id)) then 1
	else 0 end as n
from challenge c where c.id = :challenge and c.programme = :programme;

-- What a reader may see of listed demands: org 0 = the public; else also the restricted ones that name this unit.
-- need_public: need_public_key -> need_public_row
select c.id, c.number, c.title, c.stage, c.demander, o.name as demander_name, c.field, c.kind, c.scope, c.list, c.deadline,
	n.problem,
	n.goal, n.period, n.pay_fen, n.ownership,
	n.conditions, n.id as need
from challenge c join org o on o.id = c.demander join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.programme = :programme and c.deadline > 0 and (c.scope = 'public' or (cast(:org as bigint) <> 0 and exists (
	select 1 from need_invited i join org u on u.credit_code = i.credit_code where i.need = n.id and u.id = :org)))
	and (cast(:field as text) = '' or c.field = :field) and (cast(:open as bigint) = 0 or c.deadline >= :now)
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%')
order by c.deadline desc, c.id desc limit :limit offset :offset;

-- need_public_count: need_public_key -> count_row
select count(*) as n
from challenge c join org o on o.id = c.demander join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.programme = :programme and c.deadline > 0 and (c.scope = 'public' or (cast(:org as bigint) <> 0 and exists (
	select 1 from need_invited i join org u on u.credit_code = i.credit_code where i.need = n.id and u.id = :org)))
	and (cast(:field as text) = '' or c.field = :field) and (cast(:open as bigint) = 0 or c.deadline >= :now)
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%');

-- need_public_one: need_public_key -> need_public_row
select c.id, c.number, c.title, c.stage, c.demander, o.name as demander_name, c.field, c.kind, c.scope, c.list, c.deadline,
	n.problem,
	n.goal, n.period, n.pay_fen, n.ownership,
	n.conditions, n.id as need
from challenge c join org o on o.id = c.demander join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.programme = :programme and c.deadline > 0 and (c.scope = 'public' or (cast(:org as bigint) <> 0 and exists (
	select 1 from need_invited i join org u on u.credit_code = i.credit_code where i.need = n.id and u.id = :org)))
	and c.id = :challenge;

-- The same columns of any case, for the paper that publishes it.
-- need_public_any: challenge_key -> need_public_row
select c.id, c.number, c.title, c.stage, c.demander, o.name as demander_name, c.field, c.kind, c.scope, c.list, c.deadline,
	n.problem,
	n.goal, n.period, n.pay_fen, n.ownership,
	n.conditions, n.id as need
from challenge c join org o on o.id = c.demander join need n on n.challenge = c.id
	and n.version = (select max(m.version) from need m where m.challenge = c.id)
where c.id = :challenge;

-- need_mine: need_public_key -> need_mine_row
select id, number, title, stage, stage_since, deadline
from challenge where programme = :programme and demander = :org order by id desc limit :limit offset :offset;
