import { type RawBuilder, sql } from 'kysely'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { askByNumber, wholeNumber } from '../by-number/index.ts'
import { briefsOf } from './briefs/index.ts'
import { candidatesFor } from './candidates/index.ts'
import type { contract } from './contract.ts'
import { faceOfTyped, facesOf } from './faces/index.ts'
import { type Face, likeness } from './rules.ts'
import { elsewhereWords, reasonsOf } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

const MOST_WARNED = 10

/** Of somebody outside the actor's scope only this is said, and only to who knows the whole identity number: that it is registered elsewhere. */
export async function warnDuplicates(ctx: Ctx, input: In<'warnDuplicates'>): Out<'warnDuplicates'> {
  const typed = faceOfTyped(ctx, input)
  const faces = await facesAsked(ctx, input, typed)
  const near = [...faces]
    .map(([id, face]) => ({ id, ...likeness(typed, face) }))
    .filter((one) => one.isListed && one.id !== input.exceptId)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_WARNED)
  const briefs = await briefsOf(
    ctx,
    near.map(({ id }) => id),
  )
  const items = near.flatMap(({ id, score, reasons }) => {
    const brief = briefs.get(id)
    return brief ? [{ ...brief, score, reasons }] : []
  })
  const isHere = [...faces.values()].some((face) => face.id !== null && face.id === typed.id)
  return { items, elsewhere: !isHere && typed.id && (await isRegistered(ctx, typed.id)) ? elsewhereWords : null }
}

type Faces = Awaited<ReturnType<typeof facesOf>>

/** Those of the scope whom it may be. Each whole number that none of them bears is a miss, told elsewhere or not. */
async function facesAsked(ctx: Ctx, input: In<'warnDuplicates'>, typed: Face): Promise<Faces> {
  let faces: Faces | undefined
  const bearer = async (bears: (face: Face) => boolean) => {
    faces ??= await facesOf(ctx, await candidatesFor(ctx, typed))
    return [...faces].find(([, face]) => bears(face))?.[0]
  }
  const [id, phone] = [wholeNumber(input.idNumber ?? ''), wholeNumber(input.phone ?? '')]
  if (id?.kind === 'id')
    await askByNumber(ctx, { ...id, door: 'warn' }, () => bearer((face) => face.id !== null && face.id === typed.id))
  if (phone?.kind === 'phone') {
    const own = new Set(typed.phones.map(({ number }) => number))
    await askByNumber(ctx, { ...phone, door: 'warn' }, () =>
      bearer((face) => face.phones.some(({ number }) => own.has(number))),
    )
  }
  return faces ?? (await facesOf(ctx, await candidatesFor(ctx, typed)))
}

/** Asks beyond the scope, through a function that answers yes or no. */
async function isRegistered(ctx: Ctx, id: string): Promise<boolean> {
  const answer = await sql<{ is: boolean }>`select id_is_registered(${Buffer.from(id, 'hex')}::bytea) as is`.execute(
    ctx.db,
  )
  return answer.rows[0]?.is === true
}

type PairRow = {
  first: string
  second: string
  score: number
  reasons: string[]
  status: 'open' | 'different' | 'merged'
  foundAt: string
  judgedBy: string | null
  judgedAt: string | null
  total: number
}

export async function listDuplicates(ctx: Ctx, input: In<'listDuplicates'>): Out<'listDuplicates'> {
  const standing = input.status === 'merged' ? sql`true` : sql`a.status <> 'merged' and b.status <> 'merged'`
  const asked = sql`
    from duplicate_pair d
    join person a on a.county = d.county and a.id = d.first_id
    join person b on b.county = d.county and b.id = d.second_id
   where d.county = ${ctx.actor.county} and d.status = ${input.status} and d.score >= ${input.minScore}
     and ${standing} and ${rowsOf(ctx.actor, 'a')} and ${rowsOf(ctx.actor, 'b')}`
  const found = await sql<PairRow>`
    select page.*, j.name as "judgedBy" from (
      select d.county, d.first_id as first, d.second_id as second, d.score, d.reasons, d.status, d.found_at as "foundAt",
             d.judged_at as "judgedAt", d.judged_by, count(*) over ()::int as total
        ${asked} order by d.score desc, d.first_id, d.second_id limit ${input.limit} offset ${input.offset}) page
      left join account j on j.county = page.county and j.id = page.judged_by
     order by page.score desc, page.first, page.second`.execute(ctx.db)
  const briefs = await briefsOf(
    ctx,
    found.rows.flatMap(({ first, second }) => [first, second]),
  )
  const items = found.rows.flatMap((row) => {
    const [first, second] = [briefs.get(row.first), briefs.get(row.second)]
    return first && second ? [{ ...row, reasons: reasonsOf(row.reasons), first, second }] : []
  })
  const total = found.rows[0]?.total ?? (input.offset ? await countOf(ctx, asked) : 0)
  return { items, total }
}

async function countOf(ctx: Ctx, asked: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ total: number }>`select count(*)::int as total ${asked}`.execute(ctx.db)
  return counted.rows[0]?.total ?? 0
}
