-- Papers, kept as they were issued.

-- document_insert: document_row -> -
insert into document (id, act, programme, kind, number, title, challenge, about, at, digest, body)
values (:id, :act, :programme, :kind, :number, :title, :challenge, :about, :at, :digest, :body);

-- document_read: id_key -> document_row
select id, act, programme, kind, number, title, challenge, about, at, digest, body from document where id = :id;

-- document_seat: document_seat_key -> count_row
select count(*) as n from document d join panel_seat s on s.panel = d.about
where d.id = :document and s.person = :person and s.state in ('clear', 'opined', 'signed');
