import { sql } from 'kysely'
import { holdsIdNumber } from '#modules/people/codes/index.ts'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { type askers, type channels, type NeedKindCode, needKinds, type urgencies } from '../../codes/index.ts'
import { dueAfter } from '../rules.ts'
import { writeSteps } from '../steps/index.ts'
import { holdsId, placeNeeded } from '../words.ts'

export type Raised = {
  /** Made by who asks, and free; unless said, a new one. */
  id?: string | undefined
  kind: NeedKindCode
  words: string
  urgency?: keyof typeof urgencies
  channel: keyof typeof channels
  onBehalf: keyof typeof askers
  asker?: string | null
  personId: string | null
  /** Unless said, where the person lives. */
  placeCode?: string | null
  wishedOn?: string | null
  intensity?: number | undefined
  minutes?: number | undefined
}

/**
 * Writes a need into the book with the next number of the year. Whether the actor may ask for this person, and there, is the caller's to know:
 * the desk asks its scope, the elder pages whose affairs their visitor may do.
 */
export async function raiseNeed(ctx: Ctx, raised: Raised): Promise<{ needId: string; number: string }> {
  const { kind, words, asker = null, personId, wishedOn = null, urgency = 'normal', channel, onBehalf } = raised
  ensure(!holdsIdNumber(words) && !holdsIdNumber(asker ?? ''), holdsId)
  const place_code = raised.placeCode ?? (personId && (await homeOf(ctx, personId)))
  ensure(place_code, placeNeeded)
  const [county, needId, number] = [ctx.actor.county, raised.id ?? newId(ctx.now.getTime()), await nextNumber(ctx)]
  const terms = {
    intensity: raised.intensity ?? needKinds[kind].intensity,
    minutes: raised.minutes ?? needKinds[kind].minutes,
  }
  const at = { raised_at: ctx.now.toISOString(), due_at: dueAfter(urgency, ctx.now).toISOString() }
  const sealed = { words_sealed: ctx.vault.seal(words), asker_sealed: asker ? ctx.vault.seal(asker) : null }
  const who = { person_id: personId, place_code, on_behalf: onBehalf, raised_by: ctx.actor.accountId }
  const { numInsertedOrUpdatedRows: written } = await ctx.db
    .insertInto('need')
    .values({
      county,
      id: needId,
      number,
      kind,
      urgency,
      channel,
      status: 'raised',
      wished_on: wishedOn,
      ...terms,
      ...at,
      ...sealed,
      ...who,
    })
    // Somebody else's need under that id is as good as none to who asks.
    .onConflict((taken) => taken.doNothing())
    .executeTakeFirstOrThrow()
  ensure(written === 1n, notFound)
  await writeSteps(ctx, [needId], { act: 'raise', to: 'raised', note: null })
  ctx.emit({ type: 'needs.raised', data: { id: needId, kind, urgency } })
  return { needId, number }
}

async function homeOf(ctx: Ctx, personId: string): Promise<string | null> {
  const person = await ctx.db
    .selectFrom('person')
    .select('place_code')
    .where('county', '=', ctx.actor.county)
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.place_code ?? null
}

async function nextNumber(ctx: Ctx): Promise<string> {
  const year = Number(officeDay(ctx.now).slice(0, 4))
  const { rows } = await sql<{ last: number }>`
    insert into need_number (county, year, last) values (${ctx.actor.county}, ${year}, 1)
    on conflict (county, year) do update set last = need_number.last + 1 returning last`.execute(ctx.db)
  return `${year}-${String(rows[0]?.last ?? 0).padStart(4, '0')}`
}
