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

-- attachment_opened: challenge_key -> count_row
select count(*) as n from journal where challenge = :challenge and act = 'bids_open';

-- attachment_declared: attachment_seat_key -> count_row
select count(*) as n from panel p join panel_seat s on s.panel = p.id
where p.challenge = :challenge and s.person = :person and s.state in ('clear', 'opined', 'signed');

-- attachment_unused: attachment_key -> attachment_row
select a.id, a.digest, a.size, a.name, a.type, a.risky, a.person, a.org, a.at
from attachment a
where a.person = 0 and a.at < :now and not exists (select 1 from attachment_use u where u.digest = a.digest)
order by a.id limit 100;

-- attachment_forget: attachment_row -> -
delete from attachment where id = :id;
