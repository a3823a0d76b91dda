-- 6-notice: notices for everybody, the one of a case, what is due.

-- 8.5.a: an intended award is announced where its demand was: in a restricted scope to the parties and to those who were invited.  Where the pack has
-- it announced to everybody (:restricted = 1), everybody reads the parties, the money and the days; neither its title nor the plan.
-- notice_public_list: notice_key -> notice_public_row
select n.id, n.challenge, n.number, c.number as challenge_number,
	case when c.scope = 'restricted' then '' else c.title end as title, c.field,
	o.name as demander, w.name as winner,
	coalesce((select min(m.name) from bid_member m where m.bid_version = b.bid_version and m.lead = 0), '') as partners,
	case when c.scope = 'restricted' then '' else b.title end as plan, case when c.scope = 'restricted' then '' else coalesce(v.leader, '') end as leader, b.quote_fen, a.fiscal_fen, n.state, n.published_on, n.first_day, n.last_day, n.days,
	n.first_counts, n.basis, n.receiver, n.address, n.phone, n.overseer, n.url, n.paper, c.project_number
from notice n
join challenge c on c.id = n.challenge
join award a on a.id = n.award
join bid b on b.id = a.bid
left join bid_version v on v.id = b.bid_version
join org o on o.id = c.demander
join org w on w.id = b.org
where n.programme = :programme and (:state = '' or n.state = :state) and (c.scope <> 'restricted' or cast(:restricted as bigint) = 1 or (cast(:org as bigint) <> 0 and (c.demander = :org or w.id = :org
		or exists (select 1 from need_invited i join need d on d.id = i.need join org u on u.credit_code = i.credit_code
			where d.challenge = c.id and u.id = :org and d.version = (select max(x.version) from need x where x.challenge = c.id)))))
	and (:q = '' or strpos(lower(case when c.scope = 'restricted' then '' else c.title end || ' ' || c.number || ' ' || n.number || ' ' || o.name || ' ' || w.name), lower(:q)) > 0)
order by n.id desc limit :limit offset :offset;

-- notice_public_count: notice_key -> count_row
select count(*) as n
from notice n
join challenge c on c.id = n.challenge
join award a on a.id = n.award
join bid b on b.id = a.bid
join org o on o.id = c.demander
join org w on w.id = b.org
where n.programme = :programme and (:state = '' or n.state = :state) and (c.scope <> 'restricted' or cast(:restricted as bigint) = 1 or (cast(:org as bigint) <> 0 and (c.demander = :org or w.id = :org
		or exists (select 1 from need_invited i join need d on d.id = i.need join org u on u.credit_code = i.credit_code
			where d.challenge = c.id and u.id = :org and d.version = (select max(x.version) from need x where x.challenge = c.id)))))
	and (:q = '' or strpos(lower(case when c.scope = 'restricted' then '' else c.title end || ' ' || c.number || ' ' || n.number || ' ' || o.name || ' ' || w.name), lower(:q)) > 0);

-- notice_public_one: notice_key -> notice_public_row
select n.id, n.challenge, n.number, c.number as challenge_number,
	case when c.scope = 'restricted' then '' else c.title end as title, c.field,
	o.name as demander, w.name as winner,
	coalesce((select min(m.name) from bid_member m where m.bid_version = b.bid_version and m.lead = 0), '') as partners,
	case when c.scope = 'restricted' then '' else b.title end as plan, case when c.scope = 'restricted' then '' else coalesce(v.leader, '') end as leader, b.quote_fen, a.fiscal_fen, n.state, n.published_on, n.first_day, n.last_day, n.days,
	n.first_counts, n.basis, n.receiver, n.address, n.phone, n.overseer, n.url, n.paper, c.project_number
from notice n
join challenge c on c.id = n.challenge
join award a on a.id = n.award
join bid b on b.id = a.bid
left join bid_version v on v.id = b.bid_version
join org o on o.id = c.demander
join org w on w.id = b.org
where n.programme = :programme and n.id = :id and (c.scope <> 'restricted' or cast(:restricted as bigint) = 1 or (cast(:org as bigint) <> 0 and (c.demander = :org or w.id = :org
		or exists (select 1 from need_invited i join need d on d.id = i.need join org u on u.credit_code = i.credit_code
			where d.challenge = c.id and u.id = :org and d.version = (select max(x.version) from need x where x.challenge = c.id)))));

-- notice_public_of_case: notice_key -> notice_public_row
select n.id, n.challenge, n.number, c.number as challenge_number,
	c.title, c.field,
	o.name as demander, w.name as winner,
	coalesce((select min(m.name) from bid_member m where m.bid_version = b.bid_version and m.lead = 0), '') as partners,
	case when c.scope = 'restricted' then '' else b.title end as plan, coalesce(v.leader, '') as leader, b.quote_fen, a.fiscal_fen, n.state, n.published_on, n.first_day, n.last_day, n.days,
	n.first_counts, n.basis, n.receiver, n.address, n.phone, n.overseer, n.url, n.paper, c.project_number
from notice n
join challenge c on c.id = n.challenge
join award a on a.id = n.award
join bid b on b.id = a.bid
left join bid_version v on v.id = b.bid_version
join org o on o.id = c.demander
join org w on w.id = b.org
where n.challenge = :challenge
order by n.id desc limit 1;

-- notice_runners: notice_key -> notice_runner_view
select o.name, l.state from notice n join race_lane l on l.challenge = n.challenge join bid b on b.id = l.bid join org o on o.id = b.org
where n.id = :id order by l.letter;

-- notice_partners: notice_key -> notice_name_row
select m.name, m.org from notice n join award a on a.id = n.award join bid b on b.id = a.bid join bid_member m on m.bid_version = b.bid_version
where n.id = :id and m.lead = 0
	and not exists (select 1 from bid_departure d where d.bid = b.id and d.org = m.org and d.state = 'stands')
order by m.n;

-- notice_partners_of_case: notice_key -> notice_name_row
select m.name, m.org from challenge c join bid b on b.id = c.award_bid join bid_member m on m.bid_version = b.bid_version
where c.id = :challenge and m.lead = 0
	and not exists (select 1 from bid_departure d where d.bid = b.id and d.org = m.org and d.state = 'stands')
order by m.n;

-- notice_case: notice_key -> notice_case_row
select a.id as award, c.field, c.number as challenge_number,
	c.title,
	o.name as demander, o.id as demander_org, w.name as winner, w.id as winner_org,
	case when c.scope = 'restricted' then '' else b.title end as plan, coalesce(v.leader, '') as leader,
	b.quote_fen, a.fiscal_fen, a.document, a.decided_on
from challenge c
join award a on a.challenge = c.id and a.state = 'approved'
join bid b on b.id = a.bid
left join bid_version v on v.id = b.bid_version
join org o on o.id = c.demander
join org w on w.id = b.org
where c.id = :challenge
order by a.id desc limit 1;

-- notice_one: notice_key -> notice_row
select id, act, programme, challenge, award, number, state, published_on, first_day, last_day, days, first_counts, basis, receiver, address, phone,
	overseer, url, paper, ended_at
from notice where id = :id;

-- notice_newest: notice_key -> notice_row
select id, act, programme, challenge, award, number, state, published_on, first_day, last_day, days, first_counts, basis, receiver, address, phone,
	overseer, url, paper, ended_at
from notice where challenge = :challenge order by id desc limit 1;

-- notice_insert: notice_row -> -
insert into notice (id, act, programme, challenge, award, number, state, published_on, first_day, last_day, days, first_counts, basis, receiver, address,
	phone, overseer, url, paper, ended_at)
values (:id, :act, :programme, :challenge, :award, :number, :state, :published_on, :first_day, :last_day, :days, :first_counts, :basis, :receiver, :address,
	:phone, :overseer, :url, :paper, :ended_at);

-- notice_set_state: notice_row -> -
update notice set act = :act, state = :state, ended_at = :ended_at where id = :id;

-- notice_due: tick_key -> tick_due
select id, challenge from notice where programme = :programme and state = 'running' and last_day < :today order by last_day, id;

-- notice_establishment_insert: establishment_row -> -
insert into establishment (id, act, challenge, notice, number, day, remark, paper)
values (:id, :act, :challenge, :notice, :number, :day, :remark, :paper);

-- notice_establishment_of: notice_key -> establishment_row
select id, act, challenge, notice, number, day, remark, paper from establishment e where challenge = :challenge and exists (select 1 from notice n where n.id = e.notice and n.state <> 'void') order by id desc limit 1;

-- notice_set_project: challenge_row -> -
update challenge set act = :act, project_number = :project_number where id = :id;

-- The review behind a notice, for places that publish it; the others' plans stay out, and in a restricted scope the others too.
-- notice_scores: notice_key -> notice_score_line
select o.name as org_name, k.rank, k.score as hundredths, '' as score
from panel_rank k join bid b on b.id = k.bid join org o on o.id = b.org join challenge c on c.id = b.challenge
where c.id = :challenge and (c.scope <> 'restricted' or c.award_bid = b.id)
	and k.panel = (select max(p.id) from panel p where p.challenge = :challenge and p.kind = 'review' and p.state = 'signed')
order by k.rank, k.id;

-- notice_experts: notice_key -> notice_expert_line
select e.name, coalesce(x.employer, '') as employer
from panel_seat s join person e on e.id = s.person left join expert x on x.id = e.id
where s.state = 'signed' and s.panel = (select max(p.id) from panel p where p.challenge = :challenge and p.kind = 'review' and p.state = 'signed')
order by s.id;
