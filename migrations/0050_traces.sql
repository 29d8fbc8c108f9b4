-- That something of a person was taken out of this county's rows, and that the files of the tables have not been written anew since: PostgreSQL marks
-- a row as gone and leaves its bytes in the page. One line a county, away again when the night has written the tables anew.
create table trace_left (
  county  int primary key references county,
  left_at timestamptz not null
);
alter table trace_left enable row level security;
create policy tenant on trace_left using (county = (select app_county()));

insert into trace_left
  select county, max(coalesce(erased_at, decided_at)) from erasure where status in ('erased', 'restricted') group by county;
