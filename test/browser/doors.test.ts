import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { gzipSync } from 'node:zlib'
import { oneTimePassword, registerAccount } from '#modules/accounts/index.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('the door of the office', () => {
  let b: Bureau
  before(async () => {
    b = await bureau()
  })
  after(() => b.close())

  /** Somebody whose password was handed over and must be changed, as in the demonstration. */
  const newcomer = async (login: string) => {
    const password = oneTimePassword()
    await b.office.act((ctx) => registerAccount(ctx, { login, name: '刘洋', password, mustChange: true }))
    return { login, password }
  }

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`the sign-in page has nothing for axe to find (${size}, ${lang})`, async () => {
        const page = await b.visit('/sign-in', { size, lang })
        await inspect(page)
      })

  test('whoever is not signed in is led to the door and afterwards to where they wanted to go', async () => {
    const { login, password } = await newcomer('liuyang')
    const page = await b.visit('/units?q=%E4%B8%80%E4%B8%AD')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    assert.match(page.url(), /sign-in\?to=/)
    await page.getByLabel('登录名').fill(login)
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '设置新密码' }).waitFor()
  })

  test('a wrong password is refused in words, and the login name stays', async () => {
    const page = await b.visit('/sign-in')
    await page.getByLabel('登录名').fill('nobody')
    await page.getByRole('textbox', { name: '密码' }).fill('Wrong-password-1')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').getByText('登录名或密码不正确').waitFor()
    assert.equal(await page.getByLabel('登录名').inputValue(), 'nobody')
    await inspect(page)
  })

  test('an empty form says what to fill in', async () => {
    const page = await b.visit('/sign-in', { lang: 'en' })
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Please fill in Login name').waitFor()
    await page.getByText('Please fill in Password').waitFor()
    await inspect(page)
  })

  test('a one-time password opens nothing but the form that replaces it', async () => {
    const { login, password } = await newcomer('chenjie')
    const page = await b.visit('/sign-in')
    await page.getByLabel('登录名').fill(login)
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '设置新密码' }).waitFor()
    await inspect(page)
    await page.goto(`${b.url}/units`)
    await page.getByRole('heading', { name: '设置新密码' }).waitFor()

    await page.getByLabel('刚才登录用的密码').fill(password)
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill('short')
    await page.getByLabel('再输入一次新密码').fill('other')
    await page.getByRole('button', { name: '设置并继续' }).click()
    await page.getByText('两次输入的新密码不一样').waitFor()
    await page.getByLabel('再输入一次新密码').fill('short')
    await page.getByRole('button', { name: '设置并继续' }).click()
    await page.getByRole('alert').getByText('新密码不够安全').waitFor()

    await page.getByRole('textbox', { name: '新密码', exact: true }).fill('Haitang-2026-kai')
    await page.getByLabel('再输入一次新密码').fill('Haitang-2026-kai')
    await page.getByRole('button', { name: '设置并继续' }).click()
    // On to where the address led before the password was asked for.
    await page.getByRole('heading', { name: '单位', exact: true }).waitFor()
  })

  test('a link that leads to another site after the sign-in is not followed', async () => {
    const page = await b.visit('/sign-in?to=//example.com/')
    const { login, password } = await newcomer('hejing')
    await page.getByLabel('登录名').fill(login)
    await page.getByRole('textbox', { name: '密码' }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '设置新密码' }).waitFor()
    assert.ok(page.url().startsWith(b.url))
  })

  test('the language is changed at the door and remembered', async () => {
    const page = await b.visit('/sign-in')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  })

  test('from the door to the home page at most 400 KB of pages travel, gzipped', async () => {
    const page = await b.visit('/sign-in')
    const bytes = new Map<string, number>()
    page.on('response', (response) => {
      const isPage = !response.url().includes('/api/')
      if (isPage)
        response.body().then(
          (body) => bytes.set(response.url(), gzipSync(body).length),
          () => undefined,
        )
    })
    await page.reload()
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    const clerk = await b.office.hire()
    await page.context().addCookies([{ name: 'sangyu', value: clerk.token, url: b.url }])
    await page.goto(b.url)
    await page.getByText('等我处理').waitFor()
    await page.waitForLoadState('networkidle')
    const total = [...bytes.values()].reduce((sum, one) => sum + one, 0) / 1024
    assert.ok(bytes.size > 3 && total <= 400, `${bytes.size} files of ${total.toFixed(0)} KB`)
  })

  test('an address that does not exist says so and leads home', async () => {
    const page = await b.visit('/no-such-page', { as: await b.office.hire() })
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    await inspect(page)
    await page.getByRole('link', { name: '回到首页' }).click()
    await page.getByRole('heading', { name: '首页' }).waitFor()
  })
})
