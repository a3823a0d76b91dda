-- 4-review: the panel on its way, and the bids before it.

-- review_step_insert: review_step_row -> -
insert into review_step (id, act, challenge, panel, step, remark, person, org, at)
values (:id, :act, :challenge, :panel, :step, :remark, :person, :org, :at);

-- review_bid_counts: review_key -> review_bids_row
select cast(coalesce(sum(case when state in ('opened', 'passed', 'failed') then 1 else 0 end), 0) as bigint) as opened,
	cast(coalesce(sum(case when state in ('passed', 'failed') then 1 else 0 end), 0) as bigint) as checked,
	cast(coalesce(sum(case when state = 'passed' then 1 else 0 end), 0) as bigint) as passed
from bid where challenge = :challenge;

-- review_steps_seen: review_key -> review_step_view
select s.step, coalesce(o.name, '') as who, coalesce(p.name, '') as person_name, s.remark, s.at
from review_step s left join org o on o.id = s.org left join person p on p.id = s.person
where s.challenge = :challenge order by s.id;

-- review_bids_seen: review_key -> review_bid_view
select b.id, b.number, b.title, o.name as org_name, b.state, cast(0 as bigint) as rank, cast('' as text) as mean
from bid b join org o on o.id = b.org
where b.challenge = :challenge and b.state in ('opened', 'passed', 'failed') order by b.id;
