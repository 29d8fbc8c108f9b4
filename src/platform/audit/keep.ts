import { sql } from 'kysely'
import { officeDay } from '../clock.ts'
import type { Ctx } from '../ctx.ts'
import type { House } from '../house/house.ts'
import { countiesOf } from '../house/jobs.ts'
import { type Anchor, type Book, type Head, readAnchors, writeAnchor } from './anchors/book.ts'
import { headOf } from './chain/rows.ts'
import { type Verified, verifyChain, type Witnessed } from './chain/verify.ts'

/** Chain 0 holds what belongs to no county. */
export async function chainsOf(house: House): Promise<number[]> {
  return [0, ...(await countiesOf(house))]
}

/** Walks one chain and compares it with the anchors of this installation, where it has a home. */
export async function verify(house: House, county: number): Promise<Verified> {
  const witnessed = witnessedOf(bookOf(house), county)
  return house.act({ system: county }, { readOnly: true }, (ctx) => verifyChain(ctx.db, county, witnessed))
}

export function bookOf({ home, vault }: Pick<House, 'home' | 'vault'>): Book {
  return home ? readAnchors(home, vault) : { anchors: [], faults: [] }
}

/** What the book says of one chain. Where it was resumed, what lay beyond the head of that moment is no longer asked for. */
export function witnessedOf({ anchors }: Pick<Book, 'anchors'>, county: number): Witnessed[] {
  let known: Witnessed[] = []
  for (const { at, heads, resumes } of anchors) {
    const head = heads.find((one) => one.county === county)
    if (resumes !== undefined) known = known.filter(({ seq }) => BigInt(seq) <= BigInt(head?.seq ?? '0'))
    if (head) known.push({ seq: head.seq, hash: head.hash, at })
  }
  return known
}

type Wish = { daily: boolean; resumes?: string | undefined }

/** Writes the heads of all chains down outside the database. `daily`: only if the day has no line yet; the line of the day is answered. */
export async function anchor(house: House, { daily, resumes }: Wish): Promise<Anchor | undefined> {
  const { home, vault } = house
  if (!home) return undefined
  const now = house.clock()
  const last = readAnchors(home, vault).anchors.at(-1)
  if (daily && last && officeDay(new Date(last.at)) === officeDay(now)) return last
  const heads: Head[] = []
  for (const county of await chainsOf(house)) {
    const head = await house.act({ system: county }, { readOnly: true }, (ctx) => headOf(ctx.db, county))
    if (head) heads.push({ county, ...head })
  }
  const line = writeAnchor(home, vault, { at: now.toISOString(), heads, resumes })
  for (const { county, seq } of heads)
    await house.act({ system: county }, { readOnly: false }, async (ctx) => {
      ctx.note({ action: 'audit.anchored', detail: { seq, line: line.hash.slice(0, 16) } })
    })
  return line
}

type Cut = { seq: string | null; first_seq: string; keep_days: number; count: number }

/** Takes away what is older than the county keeps, and notes it. Answers how many rows went. */
export async function cutExpired(ctx: Ctx): Promise<number> {
  const { rows } = await sql<Cut>`
    select seq, first_seq, keep_days, (seq - first_seq + 1)::int as count
      from cut_audit(${ctx.actor.county}, ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.db)
  const [cut] = rows
  if (!cut?.seq) return 0
  const { first_seq: from, seq: to, keep_days: keepDays, count } = cut
  ctx.note({ action: 'audit.cut', kind: 'audit', detail: { from, to, count, keepDays } })
  return count
}
