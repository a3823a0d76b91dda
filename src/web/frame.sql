-- What stands around every page, and drafts.

-- inbox_unread: id_key -> count_row
select count(*) as n from inbox where person = :id and read_at = 0;

-- draft_read: draft_row -> draft_row
select id, person, act, target, token, body_secret, at from draft
where person = :person and act = :act and target = :target and token = :token;

-- draft_count: id_key -> count_row
select count(*) as n from draft where person = :id;

-- draft_put: draft_row -> -
insert into draft (id, person, act, target, token, body_secret, at)
values (:id, :person, :act, :target, :token, :body_secret, :at)
on conflict (person, act, target, token) do update set body_secret = excluded.body_secret, at = excluded.at;

-- draft_drop: draft_row -> -
delete from draft where person = :person and act = :act and target = :target;

-- What others do with sealed bids does not count: the number would tell that they came.
-- case_version: viewer_case_key -> version_row
select cast(coalesce(max(seq), 0) as bigint) as seq from journal
where challenge = :challenge and ((act not in ('bid_submit', 'bid_withdraw') and act not like 'partner_%') or org = :org) and act not like 'objection%';

-- draft_purge: draft_row -> -
delete from draft where person = 0 and at < :at;

-- person_name_of: id_key -> people_item
select name from person where id = :id;

-- org_name_of: id_key -> people_item
select name from org where id = :id;

-- bid_org_of: id_key -> people_item
select o.name from bid b join org o on o.id = b.org where b.id = :id;
