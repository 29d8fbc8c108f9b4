-- Roster import: the uploaded file, what was read from it, what is planned, what was done. The raw row is kept for ever.

create table import_batch (
  county      int not null,
  id          uuid not null,
  file_id     uuid not null,
  file_name   text not null,
  as_of       date not null,
  status      text not null check (status in ('reading', 'refused', 'planned', 'applying', 'applied', 'undoing', 'undone', 'failed')),
  refusal     jsonb,                                   -- {code, zh, en} of a file that could not be read
  mapping     jsonb not null default '{}',             -- the user's corrections of columns
  tables      jsonb not null default '[]',             -- sheets, tables, headers and fields as found
  row_count   int not null default 0,
  done_count  int not null default 0,
  created_by  uuid,                                    -- null: the office itself, at the command line
  created_at  timestamptz not null,
  applied_by  uuid,
  applied_at  timestamptz,
  undone_by   uuid,
  undone_at   timestamptz,
  primary key (county, id),
  foreign key (county, file_id) references stored_file (county, id)
);
create index import_batch_at on import_batch (county, created_at desc);

create table import_row (
  county      int not null,
  batch_id    uuid not null,
  seq         int not null,                            -- order in the file
  sheet       text not null,
  row_no      int not null,
  person_no   smallint not null default 0,             -- 1, 2 where one row holds two people
  class       text not null check (class in ('ok', 'doubtful', 'refused', 'duplicate', 'not-a-person')),
  reasons     text[] not null default '{}',
  plan        text not null check (plan in ('new', 'changed', 'unchanged', 'doubtful', 'refused', 'duplicate', 'not-a-person')),
  decision    text check (decision in ('accept', 'skip', 'new', 'match')), -- a person's word on a doubtful row; null: as planned
  name        text,
  related_seq int,                                     -- the cadre of a survivor, the first row of a duplicate
  raw_sealed  bytea not null,                          -- the cells as they stood
  record_sealed bytea,                                 -- the normalised record
  edited      boolean not null default false,
  match_id    uuid,                                    -- the person this row is about
  changes     jsonb not null default '[]',             -- field names that would change
  done        text check (done in ('created', 'updated', 'left', 'undone')),
  person_id   uuid,
  before_sealed bytea,                                 -- what the person's fields were, for undoing
  primary key (county, batch_id, seq),
  foreign key (county, batch_id) references import_batch (county, id)
);
create index import_row_plan on import_row (county, batch_id, plan, seq);
create index import_row_person on import_row (county, person_id) where person_id is not null;

-- Header words this bureau mapped before.
create table import_synonym (
  county  int not null references county,
  header  text not null,
  field   text not null,
  used_at timestamptz not null,
  primary key (county, header)
);

do $$ declare t text; begin
  foreach t in array array['import_batch', 'import_row', 'import_synonym'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy tenant on %I using (county = (select app_county()))', t);
  end loop;
end $$;
