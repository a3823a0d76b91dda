-- Relations and the search over them.

-- affiliation_walk: affiliation_key -> affiliation_step_row
with recursive edge (from_node, from_name, node, name, relation, forward, kind, share, doubt) as (
	select a_key, a_name, b_key, b_name, id, cast(1 as bigint), kind, share,
		cast(case when kind in ('other', 'unknown') then 1 else 0 end as bigint)
	from relation
	where programme = :programme and (from_day = 0 or from_day <= :day) and (to_day = 0 or to_day >= :day)
	union all
	select b_key, b_name, a_key, a_name, id, cast(0 as bigint), kind, share,
		cast(case when kind in ('other', 'unknown') then 1 else 0 end as bigint)
	from relation
	where programme = :programme and (from_day = 0 or from_day <= :day) and (to_day = 0 or to_day >= :day)
), walk (node, name, steps, doubt, relation, forward, kind, share, prev, prev_name, prev_doubt) as (
	select :from_node, :from_name, cast(0 as bigint), cast(0 as bigint), cast(0 as bigint), cast(0 as bigint), cast('' as text),
		cast(0 as bigint), cast('' as text), cast('' as text), cast(0 as bigint)
	union
	select e.node, e.name, w.steps + 1,
		case when w.doubt = 1 or e.doubt = 1 or w.node like 'w:%' or e.from_node like 'w:%' then cast(1 as bigint) else cast(0 as bigint) end,
		e.relation, e.forward, e.kind, e.share, w.node, w.name, w.doubt
	from walk w
	join edge e on e.from_node = w.node
		or (e.from_name = w.name and (e.from_node like 'w:%' or w.node like 'w:%'))
	where w.steps < :depth and e.relation <> w.relation
)
select node, name, steps, doubt, relation, forward, kind, share, prev, prev_name, prev_doubt
from walk order by doubt, steps, relation, node;

-- affiliation_person_direct: affiliation_key -> count_row
select count(*) as n from relation
where ((a_key = :from_node and b_key = :code) or (b_key = :from_node and a_key = :code))
	and (from_day = 0 or from_day <= :day) and (to_day = 0 or to_day >= :day);

-- affiliation_bid_members: affiliation_key -> affiliation_member_row
select m.name, m.credit_code from bid b join bid_member m on m.bid_version = b.bid_version where b.id = :bid order by m.n;

-- affiliation_bid_demander: affiliation_key -> affiliation_pair_row
select b.programme, b.challenge, o.name, o.credit_code
from bid b join challenge c on c.id = b.challenge join org o on o.id = c.demander
where b.id = :bid and b.state not in ('sealed', 'withdrawn', 'pending');

-- affiliation_findings: affiliation_key -> affiliation_finding_row
select id, act, bid, result, reason, evidence, path, person, at from affiliation_finding where bid = :bid order by id desc;

-- affiliation_finding_insert: affiliation_finding_row -> -
insert into affiliation_finding (id, act, bid, result, reason, evidence, path, person, at)
values (:id, :act, :bid, :result, :reason, :evidence, :path, :person, :at);

-- affiliation_code_of_name: affiliation_key -> affiliation_member_row
select name, credit_code from org where programme = :programme and name = :name and credit_code <> '' order by id limit 1;

-- relation_insert: relation_row -> -
insert into relation (id, act, programme, org, kind, a_kind, a_key, a_name, b_kind, b_key, b_name, share, from_day, to_day, source, state,
	end_reason, person, at)
values (:id, :act, :programme, :org, :kind, :a_kind, :a_key, :a_name, :b_kind, :b_key, :b_name, :share, :from_day, :to_day, :source, :state,
	:end_reason, :person, :at);

-- relation_one: id_key -> relation_row
select id, act, programme, org, kind, a_kind, a_key, a_name, b_kind, b_key, b_name, share, from_day, to_day, source, state, end_reason, person, at
from relation where id = :id;

-- relation_finish: relation_row -> -
update relation set act = :act, to_day = :to_day, state = :state, end_reason = :end_reason where id = :id;

-- relation_all_of_org: affiliation_key -> relation_row
select id, act, programme, org, kind, a_kind, a_key, a_name, b_kind, b_key, b_name, share, from_day, to_day, source, state, end_reason, person, at
from relation where programme = :programme and (org = :org or a_key = :code or b_key = :code) order by id desc;
