-- Conversations: filtered by party where they are read.

-- talk_insert: talk_row -> -
insert into talk (id, act, challenge, kind, subject, opened_on) values (:id, :act, :challenge, :kind, :subject, :opened_on);

-- talk_party_insert: talk_party_row -> -
insert into talk_party (id, act, talk, party) values (:id, :act, :talk, :party);

-- talk_message_insert: talk_message_row -> -
insert into talk_message (id, act, talk, party, org, person, body, files, at) values (:id, :act, :talk, :party, :org, :person, :body, :files, :at);

-- talk_read_insert: talk_read_row -> -
insert into talk_read (id, act, talk, person, message, at) values (:id, :act, :talk, :person, :message, :at);

-- talk_one: talk_key -> talk_row
select t.id, t.act, t.challenge, t.kind, t.subject, t.opened_on from talk t
where t.id = :talk and exists (select 1 from talk_party p where p.talk = t.id and p.party = :party);

-- talk_of_case: talk_key -> talk_row
select t.id, t.act, t.challenge, t.kind, t.subject, t.opened_on from talk t
where t.challenge = :challenge and exists (select 1 from talk_party p where p.talk = t.id and p.party = :party)
order by (select max(m.id) from talk_message m where m.talk = t.id) desc limit 200;

-- talk_parties: talk_key -> talk_party_row
select id, act, talk, party from talk_party where talk = :talk order by id;

-- talk_last: talk_key -> talk_message_row
select id, act, talk, party, org, person, body, files, at from talk_message where talk = :talk order by id desc limit 1;

-- talk_messages: talk_key -> talk_line
select m.id, m.party, o.name as org_name, p.name as person_name, m.body, m.files, m.at,
	case when m.person <> :person and m.id > coalesce((select max(r.message) from talk_read r where r.talk = m.talk and r.person = :person), 0)
		then 1 else 0 end as unread
from talk_message m join org o on o.id = m.org join person p on p.id = m.person where m.talk = :talk order by m.id;

-- Files of a message are read by the parties of its conversation.
-- attachment_talk: talk_key -> count_row
select count(*) as n
from journal j join talk_message m on m.act = j.seq and m.id / 1024 = j.id / 1024 join talk t on t.id = m.talk join challenge c on c.id = t.challenge
join talk_party tp on tp.talk = t.id
where j.id = :journal and (tp.party = :role
	or (cast(:org as bigint) <> 0 and cast(:role as text) = 'unit' and ((tp.party = 'demander' and c.demander = :org)
		or (tp.party = 'awardee' and exists (select 1 from bid b join bid_member x on x.bid_version = b.bid_version where b.id = c.award_bid and x.org = :org)))));

-- park_comment_insert: park_comment_row -> -
insert into park_comment (id, act, challenge, org, person, kind, body, files, day) values (:id, :act, :challenge, :org, :person, :kind, :body, :files, :day);

-- park_comments: challenge_key -> park_line
select c.kind, o.name as org_name, c.body, c.files, c.day from park_comment c join org o on o.id = c.org where c.challenge = :challenge order by c.id desc limit 200;
