import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { newId } from '#platform/ids.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

type Done = { kind: string; status: string; daysAgo: number; note: string }

suite('backups on screen', () => {
  let b: Bureau
  let system: Worker
  const write = ({ kind, status, daysAgo, note }: Done) =>
    asOwner(
      b.office.house,
      `insert into backup_run (id, kind, status, started_at, ended_at, file, bytes, row_count, note_zh, note_en, asked_by)
       values ($1, $2, $3, $4::timestamptz - $5 * interval '1 day', $4::timestamptz - $5 * interval '1 day', 'sangyu-20260301-023000.sangyu', 2328338, 32045, $6, $6, '陈洁')`,
      [newId(), kind, status, b.office.clock.now().toISOString(), daysAgo, note],
    )
  before(async () => {
    b = await bureau()
    system = await b.office.hire({ role: 'system_administrator', name: '陈洁' })
  })
  after(() => b.close())

  test('before the first backup the page says what is missing and what to do', async () => {
    const page = await b.visit('/operations/backups', { as: system })
    await page.getByText('还没有备份过：服务器一坏').waitFor()
    assert.ok(await page.getByRole('button', { name: '演练恢复' }).isDisabled(), 'nothing to try yet')
    await page.getByRole('button', { name: '立即备份' }).click()
    await page.getByText('备份已开始').waitFor()
    const jobs = await asOwner<{ key: string }>(
      b.office.house,
      `select key from graphile_worker.jobs where key = 'backups.make'`,
    )
    assert.equal(jobs.length, 1)
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the page has nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/operations/backups', { as: system, size, lang })
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        await inspect(page)
      })

  test('a proven restore is good for thirty-five days and red afterwards', async () => {
    await write({ kind: 'backup', status: 'done', daysAgo: 0.5, note: '已备份并从头核对' })
    await write({ kind: 'drill', status: 'done', daysAgo: 12, note: '已恢复到临时库并逐表核对一致：41 张表' })
    await write({ kind: 'backup', status: 'failed', daysAgo: 1.5, note: '空间不够' })
    const page = await b.visit('/operations/backups', { as: system })
    await page.getByText('12 天前').waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
    b.office.clock.pass(24 * 24 * 60)
    const later = await b.visit('/operations/backups', { as: system })
    await later.getByText('36 天前').waitFor()
    await later.getByRole('alert').getByText('超过 35 天没有成功演练过恢复').waitFor()
  })

  test('how long backups stay is set within bounds', async () => {
    const page = await b.visit('/operations/backups', { as: system })
    await page.getByLabel('每份都留（天）').fill('30')
    await page.getByRole('button', { name: /^保\s*存$/ }).click()
    await page.getByText('已保存').waitFor()
    const [kept] = await asOwner(
      b.office.house,
      'select keep_days, keep_weeks, keep_months, set_by from backup_setting',
    )
    assert.deepEqual(kept, { keep_days: 30, keep_weeks: 8, keep_months: 12, set_by: '陈洁' })
  })
})
