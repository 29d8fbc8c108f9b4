import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import { affiliationsToday } from '../../affiliations/index.ts'
import { differences, type PersonRow, sealedKeys, valuesFrom } from '../../book/index.ts'
import { briefsOf } from '../briefs/index.ts'
import type { contract } from '../contract.ts'
import { judge, judgementOf, weightOf } from '../pairs/index.ts'
import { loadBoth } from '../policy.ts'
import { alreadyJudged, alreadyMerged } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

export async function comparePair(ctx: Ctx, input: In<'comparePair'>): Out<'comparePair'> {
  const both = await loadBoth(ctx, [input.first, input.second], false)
  const [one, two] = [valuesOf(ctx, both[0]), valuesOf(ctx, both[1])]
  const { score, reasons } = await weightOf(ctx, both)
  const status = (await judgementOf(ctx, both))?.status ?? 'open'
  const may = ctx.actor.permissions.has('people.merge') && both.every((row) => row.status !== 'merged')
  return {
    first: await sideOf(ctx, both[0]),
    second: await sideOf(ctx, both[1]),
    differing: differences(one, two).map(({ key }) => key),
    score,
    reasons,
    status: status as 'open', // the column's check allows exactly the contract's three
    can: { merge: may, judge: may && status !== 'different' },
  }
}

const valuesOf = (ctx: Ctx, row: PersonRow) => valuesFrom(row, ctx.vault, sealedKeys)

async function sideOf(ctx: Ctx, row: PersonRow): Promise<Output<typeof contract.comparePair>['first']> {
  const brief = (await briefsOf(ctx, [row.id])).get(row.id)
  const of = { county: row.county, person_id: row.id }
  const phones = await ctx.db
    .selectFrom('person_phone')
    .select('number_sealed')
    .where((eb) => eb.and(of))
    .orderBy('position')
    .execute()
  const count = async (table: 'person_contact' | 'family_member') => {
    const rows = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where((eb) => eb.and(of))
      .executeTakeFirstOrThrow()
    return Number(rows.count)
  }
  return {
    id: row.id,
    name: row.name,
    birthOn: row.birth_on,
    unit: brief?.unit ?? null,
    community: brief?.community ?? null,
    phone: brief?.phone ?? null,
    idStatus: row.id_status,
    status: row.status,
    mergedInto: row.merged_into,
    values: valuesOf(ctx, row),
    phones: phones.map((phone) => ctx.vault.of(row.secret).open(phone.number_sealed)),
    contacts: await count('person_contact'),
    family: await count('family_member'),
    affiliations: await affiliationsToday(ctx, row),
    tags: row.tags,
    updatedAt: row.updated_at,
  }
}

/** Judges that two records are two people: searches leave the pair alone from now on. */
export async function judgeDifferent(ctx: Ctx, input: In<'judgeDifferent'>): Out<'judgeDifferent'> {
  const both = await loadBoth(ctx, [input.first, input.second], true)
  for (const row of both) ensure(row.status !== 'merged', () => alreadyMerged({ name: row.name }))
  const known = await judgementOf(ctx, both)
  if (known?.status === 'different') throw alreadyJudged({ by: known.by ?? '系统', at: known.at ?? '' })
  await judge(ctx, both, 'different')
  return { ok: true }
}
