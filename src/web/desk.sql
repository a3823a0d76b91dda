-- Cases that somebody takes part in, what has been done on one, who waits for whom, what came in.

-- case_list: viewer_case_key -> case_row
select c.id, c.number, c.title, c.stage, c.stage_since, c.field, c.kind, c.demander, o.name as demander_name,
	case when c.stage like 'decision.%' and cast(:all as bigint) = 0 and c.demander <> :org then '' else coalesce(w.name, '') end as awardee_name,
	c.deadline, c.pack, c.list, case when c.demander = :org and cast(:org as bigint) <> 0 then 1 else 0 end as is_demander,
	case when exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state not in ('sealed', 'pending')) and m.org = :org and cast(:org as bigint) <> 0) then 1 else 0 end as is_bidder,
	case when (exists (select 1 from bid_member m where m.bid_version = a.bid_version and m.org = :org and cast(:org as bigint) <> 0)
			and not exists (select 1 from supplement_value g where g.challenge = c.id and g.org = :org and g.kind = 'partner_out')
			and not exists (select 1 from bid_departure d where d.bid = a.id and d.org = :org and d.state = 'stands'))
		or exists (select 1 from supplement_value s where s.challenge = c.id and s.kind = 'partner_in' and s.org = :org and cast(:org as bigint) <> 0
			and not exists (select 1 from supplement_value g where g.challenge = s.challenge and g.org = s.org and g.kind = 'partner_out' and g.id > s.id))
		then 1 else 0 end as is_awardee,
	case when exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict', 'declined')) then 1 else 0 end as is_seated
from challenge c join org o on o.id = c.demander left join bid a on a.id = c.award_bid left join org w on w.id = a.org
where c.programme = :programme and (cast(:all as bigint) = 1 or (cast(:all as bigint) = 2 and c.deadline > 0) or (c.demander = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state not in ('sealed', 'pending')) and m.org = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict', 'declined'))
	or exists (select 1 from audit_engagement e where e.challenge = c.id and e.firm = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from supplement_value s where s.challenge = c.id and s.kind = 'partner_in' and s.org = :org and cast(:org as bigint) <> 0))
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
where c.programme = :programme and (cast(:all as bigint) = 1 or (cast(:all as bigint) = 2 and c.deadline > 0) or (c.demander = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
		where b.challenge = c.id and b.state <> 'withdrawn' and (m.lead = 1 or b.state not in ('sealed', 'pending')) and m.org = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from panel_seat s join panel p on p.id = s.panel where p.challenge = c.id and s.person = :person
		and p.state not in ('proposed', 'dismissed') and s.state not in ('replaced', 'conflict', 'declined'))
	or exists (select 1 from audit_engagement e where e.challenge = c.id and e.firm = :org and cast(:org as bigint) <> 0)
	or exists (select 1 from supplement_value s where s.challenge = c.id and s.kind = 'partner_in' and s.org = :org and cast(:org as bigint) <> 0))
	and (cast(:closed as bigint) = 1 or c.stage not like 'closed.%')
	and (cast(:field as text) = '' or c.field = :field) and (cast(:stage as text) = '' or c.stage = :stage)
	and (cast(:q as text) = '' or lower(c.title) like '%' || lower(cast(:q as text)) || '%'
		or lower(o.name) like '%' || lower(cast(:q as text)) || '%' or lower(c.number) like '%' || lower(cast(:q as text)) || '%');

-- Bids are sealed until they are opened, and for ever when they were withdrawn: a line that tells of one is read by its author's organisation
-- only.  Later too, who is neither an office (all = 1) nor the demander reads its own lines and what was made public.  Who of a panel said
-- something when is for the offices: the parties read opinions without names.  An act about a list writes to several cases, its line names
-- one of them: the others find it by their row, without that one's stage.  That somebody objected is read by the bureau; all others read the
-- decision, and what they themselves said to it.  That a unit asked for a waiver for its bid is told with the bid.
-- case_history: viewer_case_key -> history_item
select j.seq, j.at, case when j.act in ('objection_file', 'objection_withdraw') then '' else coalesce(p.name, '') end as person_name,
	case when j.act in ('objection_file', 'objection_withdraw') then '' else coalesce(o.name, '') end as org_name,
	case when j.act in ('objection_file', 'objection_withdraw') then 'public' else j.role end as role, j.act,
	case when j.challenge = c.id then j.stage else '' end as stage, j.hash
from journal j join challenge c on c.id = :challenge left join person p on p.id = j.person left join org o on o.id = j.org
where (j.challenge = c.id or j.id in (select r.journal from journal_row r where r.tbl = 'challenge' and r.row_id = c.id))
	and (j.act not like 'waiver_%' or (j.org = :org and cast(:org as bigint) <> 0) or not exists (select 1 from waiver w where w.id in (j.made, j.target)
		and w.act_name in ('bid_submit', 'partner_invite', 'partner_confirm')
		and not exists (select 1 from bid b where b.challenge = c.id and b.state in ('opened', 'passed', 'failed', 'exited')
			and exists (select 1 from bid_member m where m.bid_version = b.bid_version and m.org = w.org))))
	and (cast(:handles as bigint) = 1 or j.act not like 'objection%' or j.act = 'objection_decide'
		or (j.act = 'objection_reply' and j.org = :org and cast(:org as bigint) <> 0))
	and ((j.org = :org and cast(:org as bigint) <> 0) or (j.person = :person and cast(:person as bigint) <> 0)
		or j.act in ('list_publish', 'bids_open', 'review_conclude', 'award_decide', 'notice_publish', 'notice_end', 'establish', 'strike_off',
			'deadline_extend', 'challenge_withdraw', 'award_none_confirm')
		or ((cast(:all as bigint) = 1 or (c.demander = :org and cast(:org as bigint) <> 0)
				or exists (select 1 from bid b join bid_member m on m.bid_version = b.bid_version
					where b.id = c.award_bid and m.org = :org and cast(:org as bigint) <> 0
					and j.seq > (select coalesce(max(e.seq), 0) from journal e where e.challenge = c.id and e.act = 'award_decide'))
				or exists (select 1 from supplement_value s where s.challenge = c.id and s.kind = 'partner_in' and s.org = :org and cast(:org as bigint) <> 0
					and j.seq > (select coalesce(max(e.seq), 0) from journal e where e.challenge = c.id and e.act = 'award_decide')))
			and (cast(:all as bigint) = 1 or j.act <> 'panel_opinion')
			and j.act not in ('talk_open', 'talk_say', 'talk_seen', 'question_ask', 'hand_over', 'countersign_ask', 'countersign_answer')
			and j.act not like 'partner_%' and (j.act not in ('bid_submit', 'bid_withdraw')
				or exists (select 1 from bid b where b.id = j.made and b.state in ('opened', 'passed', 'failed', 'exited')))))
order by j.seq desc limit :limit;

-- case_turns: id_key -> turn_item
select 'deadline' as what, d.new_deadline as deadline, d.reason, d.media, d.at, cast(0 as bigint) as day from deadline_change d where d.challenge = :id
union all
select 'unawarded', cast(0 as bigint), n.reason, '', cast(0 as bigint), n.decided_on from award_none n where n.challenge = :id and n.state = 'confirmed'
union all
select 'withdrawn', cast(0 as bigint), w.reason, '', w.at, cast(0 as bigint) from challenge_withdrawal w where w.challenge = :id
order by 5, 6;

-- The case before and the one after a new listing: for the offices and the demander, for others when it is published.
-- case_kin: viewer_case_key -> kin_item
select k.id, k.number, case when k.id = c.parent then 'before' else 'after' end as kin
from challenge c join challenge k on (k.id = c.parent and c.entry = 'relisted') or (k.parent = c.id and k.entry = 'relisted')
where c.id = :challenge and (cast(:all as bigint) = 1 or (c.demander = :org and cast(:org as bigint) <> 0) or (k.deadline > 0 and k.scope = 'public'))
order by k.id;

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
where s.person = :person and c.programme = :programme and p.state in ('seated', 'reported') and s.state not in ('replaced', 'conflict', 'declined')
order by p.meets, p.id;

-- desk_duties: desk_duty_key -> desk_duty
select c.id as challenge, c.number as number, c.title as title, c.stage as stage,
	case when p.kind = 'demander' and p.state = 'due' then 'payment_record' when p.state = 'paid' then 'payment_receive'
		when p.state = 'due' then 'fiscal_request' else 'fiscal_pay' end as act,
	p.id as target, cast(0 as bigint) as due, p.instalment || '/' || p.instalments as what
from payment p join challenge c on c.id = p.challenge
where c.programme = :programme and p.amount_fen > 0
	and ((p.kind = 'demander' and p.state = 'due' and p.payer = :org and cast(:org as bigint) <> 0)
		or (p.state = 'paid' and p.payee = :org and cast(:org as bigint) <> 0)
		or (p.kind = 'fiscal' and p.state = 'requested' and cast(:role as text) = 'finance')
		or (p.kind = 'fiscal' and p.state = 'due' and cast(:role as text) = 'bureau' and exists (select 1 from payment d
			where d.challenge = p.challenge and d.kind = 'demander' and d.instalment = p.instalment and (d.paid_fen > 0 or d.amount_fen = 0))))
union all
select c.id, c.number, c.title, c.stage, 'milestone_report', m.id, m.due, m.name
from milestone m join challenge c on c.id = m.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and b.org = :org and cast(:org as bigint) <> 0 and c.stage in ('milestone.running', 'milestone.halted')
	and m.state in ('planned', 'failed') and not exists (select 1 from milestone e
		where e.challenge = m.challenge and e.ord < m.ord and e.state in ('planned', 'failed'))
union all
select c.id, c.number, c.title, c.stage, 'milestone_panel_set', c.id, m.due, m.name
from milestone m join challenge c on c.id = m.challenge
where c.programme = :programme and c.demander = :org and cast(:org as bigint) <> 0 and c.stage = 'milestone.running' and m.state = 'reported'
	and not exists (select 1 from milestone e where e.challenge = m.challenge and e.ord < m.ord and e.state <> 'passed')
union all
select c.id, c.number, c.title, c.stage, 'change_answer', l.id, cast(0 as bigint), l.number
from change_request l join challenge c on c.id = l.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and l.state = 'proposed'
	and ((',' || l.needs || ',' like '%,' || cast(:role as text) || ',%'
			and not exists (select 1 from change_answer a where a.request = l.id and a.party = cast(:role as text)))
		or (c.demander = :org and cast(:org as bigint) <> 0 and ',' || l.needs || ',' like '%,demander,%'
			and not exists (select 1 from change_answer a where a.request = l.id and a.party = 'demander'))
		or (b.org = :org and cast(:org as bigint) <> 0 and ',' || l.needs || ',' like '%,awardee,%'
			and not exists (select 1 from change_answer a where a.request = l.id and a.party = 'awardee')))
union all
select c.id, c.number, c.title, c.stage, 'performance_record', c.id, cast(0 as bigint), ''
from performance_plan f join challenge c on c.id = f.challenge
where c.programme = :programme and f.performance = 0 and cast(:role as text) = 'bureau'
union all
select c.id, c.number, c.title, c.stage, 'followup_record', c.id, f.due_on, cast(f.ord as text)
from followup_plan f join challenge c on c.id = f.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and f.followup = 0 and f.opens_on <= cast(:today as bigint) and cast(:org as bigint) <> 0
	and (c.demander = :org or b.org = :org)
union all
select c.id, c.number, c.title, c.stage,
	case k.state when 'intended' then 'cooperation_answer' when 'agreed' then 'recommend_review' else 'recommend_record' end,
	k.id, cast(0 as bigint), ''
from cooperation k join challenge c on c.id = k.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and ((k.state = 'agreed' and k.consents = 2 and cast(:role as text) = 'bureau')
	or (k.state = 'recommended' and cast(:role as text) = 'government')
	or (k.state = 'intended' and cast(:org as bigint) <> 0
		and ((c.demander = :org and k.asked_by = 'awardee') or (b.org = :org and k.asked_by = 'demander'))))
union all
select c.id, c.number, c.title, c.stage,
	case e.state when 'reporting' then 'extension_report' when 'reported' then 'extension_examine' else 'extension_decide' end,
	case e.state when 'reporting' then c.id else e.id end, e.old_ends, e.number
from extension e join challenge c on c.id = e.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and ((e.state = 'reported' and cast(:role as text) = 'bureau')
	or (e.state = 'examined' and cast(:role as text) = 'government')
	or (e.state = 'reporting' and cast(:org as bigint) <> 0
		and ((c.demander = :org and not exists (select 1 from extension_report x where x.extension = e.id and x.party = 'demander'))
			or (b.org = :org and not exists (select 1 from extension_report x where x.extension = e.id and x.party = 'awardee')))))
union all
select c.id, c.number, c.title, c.stage, 'race_panel_set', c.id, n.due, n.name
from race_node n join challenge c on c.id = n.challenge
where c.programme = :programme and c.stage = 'race.running' and c.demander = :org and cast(:org as bigint) <> 0
	and n.ord = (select min(m.ord) from race_node m where m.challenge = n.challenge and not exists (select 1 from race_decision d where d.node = m.id))
	and not exists (select 1 from panel p where p.challenge = c.id and p.subject = n.id and p.state <> 'dismissed')
union all
select c.id, c.number, c.title, c.stage, 'taskbook_sign', c.id, cast(0 as bigint), t.number
from taskbook t join challenge c on c.id = t.challenge join bid b on b.id = c.award_bid
where c.programme = :programme and c.stage = 'contract.signing' and t.state = 'signing'
	and ((cast(:role as text) = 'bureau' and not exists (select 1 from taskbook_signature s where s.taskbook = t.id and s.party = 'bureau'))
		or (b.org = :org and cast(:org as bigint) <> 0 and not exists (select 1 from taskbook_signature s where s.taskbook = t.id and s.party = 'awardee')))
union all
select c.id, c.number, c.title, c.stage, 'partner_confirm', p.id, cast(0 as bigint), p.title
from bid_partner p join challenge c on c.id = p.challenge
where c.programme = :programme and c.stage = 'bid.open' and p.state = 'invited' and p.org = :org and cast(:org as bigint) <> 0
union all
select c.id, c.number, c.title, c.stage, 'bid_submit', c.id, cast(0 as bigint), b.title
from bid b join challenge c on c.id = b.challenge
where c.programme = :programme and c.stage = 'bid.open' and b.state = 'pending' and b.org = :org and cast(:org as bigint) <> 0
union all
select c.id, c.number, c.title, c.stage, 'departure_answer', d.id, cast(0 as bigint), d.name
from bid_departure d join bid b on b.id = d.bid join challenge c on c.id = d.challenge
where c.programme = :programme and d.state = 'open' and b.state in ('opened', 'passed') and b.org = :org and cast(:org as bigint) <> 0
union all
select c.id, c.number, c.title, c.stage, 'departure_decide', d.id, cast(0 as bigint), d.name
from bid_departure d join bid b on b.id = d.bid join challenge c on c.id = d.challenge
where c.programme = :programme and d.state = 'answered' and b.state in ('opened', 'passed')
	and ((cast(:role as text) = 'bureau' and d.bureau_answer = '')
		or (c.demander = :org and cast(:org as bigint) <> 0 and d.demander_answer = ''))
union all
select c.id, c.number, c.title, c.stage, 'relist', r.id, cast(0 as bigint), c.number
from relisting r join challenge c on c.id = r.old_case
where c.programme = :programme and r.state = 'proposed' and c.demander = :org and cast(:org as bigint) <> 0
union all
select c.id, c.number, c.title, c.stage, case o.state when 'filed' then 'objection_accept' when 'accepted' then 'objection_investigate'
		when 'investigating' then 'objection_decide' else 'objection_answer' end, o.id, o.due, o.number
from objection o join challenge c on c.id = o.challenge
where c.programme = :programme and cast(:role as text) = 'bureau' and o.state in ('filed', 'accepted', 'investigating', 'decided')
union all
select c.id, c.number, c.title, c.stage, 'objection_reply', h.id, h.due, n.number
from objection_hearing h join objection o on o.id = h.objection join challenge c on c.id = h.challenge join notice n on n.id = o.notice
where c.programme = :programme and h.state = 'asked' and h.org = :org and cast(:org as bigint) <> 0 and o.state in ('accepted', 'investigating')
union all
select c.id, c.number, c.title, c.stage, 'scope_answer', s.id, cast(0 as bigint), ''
from need_scope s join challenge c on c.id = s.challenge
where c.programme = :programme and s.state = 'asked' and cast(:role as text) = 'bureau'
order by 7, 1, 6 limit 500;

-- desk_things: desk_key -> desk_thing
select 'waiver_grant' as act, w.id as target, coalesce(c.number, '') as number, coalesce(c.title, o.name, '') as title, cast(0 as bigint) as due, '/waivers/' as page
from waiver w left join org o on o.id = w.org left join challenge c on c.id = w.challenge
where w.programme = :programme and w.state = 'asked' and w.competent = :role and w.person <> :person
union all
select 'round_confirm' as act, r.id as target, r.number, r.title, r.first_day as due, '/rounds/' as page
from round r where r.programme = :programme and r.state = 'proposed' and cast(:role as text) = 'eic'
union all
select 'round_extend_confirm', r.id, r.number, r.title, r.last_day, '/rounds/'
from round_extension x join round r on r.id = x.round where r.programme = :programme and x.state = 'proposed' and cast(:role as text) = 'eic'
union all
select 'need_submit', r.id, r.number, r.title, r.last_day, '/rounds/'
from round r join org o on o.id = :org
where r.programme = :programme and r.state = 'open' and r.first_day <= cast(:today as bigint) and r.last_day >= cast(:today as bigint)
	and cast(:role as text) = 'unit' and o.state = 'verified' and o.kind = 'enterprise'
union all
select 'org_verify', o.id, o.credit_code, o.name, 0, '/orgs/'
from org o where o.programme = :programme and o.state = 'registered' and cast(:role as text) = 'bureau';
