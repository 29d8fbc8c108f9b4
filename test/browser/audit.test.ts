import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as people } from '#modules/people/record/contract.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('the audit trail on screen', () => {
  let b: Bureau
  let clerk: Worker
  let auditor: Worker
  const ids: string[] = []
  before(async () => {
    b = await bureau()
    clerk = await b.office.hire({ name: '周敏' })
    auditor = await b.office.hire({ role: 'audit_administrator', name: '孙审' })
    for (const name of ['王秀英', '李志强'])
      ids.push(await b.office.act((ctx) => settle(ctx, { name, place: PLACES.guangchang })))
    for (const id of ids) await b.office.as(clerk).call(people).readPerson({ id })
    await b.office
      .as(clerk)
      .call(people)
      .readTimeline({ id: ids[0] ?? '' })
    await assert.rejects(
      b.office
        .as(auditor)
        .call(people)
        .readPerson({ id: ids[0] ?? '' }),
      { status: 403 },
    )
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the trail, one row and an incident have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/audit', { as: auditor, size, lang })
        await page.locator('td', { hasText: '周敏' }).first().waitFor()
        await inspect(page)
        await page
          .getByRole('button', { name: /查看一位干部的记录，查看详情|Read a record, show details/ })
          .first()
          .click()
        await page.getByRole('dialog').waitFor()
        await inspect(page)
        await page.goto(`${b.url}/incident`)
        await inspect(page)
        await page.goto(`${b.url}/incident?account=${clerk.id}&from=2026-03-02&until=2026-03-02`)
        await page.getByText(ids[0] ?? '').waitFor()
        await inspect(page)
      })

  test('rows are narrowed by who and by result, and the address keeps it', async () => {
    const page = await b.visit('/audit', { as: auditor })
    await page.getByLabel('结果', { exact: true }).selectOption('refused')
    await page.waitForURL(/result=refused/)
    await page.locator('td', { hasText: '成功' }).first().waitFor({ state: 'detached' })
    await page.locator('td', { hasText: '孙审' }).first().waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByLabel('操作人').selectOption(clerk.id)
    await page.waitForURL(/account=/)
    await page.locator('td', { hasText: '孙审' }).first().waitFor({ state: 'detached' })
  })

  test('the chain is verified at a click, and a session is followed from its row', async () => {
    const page = await b.visit('/audit', { as: auditor })
    await page.getByRole('button', { name: '立即核验' }).click()
    await page.getByText(/条记录首尾相连，完整/).waitFor()
    await page.getByLabel('操作人').selectOption(clerk.id)
    await page.waitForURL(/account=/)
    await page.getByRole('button', { name: /经历，查看详情/ }).click()
    await page.getByRole('link', { name: '追查这次登录' }).click()
    await page.getByText('涉及 2 人').waitFor()
    for (const id of ids) assert.equal(await page.getByText(id).count(), 1)
    assert.equal(await page.getByText('王秀英').count(), 0, 'ids only')
  })

  test('another time of keeping is asked for by the one and decided by the other', async () => {
    const security = await b.office.hire({ role: 'security_administrator', name: '吴安' })
    const page = await b.visit('/audit', { as: auditor })
    await page.getByRole('button', { name: '申请改保存期限' }).click()
    await page.getByLabel('保存天数（不少于 365 天）').fill('365')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保存|确定|提交/ })
      .click()
    await page.getByText(/孙审 .* 申请把保存期限改为 1 年/).waitFor()
    assert.equal(await page.getByRole('button', { name: '同意', exact: true }).count(), 0)
    const judge = await b.visit('/audit', { as: security, size: 'phone' })
    await judge.getByText('比现在短：').waitFor()
    await inspect(judge)
    await judge.getByRole('button', { name: /^同\s?意$/ }).click()
    await judge.locator('.ant-popconfirm').getByRole('button').last().click()
    await judge.getByText(/申请把保存期限改为/).waitFor({ state: 'detached' })
    await judge.getByText('1 年（365 天）').waitFor()
  })

  test('whoever is no auditor sees the acts of their own', async () => {
    const page = await b.visit('/audit', { as: clerk })
    await page.getByText('您自己的操作').waitFor()
    await page
      .getByRole('button', { name: /查看一位干部的记录/ })
      .first()
      .waitFor()
    assert.equal(await page.getByRole('button', { name: '导出表格（Excel）' }).count(), 0)
    assert.equal(await page.getByText('孙审').count(), 0)
  })
})
