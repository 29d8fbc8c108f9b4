import type { Ctx } from '#platform/ctx.ts'
import { phoneDigits, sealedKeys, valuesFrom } from '../../../book/index.ts'

/** By what a person is recognised where no id points to them. */
export type Marks = { names: string[]; idNumbers: string[]; births: string[]; phones: string[]; phoneIndexes: Buffer[] }

export async function marksOf(ctx: Ctx, people: readonly string[]): Promise<Marks> {
  const { county } = ctx.actor
  const rows = await ctx.db
    .selectFrom('person')
    .selectAll()
    .where('county', '=', county)
    .where('id', 'in', people)
    .execute()
  const phones = await ctx.db
    .selectFrom('person_phone as h')
    .innerJoin('person as p', (join) => join.onRef('p.county', '=', 'h.county').onRef('p.id', '=', 'h.person_id'))
    .select(['h.number_sealed', 'h.number_index', 'h.label', 'p.secret'])
    .where('h.county', '=', county)
    .where('h.person_id', 'in', people)
    .execute()
  const own = phones.filter((phone) => phone.label === '本人')
  const values = rows.map((row) => valuesFrom(row, ctx.vault, sealedKeys))
  const texts = (key: string) => values.flatMap((one) => (typeof one[key] === 'string' ? [one[key]] : []))
  return {
    names: [...new Set([...texts('name'), ...texts('formerName')])],
    idNumbers: texts('idNumber'),
    births: texts('birthOn'),
    phones: own.map((phone) => phoneDigits(ctx.vault.of(phone.secret).open(phone.number_sealed))),
    phoneIndexes: own.map((phone) => phone.number_index),
  }
}
