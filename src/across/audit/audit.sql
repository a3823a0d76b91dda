-- Audits: engagements, reports and their items, comments of the parties; checks of the scope of use.

-- audit_engagement_insert: audit_engagement_row -> -
insert into audit_engagement (id, act, challenge, firm, kind, document, scope, due, state, appointed_on, person)
values (:id, :act, :challenge, :firm, :kind, :document, :scope, :due, :state, :appointed_on, :person);

-- audit_engagement_update: audit_engagement_row -> -
update audit_engagement set act = :act, state = :state
where id = :id;

-- audit_engagement_one: id_key -> audit_engagement_row
select id, act, challenge, firm, kind, document, scope, due, state, appointed_on, person
from audit_engagement where id = :id;

-- audit_engagements_of: challenge_key -> audit_engagement_row
select id, act, challenge, firm, kind, document, scope, due, state, appointed_on, person
from audit_engagement where challenge = :challenge order by id desc;

-- audit_report_insert: audit_report_row -> -
insert into audit_report (id, act, challenge, engagement, version, until, received_fen, right_fen, off_fen,
	balance_fen, own_received_fen, own_spent_fen, assets, opinion, report, filed_on, person)
values (:id, :act, :challenge, :engagement, :version, :until, :received_fen, :right_fen, :off_fen, :balance_fen,
	:own_received_fen, :own_spent_fen, :assets, :opinion, :report, :filed_on, :person);

-- audit_reports_of: id_key -> audit_report_row
select id, act, challenge, engagement, version, until, received_fen, right_fen, off_fen, balance_fen, own_received_fen,
	own_spent_fen, assets, opinion, report, filed_on, person
from audit_report where engagement = :id order by version desc;

-- audit_item_insert: audit_item_row -> -
insert into audit_item (id, act, challenge, report, ord, what, amount_fen, ground)
values (:id, :act, :challenge, :report, :ord, :what, :amount_fen, :ground);

-- audit_items_of: id_key -> audit_item_row
select id, act, challenge, report, ord, what, amount_fen, ground
from audit_item where report = :id order by ord;

-- audit_comment_insert: audit_comment_row -> -
insert into audit_comment (id, act, challenge, report, org, person, stance, comment, evidence, day)
values (:id, :act, :challenge, :report, :org, :person, :stance, :comment, :evidence, :day);

-- audit_comments_of: id_key -> audit_comment_row
select id, act, challenge, report, org, person, stance, comment, evidence, day
from audit_comment where report = :id order by id;

-- use_check_insert: use_check_row -> -
insert into use_check (id, act, challenge, period, result, doubt_fen, findings, measures, evidence, day, person)
values (:id, :act, :challenge, :period, :result, :doubt_fen, :findings, :measures, :evidence, :day, :person);

-- use_checks_of: challenge_key -> use_check_row
select id, act, challenge, period, result, doubt_fen, findings, measures, evidence, day, person
from use_check where challenge = :challenge order by id desc;

-- audit_firm_of_case: audit_org_key -> count_row
select (select count(*) from challenge c where c.id = :challenge and c.demander = :org)
	+ (select count(*) from bid b join bid_member m on m.bid_version = b.bid_version where b.challenge = :challenge and m.org = :org) as n;

-- audit_firms: viewer_key -> org_row
select id, act, programme, name, credit_code, kind, region, address, legal_person, profile, licence, state, key_industry, verify_source, role
from org where programme = :programme and role = 'audit' order by name, id;

-- audit_done: challenge_key -> count_row
select count(*) as n from audit_engagement where challenge = :challenge and state <> 'appointed';

-- audits_list: viewer_key -> audits_row
select e.id as id, e.challenge as challenge, c.number as number, c.title as title, o.name as firm, e.kind as kind, e.state as state,
	e.appointed_on as appointed_on, e.due as due, cast(0 as bigint) as late, cast(0 as bigint) as can_report
from audit_engagement e join challenge c on c.id = e.challenge join org o on o.id = e.firm
where c.programme = :programme and (cast(:org as bigint) = 0 or e.firm = :org)
order by case e.state when 'appointed' then 0 when 'reported' then 1 else 2 end, e.due, e.id limit :limit offset :offset;

-- audits_count: viewer_key -> count_row
select count(*) as n from audit_engagement e join challenge c on c.id = e.challenge
where c.programme = :programme and (cast(:org as bigint) = 0 or e.firm = :org);

-- What waits for the firm: a report that it owes.
-- due_audit: tick_key -> due_thing
select e.id as id, e.challenge as challenge, c.pack as pack, c.number as number, c.title as title, c.stage as stage, 'audit_report' as act,
	e.id as target, 'audit' as role, e.firm as org, cast(0 as bigint) as person, e.due as due, e.document as what
from audit_engagement e join challenge c on c.id = e.challenge
where c.programme = :programme and e.state = 'appointed';

-- What waits for a party of the money: its word on the newest report.
-- A word on a report is waited for where something waits for the report: a termination, or an acceptance that is not struck off yet.
-- due_audit_comment: tick_key -> due_thing
select e.id as id, e.challenge as challenge, c.pack as pack, c.number as number, c.title as title, c.stage as stage, 'audit_comment' as act,
	e.id as target, 'unit' as role, o.id as org, cast(0 as bigint) as person, cast(0 as bigint) as due, e.document as what
from audit_engagement e join challenge c on c.id = e.challenge join payment_fund f on f.challenge = e.challenge
	join org o on o.id in (f.demander, f.awardee)
	join audit_report r on r.engagement = e.id and r.version = (select max(x.version) from audit_report x where x.engagement = e.id)
where c.programme = :programme and e.state = 'reported' and (e.kind = 'termination' or (e.kind = 'acceptance' and c.stage like 'acceptance.%'))
	and not exists (select 1 from audit_comment m where m.report = r.id and m.org = o.id);
