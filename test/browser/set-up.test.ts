import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { newSetupCode } from '#modules/accounts/index.ts'
import { setupRoutes } from '#modules/accounts/setup/index.ts'
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

  test('the code of the terminal, a county of the table and an administrator make an office', async () => {
    const page = await b.visit('/set-up')
    await page.getByLabel('设置码').fill('AAAA-BBBB-CCCC')
    await page.getByLabel('输入县（市、区）名称或六位代码').fill('临邑')
    await page.getByRole('button', { name: /临邑县.*371424/ }).click()
    assert.equal(await page.getByLabel('老干部局全称').inputValue(), '中共临邑县委老干部局')
    await page.getByLabel('姓名').fill('周敏')
    await page.getByLabel('登录名').fill('zhoumin')
    await page.getByRole('textbox', { name: '密码', exact: true }).fill('Haitang-2026-kai')
    await page.getByLabel('再输入一次密码').fill('Haitang-2026-kai')
    await inspect(page)

    await page.getByRole('button', { name: '完成设置并登录' }).click()
    await page.getByRole('alert').getByText('设置码不正确').waitFor()
    assert.equal(await page.getByLabel('登录名').inputValue(), 'zhoumin')

    await page.getByLabel('设置码').fill(text)
    await page.getByRole('button', { name: '完成设置并登录' }).click()
    await page.getByRole('heading', { name: '首页' }).waitFor()
    await page.getByText('临邑县').first().waitFor()

    await page.goto(`${b.url}/places`)
    await page.getByRole('navigation', { name: '区划目录' }).getByRole('link', { name: '邢侗街道' }).waitFor()
  })

  test('an office that is set up cannot be set up again', async () => {
    const page = await b.visit('/set-up')
    await page.getByText('本系统已完成首次设置').waitFor()
    await inspect(page)
  })
})
