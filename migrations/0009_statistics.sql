-- Every index begins with the county, so on an empty table they all look alike to the planner, and the check of a foreign key may
-- settle on one that reads every person of the county: the first roster then costs a scan a row. Statistics set that right at once
-- instead of after autovacuum's next round. The application role owns no table and may not analyse one by itself.
create function analyze_while_young() returns void language plpgsql security definer set search_path = public as $$
begin
  if (select reltuples from pg_class where oid = 'person'::regclass) < 2000 then
    analyze person;
  end if;
end $$;
revoke all on function analyze_while_young() from public;
grant execute on function analyze_while_young() to sangyu_app;
