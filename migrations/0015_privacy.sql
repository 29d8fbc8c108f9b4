-- Duties towards the persons recorded (个人信息保护法): consent, correction, erasure, and which stored file is whose.

-- 第四十七条: what may not be erased yet is kept and nothing else (restricted); what is erased leaves a row with its id alone. The second
-- lock hides both from every list, search, count, export and view alike.
alter table person drop constraint person_status_check;
alter table person add constraint person_status_check
  check (status in ('living', 'deceased', 'moved_out', 'merged', 'restricted', 'erased'));
drop policy row_scope on person;
create policy row_scope on person using (
  county = (select app_county()) and status not in ('restricted', 'erased')
  and ((select app_all()) or place_code <@ (select app_places()) or unit_ids && (select app_units()))
) with check (county = (select app_county()));

-- Every stored file that is about one person. A photograph that was changed and a roster that was discarded have lost their purpose.
create table person_file (
  county    int not null,
  file_id   uuid not null,
  person_id uuid not null,
  kind      text not null check (kind in ('photo', 'evidence')),
  at        timestamptz not null,
  primary key (county, file_id),
  foreign key (county, file_id) references stored_file (county, id) on delete cascade,
  foreign key (county, person_id) references person (county, id)
);
create index person_file_person on person_file (county, person_id);
insert into person_file (county, file_id, person_id, kind, at)
  select county, photo_file_id, id, 'photo', updated_at from person where photo_file_id is not null on conflict do nothing;
delete from stored_file f where not exists (select from person_file p where p.county = f.county and p.file_id = f.id)
  and not exists (select from import_batch b where b.county = f.county and b.file_id = f.id);

-- 第十四条、第二十九条: one consent for one purpose, given by the person or by somebody for them; withdrawn, never deleted.
create table consent (
  county       int not null,
  id           uuid not null,
  person_id    uuid not null,
  purpose      text not null,
  given_by     text not null check (given_by in ('self', 'family', 'worker')),
  giver_sealed bytea,                                   -- who gave it for the person, and in what relation
  way          text not null check (way in ('signed', 'spoken', 'phone')),
  evidence_file_id uuid,
  given_at     timestamptz not null,
  recorded_by  uuid,
  withdrawn_by text check (withdrawn_by in ('self', 'family', 'worker')),
  withdrawn_at timestamptz,
  withdrawal_recorded_by uuid,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index consent_live on consent (county, person_id, purpose) where withdrawn_at is null;
create index consent_person on consent (county, person_id);
revoke delete on consent from sangyu_app;

-- 第四十六条: a correction is proposed by one and decided by another.
create table correction_request (
  county        int not null,
  id            uuid not null,
  person_id     uuid not null,
  section       text not null,
  fields        text[] not null,
  base_version  int not null,                           -- of the section, when it was proposed
  values_sealed bytea not null,
  before_sealed bytea not null,
  reason_sealed bytea not null,
  asked_by      text not null check (asked_by in ('elder', 'family', 'liaison', 'worker')),
  asker_sealed  bytea,
  evidence_file_id uuid,
  status        text not null default 'proposed' check (status in ('proposed', 'approved', 'refused', 'withdrawn')),
  requested_by  uuid not null,
  requested_at  timestamptz not null,
  decided_by    uuid,
  decided_at    timestamptz,
  decision_sealed bytea,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  check (decided_by is distinct from requested_by),
  check ((status in ('approved', 'refused')) = (decided_by is not null))
);
create index correction_request_open on correction_request (county, status, requested_at desc);
create index correction_request_person on correction_request (county, person_id);
revoke delete on correction_request from sangyu_app;

-- 第四十七条: asked by one, decided by another. `kept_because` says what law keeps the record from being erased.
create table erasure (
  county       int not null,
  id           uuid not null,
  person_id    uuid not null,
  people       uuid[] not null,                         -- the record and those merged into it
  ground       text not null check (ground in ('purpose_ended', 'retention_over', 'consent_withdrawn', 'unlawful')),
  asked_by     text not null check (asked_by in ('elder', 'family', 'liaison', 'worker')),
  reason_sealed bytea,
  name_sealed  bytea,                                   -- as long as there is a record behind it
  status       text not null default 'requested' check (status in ('requested', 'erased', 'restricted', 'refused', 'withdrawn', 'lifted')),
  kept_because text[] not null default '{}',
  standing     jsonb not null default '[]',             -- what the records were before they were restricted
  requested_by uuid,
  requested_at timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  erased_at    timestamptz,
  primary key (county, id),
  foreign key (county, person_id) references person (county, id),
  check (decided_by is null or decided_by is distinct from requested_by),
  check (status not in ('erased', 'restricted') or decided_by is not null)
);
create unique index erasure_open on erasure (county, person_id) where status in ('requested', 'restricted');
create index erasure_list on erasure (county, status, requested_at desc);
revoke delete on erasure from sangyu_app;

-- Takes the records of a decided erasure out of sight, which no row policy lets anybody do by an update.
create function hide_people(e uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare d erasure;
begin
  select * into strict d from erasure where county = app_county() and id = e and status in ('erased', 'restricted');
  update erasure set standing = (
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'status', status, 'merged_into', merged_into,
                                                'kind', kind, 'died_on', died_on, 'bereavement_paid_on', bereavement_paid_on)), '[]')
      from person where county = d.county and id = any (d.people))
   where county = d.county and id = e and d.status = 'restricted';
  update person set status = d.status, merged_into = null where county = d.county and id = any (d.people);
end $$;

-- Brings restricted records back, to go on with them or to erase them.
create function show_people(e uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare d erasure;
begin
  select * into strict d from erasure where county = app_county() and id = e and status = 'restricted';
  update person p set status = s.status, merged_into = s.merged_into
    from jsonb_to_recordset(d.standing) as s (id uuid, status text, merged_into uuid)
   where p.county = d.county and p.id = s.id and p.status = 'restricted';
end $$;

-- Who in the county bears both this number and this name: for papers about somebody outside the asker's area, who holds both already.
create function person_of_paper(fingerprints bytea[], called text) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select id from person where county = app_county() and id_index = any (fingerprints) and name = called and status in ('living', 'deceased', 'moved_out')
$$;

do $$ declare t text; begin
  foreach t in array array['person_file', 'consent', 'correction_request', 'erasure'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
revoke all on function hide_people(uuid), show_people(uuid), person_of_paper(bytea[], text) from public;
grant execute on function hide_people(uuid), show_people(uuid), person_of_paper(bytea[], text) to sangyu_app;
comment on column consent.giver_sealed is 'sealed';
comment on column correction_request.values_sealed is 'sealed';
comment on column correction_request.before_sealed is 'sealed';
comment on column correction_request.reason_sealed is 'sealed';
comment on column correction_request.asker_sealed is 'sealed';
comment on column correction_request.decision_sealed is 'sealed';
comment on column erasure.reason_sealed is 'sealed';
comment on column erasure.name_sealed is 'sealed';
