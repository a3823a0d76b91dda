-- What always holds: each statement returns the rows that break it (none = it holds).

-- panel_one_chair: a panel that sits has exactly one chair
select 'panel ' || p.id as what from panel p
where p.state <> 'dismissed' and (select count(*) from panel_seat s where s.panel = p.id and s.chair = 1 and s.state <> 'replaced') <> 1;

-- panel_spoke_clear: whoever gave an opinion had declared to have no interest
select 'panel_opinion ' || o.id as what from panel_opinion o
where not exists (select 1 from panel_interest i where i.seat = o.seat and i.interest = 'none' and i.at <= o.at);

-- panel_signed_whole: a signed panel is signed by every member
select 'panel_seat ' || s.id as what from panel_seat s join panel p on p.id = s.panel
where p.state = 'signed' and s.state not in ('signed', 'replaced');

-- panel_signature_kept: every signed seat has its signature
select 'panel_seat ' || s.id as what from panel_seat s
where s.state = 'signed' and not exists (select 1 from panel_signature g where g.seat = s.id and g.sign = s.sign);

-- panel_rank_unique: no two plans share a place
select 'panel ' || r.panel || ' rank ' || r.rank as what from panel_rank r where r.rank > 0 group by r.panel, r.rank having count(*) > 1;

-- award_by_both: what the government decided was confirmed by the demander
select 'award ' || a.id as what from award a where a.state in ('agreed', 'approved', 'denied') and a.confirmed_by = 0;

-- award_once: a case has at most one approved award, and it is the case's winner
select 'award ' || a.id as what from award a join challenge c on c.id = a.challenge
where a.state = 'approved' and c.award_bid <> a.bid;

-- notice_of_approved: only an award that the government approved is published
select 'notice ' || n.id as what from notice n join award a on a.id = n.award where a.state <> 'approved';

-- establishment_after_notice: a project is established after the last day of its notice
select 'establishment ' || e.id as what from establishment e join notice n on n.id = e.notice
where n.state <> 'ended' or e.day <= n.last_day;

-- establishment_number: an established case carries its project number
select 'challenge ' || c.id as what from challenge c join establishment e on e.challenge = c.id where c.project_number <> e.number;

-- need_versions_dense: the versions of a demand are numbered without gaps, from 1
select 'challenge ' || n.challenge as what from need n group by n.challenge having count(*) <> max(n.version) or min(n.version) <> 1;

-- need_every_case: every case has its demand
select 'challenge ' || c.id as what from challenge c where not exists (select 1 from need n where n.challenge = c.id and n.org = c.demander);

-- list_published_approved: what was published stands on a list that the government decided, and the case knows list and deadline
select 'list_item ' || i.id as what from list_item i join challenge_list l on l.id = i.list join challenge c on c.id = i.challenge
where i.state = 'published' and (l.state <> 'published' or l.document = '' or c.list <> l.id or c.deadline <> l.deadline);

-- list_municipal_apart: a demand on the municipal list is not published here
select 'list_item ' || i.id as what from list_item i
where i.state = 'published' and exists (select 1 from municipal m where m.challenge = i.challenge and m.result = 'included' and m.act < i.act);

-- bid_in_time: the version that counts was sent before the deadline
select 'bid ' || b.id as what from bid b join challenge c on c.id = b.challenge join bid_version v on v.id = b.bid_version
where v.at > c.deadline or v.bid <> b.id or v.version <> b.version;

-- bid_sealed_nameless: a bid has a number when, and only when, it was opened
select 'bid ' || b.id as what from bid b
where (b.state in ('sealed', 'withdrawn') and b.number <> '') or (b.state in ('opened', 'passed', 'failed') and b.number = '');

-- bid_one_lead: every version of a bid has exactly one lead, the unit that sent it
select 'bid_version ' || v.id as what from bid_version v
where (select count(*) from bid_member m where m.bid_version = v.id and m.lead = 1 and m.org = v.org) <> 1;

-- bid_checked: passed or failed as the formal check said
select 'bid ' || b.id as what from bid b
where b.state in ('passed', 'failed') and not exists (select 1 from bid_check k where k.bid = b.id and k.result = b.state);
