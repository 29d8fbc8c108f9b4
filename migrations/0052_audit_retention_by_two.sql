-- How long the trail is kept is asked for by one person and decided by another: one alone could let the traces of their own acts grow old sooner.
create table audit_retention_wish (
  county    int primary key references county,
  id        uuid not null,                          -- another wish is another one to decide
  keep_days int not null check (keep_days between 365 and 36500),
  asked_by  uuid not null,
  asked_at  timestamptz not null
);
alter table audit_retention_wish enable row level security;
create policy tenant on audit_retention_wish using (county = (select app_county()));
alter table audit_setting
  add column asked_by uuid,
  add column changed_by uuid,
  add column changed_at timestamptz,
  add constraint audit_setting_two_people check (asked_by <> changed_by);
