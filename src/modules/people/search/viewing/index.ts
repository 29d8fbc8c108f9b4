import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { keeping } from '#platform/refuse.ts'
import { catalogue, type Field } from '../../fields/index.ts'
import { hourly } from '../../hourly/index.ts'
import { HOURLY_VIEWED } from '../../record/reveal/rules.ts'
import { tooManyViewed } from '../words.ts'

/** Readings at the same moment do not yet see each other's rows in the trail. */
const lastHour = hourly()
const HOUR_MS = 3_600_000

const isWords = (field: Field) => field.isSealed && field.fieldClass === 'restricted'
const WORDS = catalogue.filter(isWords).map(({ key }) => key)

/**
 * A list with people's sealed words (illness, medicine, how they live) is read page by page like a file that leaves: beyond the hour's measure
 * of different people nothing more is shown and an alarm stays. The same people again count once. Counted from the trail, so that neither a start nor
 * another process begins anew.
 */
export async function ensureNotBulk(ctx: Ctx, fields: readonly Field[], people: readonly string[]): Promise<void> {
  const { actor, now } = ctx
  const told = fields.filter(isWords)
  if (actor.kind !== 'account' || !actor.sees.has('restricted') || !told.length) return
  const own = lastHour(actor.accountId ?? '', now)
  for (const { person, at } of await shownBefore(ctx)) if (!own.has(person)) own.set(person, Date.parse(at))
  const others = people.filter((id) => !own.has(id))
  if (own.size + others.length > HOURLY_VIEWED) {
    const detail = {
      lastHour: own.size,
      asked: others.length,
      allowed: HOURLY_VIEWED,
      fields: told.map(({ key }) => key),
    }
    ctx.note({ action: 'people.viewing_alarm', kind: 'people', result: 'refused', detail })
    throw keeping(tooManyViewed())
  }
  for (const id of others) own.set(id, now.getTime())
}

async function shownBefore(ctx: Ctx): Promise<{ person: string; at: string }[]> {
  const since = new Date(ctx.now.getTime() - HOUR_MS).toISOString()
  const { rows } = await sql<{ person: string; at: string }>`
    select p.id as person, max(e.at) as at
      from audit_event e cross join lateral jsonb_array_elements_text(e.detail->'people') as p (id)
     where e.county = ${ctx.actor.county} and e.at > ${since}::timestamptz and e.account_id = ${ctx.actor.accountId}::uuid
       and e.action = 'listPeople' and e.result = 'done' and e.detail->'shown' ?| ${WORDS}::text[]
     group by p.id`.execute(ctx.db)
  return rows
}
