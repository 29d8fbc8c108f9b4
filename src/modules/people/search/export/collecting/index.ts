import { type FileAnswer, rowId } from '#platform/contract.ts'
import type { House } from '#platform/house/house.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { fetchExport } from '../service.ts'

const terminal = { address: null, site: null, agent: 'sangyu export', session: 'keep' } as const

/** At the machine, as to the one who asked: the same file, once, within its day. Whoever keeps the machine adds nothing to what two people decided. */
export async function collectExport(house: House, county: number, id: string): Promise<FileAnswer> {
  ensure(rowId.safeParse(id).success, notFound)
  const row = await house.act({ system: county }, { readOnly: true }, (ctx) =>
    ctx.db
      .selectFrom('people_export')
      .select('requested_by')
      .where('county', '=', county)
      .where('id', '=', id)
      .where('status', '<>', 'at_once')
      .executeTakeFirst(),
  )
  ensure(row, notFound)
  const who = { account: row.requested_by, county }
  return house.act(who, { readOnly: false, call: { ...terminal } }, (ctx) => fetchExport(ctx, { id }))
}
