import type { House } from '../house/house.ts'
import { countiesOf, type Job } from '../house/jobs.ts'
import { type CodedTable, findBroken } from './codes.ts'

/** So many ids of a table are told; whoever needs more asks `sangyu doctor`. */
const TOLD = 20

export type Found = { rows: number; faults: number; broken: Record<string, string[]> }

/** Checks every code of a county, and leaves what it found where the administrators see it. */
async function checkCounty(house: House, county: number, tables: readonly CodedTable[]): Promise<Found> {
  const { owner, vault } = house
  const found: Found = { rows: 0, faults: 0, broken: {} }
  if (!owner) return found
  for (const coded of tables) {
    const { rows, broken } = await findBroken(owner, vault, { coded, county })
    found.rows += rows
    found.faults += broken.length
    if (broken.length) found.broken[coded.table] = broken.slice(0, TOLD)
  }
  const { rows, faults, broken } = found
  await owner.query(
    `insert into integrity_check values ($1, $2, $3, $4, $5)
     on conflict (county) do update set at = excluded.at, rows = excluded.rows, faults = excluded.faults, broken = excluded.broken`,
    [county, house.clock().toISOString(), rows, faults, JSON.stringify(broken)],
  )
  await house.act({ system: county }, { readOnly: false }, async (ctx) =>
    ctx.note({ action: 'integrity.checked', result: faults ? 'failed' : 'done', detail: found }),
  )
  return found
}

/** GB/T 22239-2019 8.1.4.7: every night, all codes. */
export function integrityJob(tables: readonly CodedTable[]): Job {
  return {
    task: 'integrity.check',
    daily: { hour: 3, minute: 20 },
    run: async (house) => {
      for (const county of await countiesOf(house)) {
        const { faults } = await checkCounty(house, county, tables)
        if (faults)
          process.stderr.write(
            `${county}：${faults} 条记录与校验码不符，请运行 sangyu doctor。 ${faults} records do not stand under their codes; run sangyu doctor.\n`,
          )
      }
    },
  }
}
