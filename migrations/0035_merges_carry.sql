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

-- A swap that is settled says on whose word: the office's own, or that of a leader of the shift's team, at the desk or on the elder pages.
alter table shift_swap
  add column leader_id uuid,
  add foreign key (county, leader_id) references person (county, id) on update cascade,
  add constraint shift_swap_settled check (leader_id is null or decided_at is not null);

-- What the leader of a team is asked to agree to: swaps of its turns that were taken and have not begun, but none of their own.
create function swaps_to_decide(leader uuid, at timestamptz)
  returns table (id uuid, title text, address text, starts_at timestamptz, giver uuid, giver_name text, taker uuid, taker_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.id, g.title, concat_ws(' · ', l.short, g.address), lower(g.during), f.id, f.name, o.id, o.name
    from team_member m
    join shift s on s.county = m.county and s.team_id = m.team_id
    join gathering g on g.county = s.county and g.id = s.gathering_id and g.status = 'planned' and lower(g.during) > at
    join place l on l.county = g.county and l.code = g.place_code
    join shift_turn t on t.county = s.county and t.shift_id = s.id and t.status = 'claimed'
    join shift_swap x on x.county = t.county and x.turn_id = t.id and x.status = 'taken'
    join person f on f.county = t.county and f.id = t.person_id
    join person o on o.county = x.county and o.id = x.to_person_id
   where m.county = app_county() and m.person_id = leader and leader = any (app_people()) and leader not in (f.id, o.id)
     and m.role <> 'member' and m.during @> (at at time zone 'Asia/Shanghai')::date
$$;
revoke all on function swaps_to_decide from public;
grant execute on function swaps_to_decide to sangyu_app;

-- Lets the leader's word reach the rows of both who swap, in this transaction; null where the swap is not theirs to decide.
create function open_swap(swap uuid, leader uuid, at timestamptz) returns uuid[] language plpgsql volatile as $$
declare both_ uuid[];
begin
  select array[d.giver, d.taker] into both_ from swaps_to_decide(leader, at) d where d.id = swap;
  if both_ is null then return null; end if;
  perform set_config('app.people', (app_people() || both_)::text, true);
  return both_;
end $$;
