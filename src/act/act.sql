-- The door's statements: the pen, the book, the case's stage, who is told.

-- pen_take: programme_row -> programme_row
update programme set head_seq = head_seq where id = :id
returning id, name, prefix, pack, hash, head_seq, head_hash, started_at, site;

-- pen_put: programme_row -> -
update programme set head_seq = :head_seq, head_hash = :head_hash where id = :id;

-- programme_insert: programme_row -> -
insert into programme (id, name, prefix, pack, hash, head_seq, head_hash, started_at, site)
values (:id, :name, :prefix, :pack, :hash, :head_seq, :head_hash, :started_at, :site);

-- programme_site: programme_row -> -
update programme set site = :site where id = :id;

-- programme_read: id_key -> programme_row
select id, name, prefix, pack, hash, head_seq, head_hash, started_at, site from programme where id = :id;

-- programmes_all: - -> programme_row
select id, name, prefix, pack, hash, head_seq, head_hash, started_at, site from programme order by id;

-- pack_file_insert: pack_file_row -> -
insert into pack_file (id, pack, name, body) values (:id, :pack, :name, :body);

-- pack_file_last: - -> id_key
select coalesce(max(id), 0) as id from pack_file;

-- pack_files_all: - -> pack_file_row
select id, pack, name, body from pack_file order by pack, name;

-- journal_insert: journal_line -> -
insert into journal (id, programme, seq, at, person, org, role, act, act_key, target, challenge, made, stage, input, verdicts, pack, rows, seed, prev, hash)
values (:id, :programme, :seq, :at, :person, :org, :role, :act, :act_key, :target, :challenge, :made, :stage, :input, :verdicts, :pack, :rows, :seed, :prev, :hash);

-- journal_by_key: journal_key -> journal_line
select id, programme, seq, at, person, org, role, act, act_key, target, challenge, made, stage, input, verdicts, pack, rows, seed, prev, hash
from journal where programme = :programme and act_key = :act_key;

-- journal_all: journal_key -> journal_line
select id, programme, seq, at, person, org, role, act, act_key, target, challenge, made, stage, input, verdicts, pack, rows, seed, prev, hash
from journal where programme = :programme order by seq;

-- journal_at: journal_key -> journal_line
select at from journal where programme = :programme and seq = :seq;

-- journal_items: journal_key -> journal_item
select id, journal, tbl, row_id, digest from journal_row where journal = :journal order by id;

-- journal_item_last: journal_key -> journal_item
select id, journal, tbl, row_id, digest from journal_row where tbl = :tbl and row_id = :row_id order by journal desc limit 1;

-- journal_items_all: - -> journal_item
select id, journal, tbl, row_id, digest from journal_row order by tbl, row_id, journal;

-- journal_item_insert: journal_item -> -
insert into journal_row (id, journal, tbl, row_id, digest) values (:id, :journal, :tbl, :row_id, :digest);

-- journal_since: journal_key -> journal_line
select id, programme, seq, at, person, org, role, act, act_key, target, challenge, made, stage, '' as input, '' as verdicts, pack, rows, seed, prev, hash
from journal where programme = :programme and challenge = :challenge and seq > :seq and act = :act and target = :target and org = :org order by seq;

-- act_seed_insert: act_seed_row -> -
insert into act_seed (id, seed) values (:id, :seed);

-- act_seed_read: id_key -> act_seed_row
select id, seed from act_seed where id = :id;

-- secret_insert: secret_row -> -
insert into secret (id, journal, digest, salt, value_secret) values (:id, :journal, :digest, :salt, :value_secret);

-- secrets_of: journal_key -> secret_row
select id, journal, digest, salt, value_secret from secret where journal = :journal order by id;

-- series_read: journal_key -> series_row
select id, act, programme, name, last from series where programme = :programme and name = :name;

-- series_insert: series_row -> -
insert into series (id, act, programme, name, last) values (:id, :act, :programme, :name, :last);

-- series_update: series_row -> -
update series set act = :act, last = :last where id = :id;

-- challenge_read: id_key -> challenge_row
select id, act, programme, pack, number, title, stage, stage_since, demander, round, field, kind, scope, list, deadline, award_bid, project_number, filed_at, entry, parent
from challenge where id = :id;

-- challenge_move: challenge_row -> -
update challenge set act = :act, stage = :stage, stage_since = :stage_since where id = :id;

-- inbox_insert: inbox_row -> -
insert into inbox (id, person, journal, at, title, body, link, read_at) values (:id, :person, :journal, :at, :title, :body, :link, :read_at);

-- outbox_insert: outbox_row -> -
insert into outbox (id, at, to_secret, title, body, tries, next_at, sent_at, error) values (:id, :at, :to_secret, :title, :body, :tries, :next_at, :sent_at, :error);

-- outbox_due: journal_key -> outbox_row
select id, at, to_secret, title, body, tries, next_at, sent_at, error from outbox where sent_at = 0 and next_at <= :now and tries < 12 order by next_at, id limit 20;

-- outbox_mark: outbox_row -> -
update outbox set tries = :tries, next_at = :next_at, sent_at = :sent_at, error = :error where id = :id;

-- journal_page: journal_key -> journal_line
select id, programme, seq, at, person, org, role, act, act_key, target, challenge, made, stage, input, verdicts, pack, rows, seed, prev, hash
from journal where programme = :programme and seq > :seq order by seq limit 200;

-- tell_person: tell_key -> tell_row
select id, email_secret from person where id = :person and state = 'active';

-- tell_org: tell_key -> tell_row
select id, email_secret from person where org = :org and state = 'active' order by id limit 100;

-- tell_role: tell_key -> tell_row
select id, email_secret from person where programme = :programme and role = :role and state = 'active' order by id limit 100;

-- journal_items_loose: - -> journal_item
select r.id, r.journal, r.tbl, r.row_id, r.digest from journal_row r
where not exists (select 1 from journal j where j.id = r.journal) order by r.id limit 200;
