import type { Ctx } from '#platform/ctx.ts'
import { keeping } from '#platform/refuse.ts'
import type { Field } from '../../fields/index.ts'
import { hourly } from '../../hourly/index.ts'
import { HOURLY_VIEWED } from '../../record/reveal/rules.ts'
import { tooManyViewed } from '../words.ts'

const lastHour = hourly()

/**
 * A list with people's sealed words (illness, medicine, how they live) is read page by page like a file that leaves: beyond the hour's measure
 * of different people nothing more is shown and an alarm stays. The same people again count once.
 */
export function ensureNotBulk(ctx: Ctx, fields: readonly Field[], people: readonly string[]): void {
  const { actor, now } = ctx
  const told = fields.filter((field) => field.isSealed && field.fieldClass === 'restricted')
  if (actor.kind !== 'account' || !actor.sees.has('restricted') || !told.length) return
  const own = lastHour(actor.accountId ?? '', now)
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
