import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as accounts } from '#modules/accounts/contract.ts'
import { contract as grants } from '#modules/accounts/grants/contract.ts'
import { PLACES } from '#test/office/county.ts'
import type { Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('accounts on screen', () => {
  let b: Bureau
  let administrator: Worker
  let system: Worker
  const open = async (login: string, name: string) => {
    const { id } = await b.office.as(system).call(accounts).openAccount({ login, name })
    await b.office.as(administrator).call(grants).grantRole({ id, role: 'community_worker', place: PLACES.guangchang })
    return id
  }
  before(async () => {
    b = await bureau()
    administrator = await b.office.hire({ role: 'security_administrator', name: '周敏' })
    system = await b.office.hire({ role: 'system_administrator', name: '陈洁' })
    await open('zhangmin', '张敏')
  })
  after(() => b.close())

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`accounts, one account, roles and settings have nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/accounts', { as: administrator, size, lang })
        await inspect(page)
        await page.getByRole('button', { name: /管理张敏的账号|Manage the account of 张敏/ }).click()
        await page
          .getByRole('dialog')
          .getByText(/长期|for good/)
          .waitFor()
        await inspect(page)
        for (const path of ['/roles', '/settings']) {
          await page.goto(b.url + path)
          await inspect(page)
        }
      })

  test('an account is opened, its password shown once, and a role granted', async () => {
    const page = await b.visit('/accounts', { as: administrator })
    await page.getByRole('button', { name: '开设账号' }).click()
    const dialog = page.getByRole('dialog', { name: '开设账号' })
    await dialog.getByLabel('姓名').fill('刘洋')
    await dialog.getByLabel('登录名').fill('zhangmin')
    await dialog.getByRole('button', { name: '开设账号' }).click()
    await dialog.getByRole('alert').getByText('登录名“zhangmin”已被使用').waitFor()
    assert.equal(await dialog.getByLabel('姓名').inputValue(), '刘洋')
    await dialog.getByLabel('登录名').fill('liuyang')
    await dialog.getByRole('button', { name: '开设账号' }).click()

    const slip = page.getByRole('dialog', { name: '交给本人' })
    const password = await slip.locator('code').innerText()
    await inspect(page)
    await slip.getByRole('button', { name: '复制' }).click()
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), `liuyang ${password}`)
    await slip.getByRole('button', { name: '下一步：授权' }).click()
    assert.equal(await page.getByText(password).count(), 0)

    await page.getByRole('dialog', { name: '刘洋' }).getByRole('button', { name: '授权', exact: true }).click()
    const form = page.getByRole('dialog', { name: '给刘洋授权' })
    await form.getByRole('button', { name: '授权', exact: true }).click()
    await form.getByText('请选择范围').waitFor()
    await form.getByLabel('角色').selectOption('street_staff')
    await form.getByLabel('地点范围').fill('邢侗')
    await page.getByTitle('邢侗街道', { exact: true }).click()
    await inspect(page)
    await form.getByRole('button', { name: '授权', exact: true }).click()
    await page.getByRole('dialog', { name: '刘洋' }).getByText('乡镇（街道）工作人员').waitFor()
  })

  test('a unit liaison is granted a unit, and a role that does not fit the area is refused in words', async () => {
    const id = await open('wangli', '王丽')
    const page = await b.visit(`/accounts?account=${id}`, { as: administrator })
    await page.getByRole('dialog', { name: '王丽' }).getByRole('button', { name: '授权', exact: true }).click()
    const form = page.getByRole('dialog', { name: '给王丽授权' })
    await form.getByLabel('角色').selectOption('unit_liaison')
    assert.equal(await form.getByLabel('范围种类').inputValue(), 'unit')
    await form.getByLabel('单位范围').fill('老干部局')
    await page.getByTitle('中共临邑县委老干部局').click()
    await form.getByRole('button', { name: '授权', exact: true }).click()
    await form.getByRole('alert').getByText('一个账号同期只担任一种角色').waitFor()
  })

  test('a grant is revoked at once and stays in the history with who took it', async () => {
    const id = await open('lihua', '李华')
    const page = await b.visit(`/accounts?account=${id}`, { as: administrator })
    const drawer = page.getByRole('dialog', { name: '李华' })
    await drawer.getByRole('button', { name: '收回广场社区的社区工作者' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await drawer.getByText('周敏于 2026年3月2日 收回').waitFor()
  })

  test('a password is reset and an account closed only after a second question', async () => {
    const id = await open('sunjing', '孙静')
    const page = await b.visit(`/accounts?account=${id}`, { as: administrator })
    const drawer = page.getByRole('dialog', { name: '孙静' })
    await drawer.getByRole('button', { name: '重置密码' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    const slip = page.getByRole('dialog', { name: '交给本人' })
    await slip.getByText('sunjing').waitFor()
    await slip.getByRole('button', { name: '关闭' }).last().click()
    await drawer.getByRole('button', { name: '停用账号' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('账号已停用').waitFor()
    await drawer.getByText('停用', { exact: true }).waitFor()
    assert.equal(await drawer.getByRole('button', { name: '重置密码' }).count(), 0)
  })

  test('nobody is offered to close or reset themselves', async () => {
    const page = await b.visit(`/accounts?account=${administrator.id}`, { as: administrator })
    const drawer = page.getByRole('dialog', { name: '周敏' })
    await drawer.getByText(administrator.login).waitFor()
    assert.equal(await drawer.getByRole('button', { name: /授权|重置|停用/ }).count(), 0)
  })

  test('the table of roles says what the server asks', async () => {
    const page = await b.visit('/roles', { as: administrator })
    const row = page.getByRole('row', { name: /合并重复记录/ })
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), [
      '可以',
      '可以',
      '–\n不可以',
      '–\n不可以',
      '–\n不可以',
      '–\n不可以',
    ])
  })

  test('my password is changed after the old one, and other devices are shown the door', async () => {
    const page = await b.visit('/settings', { as: administrator })
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
    await page.evaluate('localStorage.clear()')
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor()
  })
})
