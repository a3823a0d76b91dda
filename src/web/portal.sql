-- What everybody may read: listed challenges in a public scope, the book's head.

-- open_list: open_key -> open_row
select c.id, c.number, c.title, c.field, c.kind, c.stage, o.name as demander_name, c.deadline,
	case when c.stage = 'bid.open' and c.deadline >= cast(:now as bigint) then 1 else 0 end as open,
	cast(coalesce((select n.pay_fen from need n where n.challenge = c.id order by n.version desc limit 1), 0) as bigint) as budget_fen
from challenge c join org o on o.id = c.demander
where c.programme = :programme and c.deadline > 0 and c.scope = 'public'
	and (cast(:field as text) = '' or c.field = :field) and (cast(:kind as text) = '' or c.kind = :kind)
	and (cast(:state as text) = '' or (cast(:state as text) = 'open' and c.stage = 'bid.open' and c.deadline >= cast(:now as bigint))
		or (cast(:state as text) = 'deciding' and (c.stage in ('bid.opened') or c.stage like 'review.%' or c.stage like 'decision.%' or c.stage like 'notice.%'))
		or (cast(:state as text) = 'running' and (c.stage like 'contract.%' or c.stage like 'milestone.%' or c.stage like 'acceptance.%'))
		or (cast(:state as text) = 'done' and c.stage like 'closed.%'))
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%')
order by case when cast(:sort as text) = '' and c.stage = 'bid.open' and c.deadline >= cast(:now as bigint) then 0 else 1 end,
	case when cast(:sort as text) in ('', 'deadline') then c.deadline else 0 end,
	case when cast(:sort as text) = 'number' then c.number else '' end, c.id desc
limit :limit offset :offset;

-- open_count: open_key -> count_row
select count(*) as n
from challenge c join org o on o.id = c.demander
where c.programme = :programme and c.deadline > 0 and c.scope = 'public'
	and (cast(:field as text) = '' or c.field = :field) and (cast(:kind as text) = '' or c.kind = :kind)
	and (cast(:state as text) = '' or (cast(:state as text) = 'open' and c.stage = 'bid.open' and c.deadline >= cast(:now as bigint))
		or (cast(:state as text) = 'deciding' and (c.stage in ('bid.opened') or c.stage like 'review.%' or c.stage like 'decision.%' or c.stage like 'notice.%'))
		or (cast(:state as text) = 'running' and (c.stage like 'contract.%' or c.stage like 'milestone.%' or c.stage like 'acceptance.%'))
		or (cast(:state as text) = 'done' and c.stage like 'closed.%'))
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%');

-- open_figures: open_key -> portal_page
select
	(select count(*) from challenge where programme = :programme and scope = 'public' and stage = 'bid.open' and deadline >= cast(:now as bigint)) as open_n,
	(select count(*) from challenge where programme = :programme and scope = 'public' and deadline > 0) as listed_n,
	(select count(*) from challenge where programme = :programme and scope = 'public' and entry <> 'runner' and (stage like 'milestone.%' or stage in ('race.running', 'race.decided'))) as running_n,
	(select count(*) from challenge where programme = :programme and scope = 'public' and entry <> 'runner' and stage in ('closed.struck', 'closed.raced')) as done_n;

-- book_head: id_key -> book_page
select name as programme, hash as algorithm, head_seq, head_hash from programme where id = :id;

-- book_last: id_key -> book_row
select seq, at, hash from journal where programme = :id order by seq desc limit 20;
