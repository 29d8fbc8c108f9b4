import { setGatewayAside } from '#modules/messages/index.ts'
import { inheritErasures, replayErasures } from '#modules/people/index.ts'
import { verifyChain } from '#platform/audit/chain/verify.ts'
import { anchor, chainsOf, verify } from '#platform/audit/keep.ts'
import { handleOf } from '#platform/db/driver.ts'
import { type ConnectionConfig, openOwnerPool } from '#platform/db/pool.ts'
import { homePath } from '#platform/home.ts'
import type { House } from '#platform/house/house.ts'
import { countiesOf } from '#platform/house/jobs.ts'
import { newId } from '#platform/ids.ts'
import type { Bilingual } from '#platform/words.ts'
import type { Parts } from '../parts.ts'
import { type Log, withInstallation } from './installation.ts'

export async function faultsOfTrail(config: ConnectionConfig): Promise<Bilingual[]> {
  const pool = openOwnerPool(config, 1)
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ county: number }>(
      'select 0 as county union select county from county order by 1',
    )
    const faults: Bilingual[] = []
    for (const { county } of rows)
      faults.push(...(await verifyChain(handleOf(client), county)).faults.map((one) => one.words))
    return faults
  } finally {
    client.release()
    await pool.end()
  }
}

/** `homes`: those the data may have come from; whom they erased is erased here too. */
type Origin = { madeAt: string; homes: readonly string[]; isCopy: boolean }

/** Before anybody is let in: who was erased since the backup is erased again, and anchors and trail say that it was restored. Answers the trail's faults. */
export async function settleRestored(
  parts: Parts,
  at: { env: NodeJS.ProcessEnv; log: Log },
  { madeAt, homes, isCopy }: Origin,
): Promise<number> {
  inheritErasures(homes, homePath(at.env))
  return withInstallation(parts, at, async ({ house, owner }) => {
    const { replayed } = await replayErasures(house)
    if (replayed)
      at.log(
        `备份之后被删除的 ${replayed} 人已再次删除。 ${replayed} people erased since the backup were erased again.`,
      )
    if (isCopy) await silence(house, at.log)
    await owner.query(
      `insert into backup_run (id, kind, status, ended_at, note_zh, note_en) values ($1, 'restore', 'done', now(), $2, $3)`,
      [newId(), `恢复到 ${madeAt}`, `restored to ${madeAt}`],
    )
    await anchor(house, { daily: false, resumes: `恢复到 ${madeAt}` })
    return noteAndVerify(house, { madeAt, log: at.log })
  })
}

/** Two houses with one gateway would tell people everything twice, and out of a day that is past. */
async function silence(house: House, log: Log): Promise<void> {
  for (const county of await countiesOf(house)) {
    const had = await house.act({ system: county }, { readOnly: false }, setGatewayAside)
    if (had)
      log(
        `${county}：这是副本，短信网关已停用；安全管理员在“核准短信网关”同意后才会发出。 ${county}: this is a copy, its gateway of text messages is off until the security administrator approves it again.`,
      )
  }
}

async function noteAndVerify(house: House, { madeAt, log }: { madeAt: string; log: Log }): Promise<number> {
  let found = 0
  for (const county of await chainsOf(house)) {
    if (county !== 0)
      await house.act({ system: county }, { readOnly: false }, async (ctx) =>
        ctx.note({ action: 'backups.restored', detail: { madeAt } }),
      )
    const { rows, faults } = await verify(house, county)
    found += faults.length
    for (const { words } of faults) log(`✗ ${words.zh}\n  ${words.en}`)
    if (county !== 0 && !faults.length)
      log(`审计链完整：${county}，${rows} 行。 The audit trail of ${county} is whole: ${rows} rows.`)
  }
  return found
}
