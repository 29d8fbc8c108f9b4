-- The same books, found by their index. "is not distinct from" reads every account of the county, several times a posting; with as many wallets as a
-- county has people that was most of its time.
create function ledger_account_of(c int, unit text, kind text, owner uuid) returns uuid
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  if owner is null then
    return (select a.id from ledger_account a
             where a.county = c and a.unit = ledger_account_of.unit and a.kind = ledger_account_of.kind and a.owner_id is null);
  end if;
  return (select a.id from ledger_account a
           where a.county = c and a.unit = ledger_account_of.unit and a.kind = ledger_account_of.kind and a.owner_id = owner);
end $$;
revoke execute on function ledger_account_of from public;

-- As in 0021 but for how accounts are found, and each once.
create or replace function post_transfers(c int, wishes jsonb) returns uuid[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head ledger_head; t ledger_transfer; former ledger_transfer; w jsonb; written uuid[] := '{}'; ids uuid[];
begin
  if c is distinct from app_county() then raise exception 'another county' using errcode = 'insufficient_privilege'; end if;
  insert into ledger_account (county, unit, kind, owner_id)
    select distinct c, a->>'unit', a->>'kind', (a->>'owner')::uuid
      from jsonb_array_elements(wishes) x cross join lateral (values (x->'debit'), (x->'credit')) s(a) where a is not null
     order by 2, 3, 4
    on conflict on constraint ledger_account_owner do nothing;
  select array_agg(distinct s.id) into ids from (
      select ledger_account_of(c, a->>'unit', a->>'kind', (a->>'owner')::uuid) as id
        from jsonb_array_elements(wishes) x cross join lateral (values (x->'debit'), (x->'credit')) s(a) where a is not null
      union all
      select unnest(array[f.debit_id, f.credit_id])
        from jsonb_array_elements(wishes) x
        join ledger_transfer f on f.county = c and f.id = coalesce((x->>'hold')::uuid, (x->>'reverses')::uuid)) s;
  perform 1 from ledger_account a where a.county = c and a.id = any (ids) order by a.id for update;

  for w in select * from jsonb_array_elements(wishes) loop
    t := null;
    t.county := c; t.id := (w->>'id')::uuid; t.step := w->>'step'; t.code := w->>'code'; t.amount := (w->>'amount')::bigint;
    t.ref_kind := w->>'refKind'; t.ref_id := (w->>'refId')::uuid; t.hold_id := (w->>'hold')::uuid; t.reverses_id := (w->>'reverses')::uuid;
    t.reason := w->>'reason'; t.created_by := (w->>'by')::uuid; t.approved_by := (w->>'approvedBy')::uuid; t.at := (w->>'at')::timestamptz;
    if coalesce(t.hold_id, t.reverses_id) is null then
      t.unit := w->'debit'->>'unit';
      t.debit_id := ledger_account_of(c, t.unit, w->'debit'->>'kind', (w->'debit'->>'owner')::uuid);
      t.credit_id := ledger_account_of(c, w->'credit'->>'unit', w->'credit'->>'kind', (w->'credit'->>'owner')::uuid);
      if t.unit <> w->'credit'->>'unit' then raise exception 'two units in one transfer' using errcode = 'LG008'; end if;
    else
      select * into former from ledger_transfer f where f.county = c and f.id = coalesce(t.hold_id, t.reverses_id);
      if not found then raise exception 'no such transfer' using errcode = 'LG001'; end if;
      t.unit := former.unit; t.amount := former.amount; t.ref_kind := former.ref_kind; t.ref_id := former.ref_id;
      if t.hold_id is not null then
        if former.step <> 'hold' then raise exception 'not a hold' using errcode = 'LG001'; end if;
        t.code := former.code; t.debit_id := former.debit_id; t.credit_id := former.credit_id;
      else
        if former.code = 'reverse' or former.step not in ('post', 'settle') then raise exception 'cannot be reversed' using errcode = 'LG002'; end if;
        t.code := 'reverse'; t.debit_id := former.credit_id; t.credit_id := former.debit_id;
      end if;
    end if;

    select * into former from ledger_transfer f where f.county = c and f.id = t.id;
    if found then
      if transfer_wish(former) <> transfer_wish(t) then raise exception 'key used before' using errcode = 'LG003'; end if;
      continue;
    end if;
    if t.hold_id is not null and exists (select 1 from ledger_transfer f where f.county = c and f.hold_id = t.hold_id) then
      raise exception 'hold ended before' using errcode = 'LG004';
    end if;
    if t.reverses_id is not null and exists (select 1 from ledger_transfer f where f.county = c and f.reverses_id = t.reverses_id) then
      raise exception 'reversed before' using errcode = 'LG005';
    end if;
    -- A frozen wallet gives nothing but to heirs, or what is put right; a hold of before may still end.
    if t.step in ('post', 'hold') and t.code not in ('inherit', 'reverse') and exists (
         select 1 from ledger_account a where a.county = c and a.id in (t.debit_id, t.credit_id) and a.frozen_at is not null) then
      raise exception 'frozen' using errcode = 'LG006';
    end if;

    update ledger_account a set
        debits_posted = a.debits_posted + case when t.step in ('post', 'settle') then t.amount else 0 end,
        debits_pending = a.debits_pending + case t.step when 'hold' then t.amount when 'post' then 0 else -t.amount end
      where a.county = c and a.id = t.debit_id;
    update ledger_account a set
        credits_posted = a.credits_posted + case when t.step in ('post', 'settle') then t.amount else 0 end,
        credits_pending = a.credits_pending + case t.step when 'hold' then t.amount when 'post' then 0 else -t.amount end
      where a.county = c and a.id = t.credit_id;

    if head is null then
      insert into ledger_head values (c, 0, sha256(convert_to('sangyu ledger ' || c, 'UTF8'))) on conflict do nothing;
      select * into head from ledger_head h where h.county = c for update;
    end if;
    t.seq := head.seq + 1;
    t.prev_hash := head.hash;
    t.hash := sha256(convert_to(transfer_text(t), 'UTF8'));
    insert into ledger_transfer select t.*;
    head.seq := t.seq;
    head.hash := t.hash;
    written := written || t.id;
  end loop;
  update ledger_head h set seq = head.seq, hash = head.hash where h.county = c and head is not null;
  return written;
end $$;
