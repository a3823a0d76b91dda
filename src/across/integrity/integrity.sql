-- The integrity register and its procedure: allegations, entries, sanctions, appeals, what counts on a day.

-- integrity_insert: discredit_row -> -
insert into discredit (id, act, programme, org, kind, happened, decision, facts, person_name, ends, allegation)
values (:id, :act, :programme, :org, :kind, :happened, :decision, :facts, :person_name, :ends, :allegation);

-- integrity_one: id_key -> discredit_row
select id, act, programme, org, kind, happened, decision, facts, person_name, ends, allegation from discredit where id = :id;

-- What counts on :today against an organisation, or a person of it: not lifted, not expired.
-- integrity_counting: discredit_key -> discredit_row
select d.id, d.act, d.programme, d.org, d.kind, d.happened, d.decision, d.facts, d.person_name, d.ends, d.allegation
from discredit d where d.org = :org and d.person_name = :person_name and d.happened >= :since
	and not exists (select 1 from discredit_change x where x.discredit = d.id and (x.kind = 'lifted' or x.ends < cast(:today as bigint)))
	and (d.ends = 0 or d.ends >= cast(:today as bigint))
order by d.happened desc, d.id desc;

-- What counts on :today against an organisation or any person of it: for its page.
-- integrity_of_org: discredit_key -> discredit_row
select d.id, d.act, d.programme, d.org, d.kind, d.happened, d.decision, d.facts, d.person_name, d.ends, d.allegation
from discredit d where d.org = :org
	and not exists (select 1 from discredit_change x where x.discredit = d.id and (x.kind = 'lifted' or x.ends < cast(:today as bigint)))
	and (d.ends = 0 or d.ends >= cast(:today as bigint))
order by d.happened desc, d.id desc;

-- The register as offices see it (org 0: all), and a unit its own.
-- integrity_list: integrity_key -> integrity_line
select d.id as id, d.org as org, o.name as org_name, d.person_name as person_name, d.kind as kind, d.happened as happened,
	d.decision as decision, d.facts as facts,
	coalesce((select min(x.ends) from discredit_change x where x.discredit = d.id and x.kind = 'shortened'), d.ends) as ends,
	case when exists (select 1 from discredit_change x where x.discredit = d.id and x.kind = 'lifted') then 'lifted'
		when (d.ends > 0 and d.ends < cast(:today as bigint))
			or exists (select 1 from discredit_change x where x.discredit = d.id and x.ends < cast(:today as bigint)) then 'expired'
		else 'active' end as state,
	d.allegation as allegation,
	case when exists (select 1 from discredit_change x where x.discredit = d.id and x.kind = 'shortened') then 1 else 0 end as shortened
from discredit d join org o on o.id = d.org
where d.programme = :programme and (cast(:org as bigint) = 0 or d.org = :org)
order by d.happened desc, d.id desc limit :limit offset :offset;

-- integrity_count: integrity_key -> count_row
select count(*) as n from discredit d where d.programme = :programme and (cast(:org as bigint) = 0 or d.org = :org);

-- Who knows of an allegation: its handler and its decider; the unit once it was told; the government once there was an appeal.
-- allegations_list: integrity_key -> allegation_line
select g.id as id, o.name as org_name, g.person_name as person_name, g.kind as kind, g.state as state, g.filed_on as filed_on, g.due as due,
	case when g.state = 'filed' and g.handler = :person then 'allegation_notify'
		when g.state = 'notified' and g.org = :org and cast(:role as text) = 'unit' then 'statement_give'
		when g.decider = :person and (g.state = 'stated' or (g.state = 'notified' and g.due < cast(:today as bigint))) then 'allegation_decide'
		when cast(:role as text) = 'government' then 'appeal_decide' else '' end as todo
from allegation g join org o on o.id = g.org
where g.programme = :programme and ((g.state in ('filed', 'notified', 'stated') and (g.handler = :person or g.decider = :person
		or (g.org = :org and cast(:role as text) = 'unit' and g.state <> 'filed')))
	or (cast(:role as text) = 'government' and exists (select 1 from integrity_appeal p where p.allegation = g.id and p.state = 'filed')))
order by g.filed_on, g.id limit 200;

-- integrity_failures: integrity_key -> integrity_failure_row
select f.id as id, f.org as org, f.class as class, f.document as document, c.number as number
from failure_class f join challenge c on c.id = f.challenge where c.programme = :programme and f.org = :org order by f.id desc limit 200;

-- integrity_failure: id_key -> integrity_failure_row
select f.id as id, f.org as org, f.class as class, f.document as document, c.number as number
from failure_class f join challenge c on c.id = f.challenge where f.id = :id;

-- allegation_insert: allegation_row -> -
insert into allegation (id, act, programme, org, person_name, kind, source, failure, happened, facts, evidence,
	handler, decider, state, filed_on, notified_on, due, statement, statement_evidence, stated_on, finding, document,
	decided_on, entry)
values (:id, :act, :programme, :org, :person_name, :kind, :source, :failure, :happened, :facts, :evidence, :handler,
	:decider, :state, :filed_on, :notified_on, :due, :statement, :statement_evidence, :stated_on, :finding, :document,
	:decided_on, :entry);

-- allegation_update: allegation_row -> -
update allegation set act = :act, state = :state, notified_on = :notified_on, due = :due, statement = :statement,
	statement_evidence = :statement_evidence, stated_on = :stated_on, finding = :finding, document = :document,
	decided_on = :decided_on, entry = :entry
where id = :id;

-- allegation_one: id_key -> allegation_row
select id, act, programme, org, person_name, kind, source, failure, happened, facts, evidence, handler, decider, state,
	filed_on, notified_on, due, statement, statement_evidence, stated_on, finding, document, decided_on, entry
from allegation where id = :id;

-- sanction_insert: sanction_row -> -
insert into sanction (id, act, discredit, ord, measure, ends)
values (:id, :act, :discredit, :ord, :measure, :ends);

-- sanctions_of: id_key -> sanction_row
select id, act, discredit, ord, measure, ends
from sanction where discredit = :id order by ord;

-- crime_referral_insert: crime_referral_row -> -
insert into crime_referral (id, act, allegation, authority, document, grounds, day, person)
values (:id, :act, :allegation, :authority, :document, :grounds, :day, :person);

-- crime_referrals_of: id_key -> crime_referral_row
select id, act, allegation, authority, document, grounds, day, person
from crime_referral where allegation = :id order by id;

-- integrity_appeal_insert: integrity_appeal_row -> -
insert into integrity_appeal (id, act, discredit, allegation, org, reasons, evidence, state, filed_on, document,
	reason, ends, decided_on, decided_by)
values (:id, :act, :discredit, :allegation, :org, :reasons, :evidence, :state, :filed_on, :document, :reason, :ends,
	:decided_on, :decided_by);

-- integrity_appeal_update: integrity_appeal_row -> -
update integrity_appeal set act = :act, state = :state, document = :document, reason = :reason, ends = :ends,
	decided_on = :decided_on, decided_by = :decided_by
where id = :id;

-- integrity_appeal_one: id_key -> integrity_appeal_row
select id, act, discredit, allegation, org, reasons, evidence, state, filed_on, document, reason, ends, decided_on,
	decided_by
from integrity_appeal where id = :id;

-- integrity_appeals_of: id_key -> integrity_appeal_row
select id, act, discredit, allegation, org, reasons, evidence, state, filed_on, document, reason, ends, decided_on,
	decided_by
from integrity_appeal where discredit = :id order by id desc;

-- discredit_change_insert: discredit_change_row -> -
insert into discredit_change (id, act, discredit, appeal, kind, ends, day)
values (:id, :act, :discredit, :appeal, :kind, :ends, :day);

-- What waits for whom in the procedure; nobody else sees it.
-- due_allegation: tick_key -> due_thing
select g.id as id, cast(0 as bigint) as challenge, '' as pack, '' as number, o.name as title, '' as stage,
	case when g.state = 'filed' then 'allegation_notify' when g.state = 'notified' and g.due >= cast(:today as bigint) then 'statement_give'
		else 'allegation_decide' end as act, g.id as target,
	case when g.state = 'notified' and g.due >= cast(:today as bigint) then 'unit' else 'bureau' end as role,
	case when g.state = 'notified' and g.due >= cast(:today as bigint) then g.org else 0 end as org,
	case when g.state = 'filed' then g.handler when g.state = 'notified' and g.due >= cast(:today as bigint) then 0 else g.decider end as person,
	case when g.state = 'notified' and g.due >= cast(:today as bigint) then g.due else 0 end as due, '' as what
from allegation g join org o on o.id = g.org
where g.programme = :programme and g.state in ('filed', 'notified', 'stated')
union all
select p.id, cast(0 as bigint), '', '', o.name, '', 'appeal_decide', p.id, 'government', cast(0 as bigint), cast(0 as bigint), cast(0 as bigint), ''
from integrity_appeal p join org o on o.id = p.org where o.programme = :programme and p.state = 'filed';
