-- attachment_add: attachment_row -> -
insert into attachment (id, digest, size, name, type, risky, person, org, at)
values (:id, :digest, :size, :name, :type, :risky, :person, :org, :at)
on conflict (digest, person, org) do nothing;

-- attachment_find: attachment_key -> attachment_row
select id, digest, size, name, type, risky, person, org, at from attachment where digest = :digest order by id limit 1;

-- attachment_own: attachment_key -> count_row
select count(*) as n from attachment
where digest = :digest and ((person = :person and person <> 0) or (org = :org and org <> 0));

-- attachment_link: attachment_use_row -> -
insert into attachment_use (id, journal, digest, challenge, act, person, org)
values (:id, :journal, :digest, :challenge, :act, :person, :org)
on conflict (journal, digest) do nothing;

-- attachment_uses: attachment_key -> attachment_use_row
select id, journal, digest, challenge, act, person, org from attachment_use where digest = :digest order by id desc limit 100;

-- The bid whose version that counts was sent by this act, when this reader may read it: the same as bid_visible says.
-- attachment_bid: attachment_bid_key -> count_row
select count(*) as n
from journal j join bid b on b.id = j.made join bid_version v on v.id = b.bid_version and v.act = j.seq join challenge c on c.id = b.challenge
where j.id = :journal and ((b.state in ('opened', 'passed', 'failed') and (cast(:role as text) in ('bureau', 'eic', 'government', 'audit')
		or (cast(:org as bigint) <> 0 and (c.demander = :org
			or exists (select 1 from bid_member m where m.bid_version = b.bid_version and m.org = :org)))))
	or (b.state = 'passed' and cast(:person as bigint) <> 0 and exists (
		select 1 from panel_seat s join panel p on p.id = s.panel
		where p.challenge = b.challenge and s.person = :person and s.state in ('clear', 'opined', 'signed') and p.state not in ('proposed', 'dismissed')
		and (p.kind = 'review' or (p.kind in ('milestone', 'acceptance') and b.id = c.award_bid)))));

-- Files of an objection's acts: for whoever looks at a new one, then for its handlers (the same as objection_knows() says).
-- attachment_objection: attachment_bid_key -> count_row
select count(*) as n
from journal j join journal_row k on k.journal = j.id and k.tbl = 'objection_step' join objection_step s on s.id = k.row_id
	join objection o on o.id = s.objection
where j.id = :journal and (o.state = 'filed' or exists (select 1 from objection_step h where h.objection = o.id and h.person = :person
	and h.step in ('accepted', 'refused', 'investigated', 'heard', 'decided', 'answered')));

-- What a partner attached: its own unit and the lead; after the opening those who read the bid it stands in.
-- attachment_part: attachment_bid_key -> count_row
select count(*) as n
from journal j join bid_partner p on p.id = j.made
where j.id = :journal and ((p.lead = :org and cast(:org as bigint) <> 0) or exists (
	select 1 from bid b join bid_member m on m.bid_version = b.bid_version join bid_part t on t.id = m.part join challenge c on c.id = b.challenge
	where t.partner = p.id and t.act = j.seq and b.state in ('opened', 'passed', 'failed', 'exited')
	and (cast(:role as text) in ('bureau', 'eic', 'government', 'audit') or (c.demander = :org and cast(:org as bigint) <> 0))));

-- Files of the integrity procedure: for handler, decider, the unit once it was told, the government once there was an appeal.
-- attachment_allegation: attachment_bid_key -> count_row
select count(*) as n
from journal j join allegation g on g.id = j.made
where j.id = :journal and (g.handler = :person or g.decider = :person
	or (g.org = :org and cast(:org as bigint) <> 0 and cast(:role as text) = 'unit' and g.state <> 'filed')
	or (cast(:role as text) = 'government' and exists (select 1 from integrity_appeal p where p.allegation = g.id)));

-- attachment_declared: attachment_seat_key -> count_row
select count(*) as n from panel p join panel_seat s on s.panel = p.id
where p.challenge = :challenge and s.person = :person and s.state in ('clear', 'opined', 'signed') and p.state not in ('proposed', 'dismissed')
	and (cast(:late as bigint) = 0 or p.kind in ('milestone', 'acceptance'));

-- attachment_unused: attachment_key -> attachment_row
select a.id, a.digest, a.size, a.name, a.type, a.risky, a.person, a.org, a.at
from attachment a
where a.person = 0 and a.at < :now and not exists (select 1 from attachment_use u where u.digest = a.digest)
order by a.id limit 100;

-- attachment_forget: attachment_row -> -
delete from attachment where id = :id;
