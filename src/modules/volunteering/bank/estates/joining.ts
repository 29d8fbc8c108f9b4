import { sql } from 'kysely'
import { balanceOf, type LedgerUnit, post, type Transfer } from '#modules/ledger/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

type Ref = Transfer['ref']
type Moving = { unit: LedgerUnit; from: string; to: string; amount: number; ref: Ref }

function moving({ unit, from, to, amount, ref }: Moving): Transfer {
  const wallet = (owner: string) => ({ kind: 'wallet', owner }) as const
  return { id: newId(), unit, from: wallet(from), to: wallet(to), amount, code: 'merge', ref, reason: '重复记录合并' }
}

/** What is free in the wallets of records that have become part of this one comes over to its own: at a merge, or when a hold or a posting of before is taken back. */
export async function joinWallets(ctx: Ctx, personId: string, ref: Ref): Promise<void> {
  const { rows } = await sql<{ unit: LedgerUnit; owner: string; free: number }>`
    select unit, owner_id as owner, (credits_posted - debits_posted - debits_pending)::int as free
      from ledger_account
     where county = ${ctx.actor.county} and kind = 'wallet'
       and owner_id in (select absorbed_records(${ctx.actor.county}, ${personId}::uuid))
       and credits_posted - debits_posted - debits_pending > 0
     order by owner_id, unit`.execute(ctx.db)
  const owners = new Set(rows.map(({ owner }) => owner)).size
  for (const { unit, owner, free } of rows)
    await post(ctx, [moving({ unit, from: owner, to: personId, amount: free, ref: owners > 1 ? own(ref) : ref })])
}

// One posting moves one unit once under one reference: the wallets of a third record need one each.
const own = ({ kind }: Ref): Ref => ({ kind, id: newId() })

/** Before a posting of an absorbed wallet is reversed, the kept one gives back what the other no longer has; where it cannot, the reversal is refused. */
export async function fundReversal(ctx: Ctx, transferId: string, ref: Ref): Promise<void> {
  const { rows } = await sql<{ unit: LedgerUnit; owner: string; kept: string | null; missing: number }>`
    select a.unit, a.owner_id as owner, kept_record(a.county, a.owner_id) as kept,
           (t.amount - (a.credits_posted - a.debits_posted - a.debits_pending))::int as missing
      from ledger_transfer t join ledger_account a on a.county = t.county and a.id = t.credit_id and a.kind = 'wallet'
     where t.county = ${ctx.actor.county} and t.id = ${transferId}::uuid`.execute(ctx.db)
  const [wallet] = rows
  if (!wallet?.kept || wallet.kept === wallet.owner || wallet.missing <= 0) return
  const { unit, owner, kept, missing } = wallet
  await post(ctx, [moving({ unit, from: kept, to: owner, amount: missing, ref })])
}

/** What came over goes back when the merge is undone, as far as it has not been spent since. */
export async function partWallets(
  ctx: Ctx,
  { kept, absorbed, mergeId }: { kept: string; absorbed: string; mergeId: string },
): Promise<void> {
  for (const unit of ['minutes', 'points'] as const) {
    const came = await cameOver(ctx, unit, { kept, absorbed })
    const { free } = await balanceOf(ctx, unit, { kind: 'wallet', owner: kept })
    const amount = Math.min(came, free)
    const ref = { kind: 'person_unmerge', id: mergeId }
    if (amount > 0) await post(ctx, [moving({ unit, from: kept, to: absorbed, amount, ref })])
  }
}

async function cameOver(ctx: Ctx, unit: LedgerUnit, { kept, absorbed }: { kept: string; absorbed: string }) {
  const { rows } = await sql<{ came: number }>`
    select coalesce(sum(case when d.owner_id = ${absorbed} then t.amount else -t.amount end), 0)::int as came
      from ledger_transfer t
      join ledger_account d on d.county = t.county and d.id = t.debit_id
      join ledger_account c on c.county = t.county and c.id = t.credit_id
     where t.county = ${ctx.actor.county} and t.code = 'merge' and t.unit = ${unit}
       and array[d.owner_id, c.owner_id] <@ array[${kept}, ${absorbed}]::uuid[]`.execute(ctx.db)
  return rows[0]?.came ?? 0
}
