import { sql } from 'kysely'
import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { sayUntil } from '../rules.ts'
import { tooLateToSay, wasNotThere } from '../words.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Shown = Output<Doors['myFeedback']>
type Said = NonNullable<Shown['said']>
type Which = { personId: string; id: string }

type Row = {
  title: string
  startsAt: string
  endsAt: string
  secret: Buffer | null
  came: boolean
  stars: number | null
  words_sealed: Buffer | null
  onBehalf: Said['onBehalf']
  givenAt: string
}

/** A gathering the person was entered for, with what they said of it. */
async function beenAt(ctx: Ctx, { personId, id }: Which): Promise<Row> {
  const { rows } = await sql<Row>`
    select g.title, lower(g.during) as "startsAt", upper(g.during) as "endsAt", p.secret, a.minutes is not null as came,
           f.stars, f.words_sealed, f.on_behalf as "onBehalf", f.given_at as "givenAt"
      from gathering_attendance a
      join gathering g on g.county = a.county and g.id = a.gathering_id
      join person p on p.county = a.county and p.id = a.person_id
      left join gathering_feedback f on f.county = a.county and f.gathering_id = a.gathering_id and f.person_id = a.person_id
     where a.county = ${ctx.actor.county} and a.gathering_id = ${id} and a.person_id = ${personId}`.execute(ctx.db)
  const [row] = rows
  ensure(row, notFound)
  return row
}

async function myFeedback(ctx: Ctx, asked: In<'myFeedback'>): Promise<Shown> {
  await actingFor(ctx, asked.personId)
  const { title, startsAt, endsAt, secret, came, stars, words_sealed, onBehalf, givenAt } = await beenAt(ctx, asked)
  const until = sayUntil(endsAt)
  const words = words_sealed && secret ? ctx.vault.of(secret).open(words_sealed) : null
  return {
    title,
    startsAt,
    until: until.toISOString(),
    isOpen: came && ctx.now <= until,
    said: stars === null ? null : { stars, words, onBehalf, givenAt },
  }
}

/** One word for each person and gathering; what they say later takes the place of what was said before, also by a clerk. */
async function giveMyFeedback(ctx: Ctx, asked: In<'giveMyFeedback'>): Promise<{ ok: true }> {
  const { personId, id, stars, words } = asked
  const { as } = await actingFor(ctx, personId)
  const row = await beenAt(ctx, asked)
  ensure(row.came, wasNotThere)
  ensure(ctx.now <= sayUntil(row.endsAt), tooLateToSay)
  const said = {
    stars,
    words_sealed: words && row.secret ? ctx.vault.of(row.secret).seal(words) : null,
    on_behalf: as,
    given_by: ctx.actor.accountId,
    given_at: ctx.now.toISOString(),
  }
  await ctx.db
    .insertInto('gathering_feedback')
    .values({
      county: ctx.actor.county,
      id: newId(ctx.now.getTime()),
      gathering_id: id,
      person_id: personId,
      ...said,
    })
    .onConflict((conflict) => conflict.constraint('gathering_feedback_once').doUpdateSet(said))
    .execute()
  ctx.emit({ type: 'gatherings.feedback_given', data: { gatheringId: id, personId, stars, onBehalf: as } })
  return { ok: true }
}

export const service: Service<Doors> = { myFeedback, giveMyFeedback }
