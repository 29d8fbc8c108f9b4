import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { newSetupCode, roleWords } from '#modules/accounts/index.ts'
import { setupRoutes } from '#modules/accounts/setup/index.ts'
import { THREE } from '#test/office/newcomer.ts'
import { allParts } from '../../src/main.ts'
import { type Bureau, bureau, inspect } from './browser.ts'

suite('the first-run page', () => {
  const { text, code } = newSetupCode()
  let b: Bureau
  before(async () => {
    const isSetup = (path: string) => path === '/setup'
    const others = allParts().rooms.filter((room) => !Object.values(room.contract).some((door) => isSetup(door.path)))
    b = await bureau({ rooms: [...others, setupRoutes(code)], isSetUp: false })
  })
  after(() => b.close())

  test('an empty house leads from its door to the set-up', async () => {
    const page = await b.visit('/')
    await page.getByRole('heading', { name: '首次设置' }).waitFor()
    await inspect(page)
  })

  test('on a phone and in English it can be read as well', async () => {
    const page = await b.visit('/set-up', { size: 'phone', lang: 'en' })
    await page.getByLabel('Set-up code').waitFor()
    await inspect(page)
  })

  test('the code of the terminal, a county of the table and three people make an office', async () => {
    const page = await b.visit('/set-up')
    await page.getByLabel('设置码').fill('AAAA-BBBB-CCCC')
    await page.getByLabel('输入县（市、区）名称或六位代码').fill('临邑')
    await page.getByRole('button', { name: /临邑县.*371424/ }).click()
    assert.equal(await page.getByLabel('老干部局全称').inputValue(), '中共临邑县委老干部局')
    for (const [role, { name, login, mobile }] of Object.entries(THREE)) {
      const person = page.getByRole('group', { name: roleWords[role as keyof typeof THREE].zh }) // the keys of THREE
      await person.getByLabel('姓名').fill(name)
      await person.getByLabel('登录名').fill(login)
      await person.getByLabel('手机号').fill(mobile)
    }
    await inspect(page)

    await page.getByRole('button', { name: '完成设置，取得激活码' }).click()
    await page.getByRole('alert').getByText('设置码不正确').waitFor()

    await page.getByLabel('设置码').fill(text)
    await page.getByRole('button', { name: '完成设置，取得激活码' }).click()
    await page.getByRole('heading', { name: '设置完成' }).waitFor()
    await inspect(page)
    const codes = await page.locator('code').allInnerTexts()
    assert.equal(new Set(codes).size, 3)

    await page.getByRole('link', { name: '用激活码设置密码' }).click()
    await page.getByLabel('登录名').fill('wangjing')
    await page.getByLabel('激活码').fill(codes[0] ?? '')
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill('Haitang-2026-kai')
    await page.getByLabel('再输入一次新密码').fill('Haitang-2026-kai')
    await inspect(page)
    await page.getByRole('button', { name: '设置并继续' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
  })

  test('an office that is set up cannot be set up again', async () => {
    const page = await b.visit('/set-up')
    await page.getByText('本系统已完成首次设置').waitFor()
    await inspect(page)
  })
})
