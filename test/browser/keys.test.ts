import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { after, before, suite } from 'node:test'
import { keyJobs } from '#modules/operations/index.ts'
import { spellings } from '#modules/people/index.ts'
import { openKeys } from '#platform/home.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Worker } from '#test/office.ts'
import { type Afterwards, trialHome } from '#test/trial-home.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('keys on screen', () => {
  const undo: (() => void | Promise<void>)[] = []
  const afterwards: Afterwards = {
    after: (one) => {
      undo.push(one)
    },
  }
  let b: Bureau
  let system: Worker
  const run = async (task: string, payload: Record<string, unknown>) =>
    keyJobs(spellings)
      .find((job) => job.task === task)
      ?.run(b.office.house, payload)
  before(async () => {
    const home = trialHome(afterwards)
    mkdirSync(join(home, 'keys'))
    b = await bureau({ keys: await openKeys(home) })
    system = await b.office.hire({ role: 'system_administrator', name: '陈洁' })
  })
  after(async () => {
    await b.close()
    for (const one of undo) await one()
  })

  test('a change is asked for in a dialog, shown while it goes on, and told when it is done', async () => {
    const page = await b.visit('/operations/keys', { as: system })
    await page.getByText('还没有更换过').waitFor()
    await page.getByRole('button', { name: '更换密钥' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开始更换' }).click()
    await page.getByText('已开始更换密钥').waitFor()
    const jobs = await asOwner(b.office.house, `select from graphile_worker.jobs where key = 'keys.change'`)
    assert.equal(jobs.length, 1)
    await asOwner(
      b.office.house,
      `insert into key_rotation (id, purpose, started_at, total, done) values (gen_random_uuid(), 'none', now(), 18598, 7400)`,
    )
    const during = await b.visit('/operations/keys', { as: system })
    await during.getByRole('progressbar').waitFor()
    assert.ok(await during.getByRole('button', { name: '更换密钥' }).isDisabled(), 'one at a time')
    await asOwner(b.office.house, 'delete from key_rotation')
    await run('keys.change', { purpose: 'data', profile: 'aes', by: '陈洁' })
    const done = await b.visit('/operations/keys', { as: system })
    await done.getByText('已停用').first().waitFor()
    assert.ok(await done.getByRole('button', { name: '更换密钥' }).isEnabled())
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`page and dialogs have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/operations/keys', { as: system, size, lang })
        await page.getByRole('heading', { level: 2 }).first().waitFor()
        await inspect(page)
        await page.getByRole('button', { name: lang === 'zh' ? '更换密钥' : 'Change a key' }).click()
        await page.getByRole('dialog').waitFor()
        await inspect(page)
      })

  test('a retired key is destroyed for a reason, and then opens nothing', async () => {
    const page = await b.visit('/operations/keys', { as: system })
    await page.getByRole('button', { name: /销\s?毁/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /销\s?毁/ }).click()
    await dialog.getByText('请填写').first().waitFor()
    await dialog.getByLabel('原因').fill('旧备份已过保存期')
    await dialog.getByRole('button', { name: /销\s?毁/ }).click()
    await page.getByText('已交办销毁').waitFor()
    await run('keys.destroy', { id: 1, note: '陈洁：旧备份已过保存期' })
    const gone = await b.visit('/operations/keys', { as: system })
    await gone.getByText('已销毁').first().waitFor()
    assert.equal(await gone.getByRole('button', { name: /销\s?毁/ }).count(), 0)
  })
})
