import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as requests } from '#modules/accounts/requests/contract.ts'
import { PLACES } from '#test/office/county.ts'
import { admit, newMobile, settleIn, wishesOf } from '#test/office/newcomer.ts'
import { settle } from '#test/office/settle.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('accounts on screen', () => {
  let b: Bureau
  let system: Worker
  let security: Worker
  let audit: Worker
  const open = async (login: string, name: string) => {
    const newcomer = await admit(b.office, { system, security }, { login, name })
    await settleIn(b.office, newcomer)
    return newcomer.id
  }
  before(async () => {
    b = await bureau()
    system = await b.office.hire({ role: 'system_administrator', name: '陈洁' })
    security = await b.office.hire({ role: 'security_administrator', name: '周敏' })
    audit = await b.office.hire({ role: 'audit_administrator', name: '苗立' })
    await open('zhangmin', '张敏')
    await b.office
      .as(system)
      .call(requests)
      .requestAccount(wishesOf({ login: 'wanghua', name: '王华' }))
    await b.office.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the pages of the security administrator have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/accounts', { as: security, size, lang })
        await inspect(page)
        await page.getByRole('button', { name: /管理张敏的账号|Manage the account of 张敏/ }).click()
        await page
          .getByRole('dialog')
          .getByText(/长期|for good/)
          .waitFor()
        await inspect(page)
        await page.getByRole('link', { name: /预览能看到什么|Preview what it sees/ }).click()
        await page.getByRole('heading', { level: 1, name: /张敏/ }).waitFor()
        await inspect(page)
        for (const path of ['/', '/account-requests', '/grants', '/roles', '/settings']) {
          await page.goto(b.url + path)
          await inspect(page)
        }
      })

  test('one asks and sees it wait, the other is told at home and hands over the code', async () => {
    const page = await b.visit('/account-requests', { as: system })
    await page.getByRole('button', { name: '申请开设账号' }).click()
    const form = page.getByRole('dialog', { name: '申请开设账号' })
    await form.getByLabel('姓名').fill('刘洋')
    await form.getByLabel('登录名').fill('zhangmin')
    await form.getByLabel('手机号').fill(newMobile())
    await form.getByLabel('申请理由').fill('新到岗')
    await form.getByRole('combobox', { name: '地点范围' }).fill('广场')
    await page.getByTitle('广场社区（邢侗街道）').click()
    await page.keyboard.press('Escape')
    await form.getByRole('button', { name: '申请开设账号' }).click()
    await form.getByRole('alert').getByText('登录名“zhangmin”已被使用').waitFor()
    await form.getByLabel('登录名').fill('liuyang')
    await inspect(page)
    await form.getByRole('button', { name: '申请开设账号' }).click()
    const mine = page.getByRole('listitem').filter({ hasText: '刘洋' })
    await mine.getByText('社区工作者 · 广场社区').waitFor()
    assert.equal(await mine.getByRole('button', { name: '同意' }).count(), 0)

    const desk = await b.visit('/', { as: security })
    await desk.getByRole('link', { name: /账号申请待审批/ }).click()
    const waiting = desk.getByRole('listitem').filter({ hasText: '刘洋' })
    await waiting.getByRole('button', { name: '同意' }).click()
    await desk.getByRole('button', { name: '确定' }).click()
    const slip = desk.getByRole('dialog', { name: '把激活码交给本人' })
    const code = await slip.locator('code').innerText()
    await inspect(desk)
    await slip.getByRole('button', { name: '复制' }).click()
    assert.equal(await desk.evaluate('navigator.clipboard.readText()'), `liuyang ${code}`)
    await slip.getByRole('button', { name: '关闭' }).last().click()
    assert.equal(await desk.getByText(code).count(), 0)
  })

  test('a request is sent back with its reason, which the asker reads', async () => {
    await b.office
      .as(system)
      .call(requests)
      .requestAccount(wishesOf({ login: 'hejing', name: '何静' }))
    const page = await b.visit('/account-requests', { as: security })
    await page.getByRole('listitem').filter({ hasText: '何静' }).getByRole('button', { name: '退回' }).click()
    const form = page.getByRole('dialog', { name: '退回何静的申请：开设账号' })
    await form.getByLabel('退回理由').fill('岗位已有人')
    await inspect(page)
    await form.getByRole('button', { name: '退回' }).click()
    await form.waitFor({ state: 'detached' })
    const asker = await b.visit('/account-requests?state=decided', { as: system })
    await asker.getByText('岗位已有人').waitFor()
  })

  test('a unit liaison is granted a unit, and a role that does not fit the area is refused in words', async () => {
    const id = await open('wangli', '王丽')
    const page = await b.visit(`/accounts?account=${id}`, { as: security })
    await page.getByRole('dialog', { name: '王丽' }).getByRole('button', { name: '授权', exact: true }).click()
    const form = page.getByRole('dialog', { name: '给王丽授权' })
    await form.getByLabel('角色').selectOption('unit_liaison')
    assert.equal(await form.getByLabel('范围种类').inputValue(), 'unit')
    await form.getByLabel('单位范围').fill('老干部局')
    await page.getByTitle('中共临邑县委老干部局').click()
    await form.getByRole('button', { name: '授权', exact: true }).click()
    await form.getByRole('alert').getByText('一个账号同期只担任一种角色').waitFor()
    await form.getByLabel('角色').selectOption('audit_administrator')
    await form.getByRole('button', { name: '授权', exact: true }).click()
    await form
      .getByRole('alert')
      .getByText(/三员分立|同期已是/)
      .waitFor()
  })

  test('a grant is revoked at once and stays in the history with who took it', async () => {
    const id = await open('lihua', '李华')
    const page = await b.visit(`/accounts?account=${id}`, { as: security })
    const drawer = page.getByRole('dialog', { name: '李华' })
    await drawer.getByRole('button', { name: '收回广场社区的社区工作者' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await drawer.getByText('周敏于 2026-03-02 收回').waitFor()
  })

  test('another code is asked for by one and given by another, who is asked who they are first', async () => {
    const id = await open('sunjing', '孙静')
    const asking = await b.visit(`/accounts?account=${id}`, { as: system })
    await asking.getByRole('dialog', { name: '孙静' }).getByRole('button', { name: '申请重发激活码' }).click()
    const wish = asking.getByRole('dialog', { name: '申请重发激活码：孙静' })
    await wish.getByLabel('申请理由').fill('忘记密码')
    await inspect(asking)
    await wish.getByRole('button', { name: '提交申请' }).click()
    await asking.getByText('申请已提交').waitFor()

    const page = await b.visit('/account-requests', { as: security })
    const line = page.getByRole('listitem').filter({ hasText: '孙静' })
    await line.getByText('重发激活码').waitFor()
    await inspect(page)
    await line.getByRole('button', { name: '同意' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('dialog', { name: '把激活码交给本人' }).getByText('sunjing').waitFor()

    const desk = await b.visit(`/accounts?account=${id}`, { as: system })
    await desk.getByRole('dialog', { name: '孙静' }).getByRole('button', { name: '注销账号' }).click()
    const form = desk.getByRole('dialog', { name: '注销孙静的账号' })
    await form.getByLabel('注销原因').selectOption('moved')
    await inspect(desk)
    await form.getByRole('button', { name: '注销账号' }).click()
    await desk.getByRole('dialog', { name: '孙静' }).getByText('调岗').waitFor()
  })

  test('nobody is offered to grant to, close or renew themselves', async () => {
    for (const worker of [security, system]) {
      const page = await b.visit(`/accounts?account=${worker.id}`, { as: worker })
      const drawer = page.getByRole('dialog', { name: worker.name })
      await drawer.getByText(worker.login).waitFor()
      assert.equal(await drawer.getByRole('button', { name: /授权|重发|注销/ }).count(), 0)
    }
  })

  test('the table of roles says what the server asks, and is saved as a workbook', async () => {
    const page = await b.visit('/roles', { as: audit })
    const row = page.getByRole('row', { name: /合并重复记录/ })
    const cells = await row.getByRole('cell').allInnerTexts()
    const may = cells.map((cell) => !cell.includes('不可以'))
    assert.deepEqual(
      may,
      cells.map((_cell, at) => at === 3),
    )
    assert.equal(cells.length, 11)
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出表格' }).click()
    assert.equal((await saving).suggestedFilename(), '角色权限表-2026-03-02.xlsx')
  })

  test('a preview shows numbers and menus, and no name of anybody', async () => {
    const id = await open('zhaolei', '赵磊')
    const page = await b.visit(`/accounts/${id}/preview`, { as: security })
    await page.getByRole('row', { name: '广场社区 1 人' }).waitFor()
    await page.getByText('干部信息、').first().waitFor()
    assert.equal(await page.getByText('王秀英').count(), 0)
  })

  test('my password is changed after the old one, and other devices are shown the door', async () => {
    const page = await b.visit('/settings', { as: audit })
    await page.getByLabel('原密码').fill('Wrong-password-1')
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill('Haitang-2026-kai')
    await page.getByLabel('再输入一次新密码').fill('Haitang-2026-kai')
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByRole('alert').getByText('原密码不正确').waitFor()
    await page.getByText('本机').waitFor()
  })

  test('my language is kept with my account', async () => {
    const worker = await b.office.hire({ role: 'reader' })
    const page = await b.visit('/settings', { as: worker })
    await page.getByLabel('English').check()
    await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor()
    await page.getByText('Your account keeps this language').waitFor()
    await page.evaluate('localStorage.clear()')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor()
  })
})
