-- Two records of one person become one: what the other rooms wrote about the absorbed record goes over to the kept one, and what went is remembered, so
-- that an undone merge sends it back.
alter table person_merge add column carried jsonb;

-- The books move what an absorbed wallet has by a posting. Death stops spending, not the joining of two records of whoever died.
alter table ledger_transfer drop constraint ledger_transfer_code_check;
alter table ledger_transfer add constraint ledger_transfer_code_check
  check (code in ('earn', 'award', 'redeem', 'gift', 'donate', 'inherit', 'expire', 'pay', 'merge', 'reverse'));
do $do$ declare former text := pg_get_functiondef('post_transfers'::regproc); begin
  if position($$not in ('inherit', 'reverse')$$ in former) = 0 then raise exception 'post_transfers reads otherwise than in 0021'; end if;
  execute replace(former, $$not in ('inherit', 'reverse')$$, $$not in ('inherit', 'merge', 'reverse')$$);
end $do$;

-- The record that somebody's record has become part of; their own where it was merged into none.
create function kept_record(c int, who uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive one as (
    select id, merged_into from person where county = c and c = app_county() and id = who
    union all
    select p.id, p.merged_into from one join person p on p.county = c and p.id = one.merged_into
  ) select id from one where merged_into is null
$$;
revoke all on function kept_record from public;
grant execute on function kept_record to sangyu_app;

-- And every record that has become part of somebody's.
create function absorbed_records(c int, who uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  with recursive one as (
    select id from person where county = c and c = app_county() and merged_into = who
    union
    select p.id from one join person p on p.county = c and p.merged_into = one.id
  ) select id from one
$$;
revoke all on function absorbed_records from public;
grant execute on function absorbed_records to sangyu_app;

-- A card printed for the absorbed record still opens: it is the same person's.
create or replace function holder_of_code(h bytea) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from person_code k
    join person p on p.county = k.county and p.id = kept_record(k.county, k.person_id) and p.status = 'living'
   where k.county = app_county() and k.code_hash = h and k.revoked_at is null
$$;
