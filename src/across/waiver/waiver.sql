-- Waivers: asked, decided, used; counted for the statistics.

-- waiver_insert: waiver_row -> -
insert into waiver (id, act, programme, challenge, act_name, thing, org, person, rule, found, wanted, subject, clause, reason, evidence, state, competent,
	asked_on, decider, decided_on, decision, used_seq, used_on)
values (:id, :act, :programme, :challenge, :act_name, :thing, :org, :person, :rule, :found, :wanted, :subject, :clause, :reason, :evidence, :state, :competent,
	:asked_on, :decider, :decided_on, :decision, :used_seq, :used_on);

-- waiver_update: waiver_row -> -
update waiver set act = :act, challenge = :challenge, state = :state, decider = :decider, decided_on = :decided_on, decision = :decision,
	used_seq = :used_seq, used_on = :used_on where id = :id;

-- waiver_one: id_key -> waiver_row
select id, act, programme, challenge, act_name, thing, org, person, rule, found, wanted, subject, clause, reason, evidence, state, competent,
	asked_on, decider, decided_on, decision, used_seq, used_on from waiver where id = :id;

-- What the door subtracts: the same act on the same thing, by the same organisation, the same rule, the same found value.
-- waiver_fits: waiver_key -> waiver_row
select id, act, programme, challenge, act_name, thing, org, person, rule, found, wanted, subject, clause, reason, evidence, state, competent,
	asked_on, decider, decided_on, decision, used_seq, used_on from waiver
where programme = :programme and state = :state and act_name = :act_name and thing = :thing and org = :org and rule = :rule and found = :found
	and subject = :subject order by id limit 1;

-- For a bid that is sealed nobody learns that a waiver was granted: it would tell of the bid.
-- waivers_of_case: waiver_key -> waiver_row
select id, act, programme, challenge, act_name, thing, org, person, rule, found, wanted, subject, clause, reason, evidence, state, competent,
	asked_on, decider, decided_on, decision, used_seq, used_on from waiver w
where challenge = :challenge and state in ('granted', 'used') and (act_name not in ('bid_submit', 'partner_invite', 'partner_confirm')
	or exists (select 1 from bid b where b.challenge = w.challenge and b.state in ('opened', 'passed', 'failed', 'exited')
			and exists (select 1 from bid_member m where m.bid_version = b.bid_version and m.org = w.org))) order by id;

-- waivers_page: waiver_key -> waiver_row
select id, act, programme, challenge, act_name, thing, org, person, rule, found, wanted, subject, clause, reason, evidence, state, competent,
	asked_on, decider, decided_on, decision, used_seq, used_on from waiver
where programme = :programme and asked_on >= :since and asked_on <= :until and (cast(:rule as text) = '' or rule = :rule)
	and (cast(:state as text) = '' or state = :state or (cast(:state as text) = 'granted' and state = 'used')) order by id desc limit :limit offset :offset;

-- waivers_total: waiver_key -> count_row
select count(*) as n from waiver
where programme = :programme and asked_on >= :since and asked_on <= :until and (cast(:rule as text) = '' or rule = :rule)
	and (cast(:state as text) = '' or state = :state or (cast(:state as text) = 'granted' and state = 'used'));

-- waivers_counted: waiver_key -> waiver_count
select asked_on / 10000 as year, rule, clause, count(*) as asked, cast(coalesce(sum(case when state in ('granted', 'used') then 1 else 0 end), 0) as bigint) as granted,
	cast(coalesce(sum(case when state = 'refused' then 1 else 0 end), 0) as bigint) as refused,
	cast(coalesce(sum(case when state = 'used' then 1 else 0 end), 0) as bigint) as used
from waiver where programme = :programme group by asked_on / 10000, rule, clause order by 1 desc, 3, 2;

-- waiver_names: waiver_row -> waiver_names
select coalesce(c.number, '') as number, coalesce(c.title, '') as title, coalesce(o.name, '') as org_name, p.name as person_name, coalesce(d.name, '') as decider_name
from waiver w join person p on p.id = w.person left join org o on o.id = w.org left join challenge c on c.id = w.challenge left join person d on d.id = w.decider
where w.id = :id;
