-- No digit of an identity number or a telephone stands in clear: the last two told nobody apart, lists show neither, and a whole number is
-- found by its fingerprint alone (GB/T 39786-2021 8.4 e). A dropped column stays in the rows on disk until they are written anew: cluster does that
-- within the migration's own transaction.
alter table person drop column id_tail;
alter table person_phone drop column number_tail;
cluster person using person_pkey;
cluster person_phone using person_phone_pkey;
alter table person set without cluster;
alter table person_phone set without cluster;

-- Who is in a paper that waits to be fetched: taking it away writes them into the audit trail, so that an incident can name them
-- (个人信息保护法 第五十七条), and nothing of them stays here.
alter table people_export
  add column person_ids uuid[],
  add constraint people_export_ids_go_with_content check (person_ids is null or status = 'ready');
