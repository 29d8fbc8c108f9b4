import { sql } from 'kysely'
import { presentRecord } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { countiesOf } from '#platform/house/jobs.ts'
import { type CodedTable, presentText } from '#platform/integrity/index.ts'

type Last = { seq: string; at: string; digest: string }

/** The last digest that the trail has of a record: of a grant or a consent it stands beside its id, of a roster's rows together. */
async function lastDigest(ctx: Ctx, id: string): Promise<Last | undefined> {
  const { rows } = await sql<Last>`
    select seq::text as seq, at::text as at, coalesce(after_digest, detail -> 'digests' ->> ${id}) as digest
      from audit_event e
     where county = ${ctx.actor.county}
       and (after_digest is not null and coalesce(detail ->> 'grant', detail ->> 'consent', subject) = ${id}
            or action = 'people.recorded' and detail -> 'digests' ? ${id})
     order by e.seq desc limit 1`.execute(ctx.db)
  return rows[0]
}

export type Compared = { verdict: 'same' | 'differs' | 'untold' | 'unknown'; seq?: string; at?: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Lays a person, a grant or a consent as it stands now beside what the trail says of it last. Itself noted. */
export async function compareRecord(house: House, id: string, tables: readonly CodedTable[]): Promise<Compared> {
  if (!UUID.test(id)) return { verdict: 'unknown' }
  for (const county of await countiesOf(house)) {
    const found = await house.act({ system: county }, { readOnly: false }, (ctx) => compareIn(ctx, id, tables))
    if (found.verdict !== 'unknown') return found
  }
  return { verdict: 'unknown' }
}

async function compareIn(ctx: Ctx, id: string, tables: readonly CodedTable[]): Promise<Compared> {
  let present = await presentRecord(ctx, id)
  for (const coded of tables) present ??= await presentText(ctx, coded, id)
  if (present === undefined) return { verdict: 'unknown' }
  const last = await lastDigest(ctx, id)
  const verdict = !last ? 'untold' : ctx.vault.isMac(present, Buffer.from(last.digest, 'hex')) ? 'same' : 'differs'
  ctx.note({ action: 'audit.compared', subject: id, result: verdict === 'differs' ? 'failed' : 'done' })
  return { verdict, ...(last ? { seq: last.seq, at: last.at } : {}) }
}
