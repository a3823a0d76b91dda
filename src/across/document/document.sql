-- Papers, kept as they were issued.

-- document_insert: document_row -> -
insert into document (id, act, programme, kind, number, title, challenge, about, at, digest, body)
values (:id, :act, :programme, :kind, :number, :title, :challenge, :about, :at, :digest, :body);

-- document_read: id_key -> document_row
select id, act, programme, kind, number, title, challenge, about, at, digest, body from document where id = :id;
