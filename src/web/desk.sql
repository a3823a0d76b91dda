-- Cases that somebody takes part in, what has been done on one, who waits for whom, what came in.

-- case_list: viewer_case_key -> case_row
select c.id, c.number, c.title, c.stage, c.stage_since, c.field, c.kind, c.demander, o.name as demander_name, coalesce(w.name, '') as awardee_name,
	c.deadline, c.pack, c.list, case when c.demander = :org and cast(:org as bigint) <> 0 then 1 else 0 end as is_demander,
	case when exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state <> 'sealed') and m.org = :org and cast(:org as bigint) <> 0) then 1 else 0 end as is_bidder,
	case when exists (select 1 from bid_member m where m.bid_version = a.bid_version and m.org = :org and cast(:org as bigint) <> 0)
		then 1 else 0 end as is_awardee,
	case when exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict')) then 1 else 0 end as is_seated
from challenge c join org o on o.id = c.demander left join bid a on a.id = c.award_bid left join org w on w.id = a.org
where c.programme = :programme and (cast(:all as bigint) = 1 or (c.demander = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state <> 'sealed') and m.org = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict')))
	and (cast(:closed as bigint) = 1 or c.stage not like 'closed.%')
	and (cast(:field as text) = '' or c.field = :field) and (cast(:stage as text) = '' or c.stage = :stage)
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%')
order by case when cast(:sort as text) = 'number' then c.number else '' end,
	case when cast(:sort as text) = 'since' then c.stage_since else 0 end, c.id desc
limit :limit offset :offset;

-- case_count: viewer_case_key -> count_row
select count(*) as n
from challenge c join org o on o.id = c.demander
where c.programme = :programme and (cast(:all as bigint) = 1 or (c.demander = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state <> 'sealed') and m.org = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict')))
	and (cast(:closed as bigint) = 1 or c.stage not like 'closed.%')
	and (cast(:field as text) = '' or c.field = :field) and (cast(:stage as text) = '' or c.stage = :stage)
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%');

-- Bids are sealed until they are opened: until then a line that tells of one is read by its author's organisation only.  Later too, who is
-- neither an office (all = 1) nor the demander reads its own lines and what was made public.
-- case_history: viewer_case_key -> history_item
select j.seq, j.at, coalesce(p.name, '') as person_name, coalesce(o.name, '') as org_name, j.role, j.act, j.stage, j.hash
from journal j join challenge c on c.id = j.challenge left join person p on p.id = j.person left join org o on o.id = j.org
where j.challenge = :challenge
	and ((j.org = :org and cast(:org as bigint) <> 0) or (j.person = :person and cast(:person as bigint) <> 0)
		or j.act in ('list_publish', 'bids_open', 'review_conclude', 'award_decide', 'notice_publish', 'notice_end', 'establish', 'strike_off')
		or ((cast(:all as bigint) = 1 or (c.demander = :org and cast(:org as bigint) <> 0)
				or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
					where b.id = c.award_bid and m.org = :org and cast(:org as bigint) <> 0
					and j.seq > (select coalesce(max(e.seq), 0) from journal e where e.challenge = c.id and e.act = 'award_decide')))
			and (c.stage <> 'bid.open' or j.act not in ('bid_submit', 'bid_withdraw'))))
order by j.seq desc limit :limit;

-- case_papers: viewer_case_key -> paper_item
select id, kind, number, title, at from document where challenge = :challenge order by id;

-- inbox_list: viewer_case_key -> notice_item
select id, at, title, body, link, case when read_at = 0 then 1 else 0 end as unread
from inbox where person = :person order by id desc limit :limit offset :offset;

-- inbox_count: viewer_case_key -> count_row
select count(*) as n from inbox where person = :person;

-- inbox_read_all: inbox_row -> -
update inbox set read_at = :read_at where person = :person and read_at = 0;

-- desk_seats: viewer_case_key -> desk_seat
select p.id as panel, p.challenge, p.kind, p.state, p.meets, s.state as seat, s.chair, c.number, c.title, c.stage,
	(select count(*) from panel_seat x where x.panel = p.id and x.state in ('invited', 'clear')) as waiting
from panel_seat s join panel p on p.id = s.panel join challenge c on c.id = p.challenge
where s.person = :person and c.programme = :programme and p.state in ('seated', 'reported') and s.state not in ('replaced', 'conflict')
order by p.meets, p.id;
