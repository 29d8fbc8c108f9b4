import { auditJobs } from '#modules/accounts/index.ts'
import { verifyChain } from '#platform/audit/chain/verify.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const DAY = 24 * 60
const ROWS = 25

export const row: Row = {
  id: 'T29',
  about: {
    zh: '审计记录保存期限：到期前一条不少，到期后清除并留下记录',
    en: 'How long audit rows are kept: none goes early, late ones go and it is noted',
  },
  threshold: '0 early deletions; late ones done and logged',
  blocksMerge: false,
  run: async () => {
    const o = await office({ at: '2015-01-05T09:00:00+08:00' })
    try {
      return noneOf(await judge(o), `${ROWS} rows at +364 d and +1,096 d`)
    } finally {
      await o.close()
    }
  },
}

async function judge(o: Office): Promise<string[]> {
  const faults: string[] = []
  for (let turn = 0; turn < ROWS; turn++) await o.act(async (ctx) => ctx.note({ action: 'bell.rung' }))
  o.clock.pass(364 * DAY)
  await night(o)
  if ((await rung(o)) !== ROWS) faults.push(`${ROWS - (await rung(o))} went after 364 days`)
  o.clock.pass((1096 - 364) * DAY)
  await night(o)
  if ((await rung(o)) !== 0) faults.push(`${await rung(o)} are left after 1,096 days`)
  const notes = await asOwner<{ count: number }>(
    o.house,
    `select (detail ->> 'count')::int as count from audit_event where action = 'audit.cut'`,
  )
  if (notes.map(({ count }) => count).join() !== `${ROWS}`) faults.push(`noted: ${JSON.stringify(notes)}`)
  const { faults: broken } = await o.act((ctx) => verifyChain(ctx.db, o.county))
  faults.push(...broken.map(({ words }) => words.en))
  for (const text of ['delete from audit_event', 'truncate audit_event', 'update audit_setting set keep_days = 364'])
    if (await passes(o, text)) faults.push(`the database let pass: ${text}`)
  return faults
}

/** What the office does by itself every night. */
async function night(o: Office): Promise<void> {
  for (const job of auditJobs) await job.run(o.house, {})
}

async function rung(o: Office): Promise<number> {
  const rows = await asOwner(o.house, `select 1 from audit_event where action = 'bell.rung'`)
  return rows.length
}

async function passes(o: Office, text: string): Promise<boolean> {
  await asOwner(o.house, `insert into audit_setting values (${o.county}) on conflict do nothing`)
  return asOwner(o.house, text).then(
    () => true,
    () => false,
  )
}
