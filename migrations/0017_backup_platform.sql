-- Backups, and the proof that they can be restored. They hold the whole installation and so belong to no county; only the system
-- administrator sees them, and only the owner, who makes them, writes them down.
create table backup_run (
  id         uuid primary key,
  kind       text not null check (kind in ('backup', 'drill', 'restore')),
  asked_by   text,                                    -- nobody: by the calendar, or at the command line
  started_at timestamptz not null default now(),
  ended_at   timestamptz,
  status     text not null default 'running' check (status in ('running', 'done', 'failed')),
  file       text,                                    -- its name in the home's folder of backups
  bytes      bigint,
  row_count  bigint,
  note_zh    text,
  note_en    text,
  check ((status = 'running') = (ended_at is null))
);
create index backup_run_started on backup_run (started_at desc);

-- How long backups are kept: every one of so many days, the newest of so many weeks and of so many months.
create table backup_setting (
  one         boolean primary key default true check (one),
  keep_days   int not null default 14 check (keep_days between 7 and 90),
  keep_weeks  int not null default 8 check (keep_weeks between 4 and 53),
  keep_months int not null default 12 check (keep_months between 3 and 60),
  set_by      text,
  set_at      timestamptz
);
insert into backup_setting default values;

revoke insert, update, delete on backup_run from sangyu_app;
revoke insert, delete on backup_setting from sangyu_app;
