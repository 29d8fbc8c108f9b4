import { sql } from 'kysely'
import type { Output } from '#platform/contract.ts'
import type { House } from '#platform/house/house.ts'
import type { Visitor } from '../../../door/judged.ts'
import type { contract } from '../contract.ts'

type Doorway = Output<typeof contract.readDoorway>['items'][number]

/** Whom somebody at a closed door can ring, and whether a code can reach a telephone at all. Nothing else of a county is told to strangers. */
export function newReadDoorway(house: House) {
  return async (_asked: unknown, { call }: Visitor): Promise<Output<typeof contract.readDoorway>> => {
    const counties = await house.act('nobody', { readOnly: true, call }, (ctx) =>
      ctx.db.selectFrom('county').select('county').orderBy('county').execute(),
    )
    const items: Doorway[] = []
    for (const { county } of counties)
      items.push(
        ...(await house.act({ system: county }, { readOnly: true, call }, async (ctx) => {
          const { rows } = await sql<Doorway>`
            select c.name, nullif(c.settings ->> 'bureauPhone', '') as phone,
                   exists (select from sms_gateway g where g.county = c.county) as "sendsCodes"
              from county c where c.county = ${county}`.execute(ctx.db)
          return rows
        })),
      )
    return { items }
  }
}
