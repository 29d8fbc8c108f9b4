import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as identity } from '#modules/accounts/identity/contract.ts'
import { contract as policy } from '#modules/accounts/security-policy/contract.ts'
import { codeAt } from '#test/office/authenticator.ts'
import { connect } from '#test/office/identity/connect.ts'
import { employ, enrol, PASSWORD, secure } from '#test/office/securing.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

suite('signing in with a second factor', () => {
  let b: Bureau
  before(async () => {
    b = await bureau()
    await secure(b.office, { sessionsEach: 3 })
  })
  after(() => b.close())

  const atDoor = async (login: string, visit: Parameters<Bureau['visit']>[1] = {}) => {
    const page = await b.visit('/sign-in', visit)
    await page.getByLabel(/登录名|Login name/).fill(login)
    await page.getByRole('textbox', { name: /密码|Password/ }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    return page
  }

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`setting up, giving a code, changing an old password and the policy page (${size}, ${lang})`, async () => {
        const login = `zhaoli-${size}-${lang}`
        await employ(b.office, login)
        const page = await atDoor(login, { size, lang })
        await page.getByRole('heading', { name: /绑定验证器|Set up an authenticator/ }).waitFor()
        const seed = (await page.locator('code').innerText()).replaceAll(' ', '')
        await inspect(page)
        await page.getByLabel(/六位验证码|Six digits/).fill(codeAt(seed, b.office.clock.now()))
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: /保存恢复码|Keep the recovery codes/ }).waitFor()
        assert.equal(await page.getByRole('listitem').count(), 10)
        await inspect(page)
        await page.getByRole('button', { name: /我已保存|I have kept them/ }).click()
        await page.getByRole('heading', { name: /首页|Home/ }).waitFor()
        await page.goto(`${b.url}/settings`)
        await page.getByText(/恢复码还剩 10 个|10 recovery codes left/).waitFor()
        await inspect(page)

        const again = await atDoor(login, { size, lang })
        await again.getByRole('heading', { name: /第二步|Second step/ }).waitFor()
        await inspect(again)

        const security = await b.office.hire({ role: 'security_administrator' })
        const policyPage = await b.visit('/security-policy', { as: security, size, lang })
        await policyPage.getByText(/(您现在的地址：|Your address now: )127/).waitFor()
        await policyPage.getByText(/没有接入统一身份认证|No unified identity is connected/).waitFor()
        await inspect(policyPage)
      })

  test('a wrong code is refused in words, a recovery code lets in, and whoever wanted a page gets it', async () => {
    const { recoveryCodes } = await enrol(b.office, await employ(b.office, 'qianwei'))
    const page = await b.visit('/units?q=x')
    await page.getByLabel('登录名').fill('qianwei')
    await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByLabel('六位验证码').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('验证码不正确，或已经用过').waitFor()
    await page.getByRole('button', { name: '手机不在身边？用恢复码' }).click()
    await page.getByLabel('恢复码').fill(recoveryCodes[0] ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '单位' }).waitFor()
    assert.match(page.url(), /units\?q=x/)
    await page.goto(`${b.url}/second-factor`)
    await page.getByRole('heading', { name: '首页' }).waitFor()
  })

  test('what needs a proof asks for it over the page and then goes through', async () => {
    const security = await b.office.hire({ role: 'security_administrator' })
    await b.office.act((ctx) =>
      ctx.db.updateTable('session').set({ proven_at: null }).where('account_id', '=', security.id).execute(),
    )
    const page = await b.visit('/security-policy', { as: security })
    await page.getByLabel('连续输错几次锁定账号').fill('4')
    await page.getByRole('button', { name: '保存策略' }).click()
    const dialog = page.getByRole('dialog', { name: '请确认是您本人' })
    await dialog.getByLabel('密码').fill('wrong')
    await dialog.getByRole('button', { name: '确认' }).click()
    await dialog.getByRole('alert').getByText('密码或验证码不正确').waitFor()
    await inspect(page)
    await dialog.getByRole('button', { name: '取消' }).click()
    await page.getByRole('alert').getByText('需要再次确认是您本人').waitFor()
    const kept = await b.office.as(security).call(policy).showPolicy()
    assert.equal(kept.wrongTries, 5)
  })

  test('a figure below the floor and a network without oneself are refused in words', async () => {
    const security = await b.office.hire({ role: 'security_administrator' })
    const page = await b.visit('/security-policy', { as: security })
    await page.getByLabel('密码最短长度（字符）').fill('7')
    await page.getByRole('button', { name: '保存策略' }).click()
    await page.getByText('请填 8 到 64 之间的整数').waitFor()
    await page.getByLabel('密码最短长度（字符）').fill('12')
    await page.getByLabel('全体工作人员').fill('10.9.0.0/16')
    await page.getByRole('button', { name: '保存策略' }).click()
    await page.getByRole('alert').getByText('您自己也无法登录').waitFor()
    await inspect(page)
  })

  test('a unified identity is asked for on one page and approved on another, on a telephone too', async () => {
    const system = await b.office.hire({ role: 'system_administrator' })
    const security = await b.office.hire({ role: 'security_administrator' })
    const page = await b.visit('/identity-provider', { as: system, size: 'phone' })
    await page.getByRole('button', { name: '接入统一身份认证' }).click()
    await page.getByLabel('名称').fill('县统一身份')
    await page.getByLabel('认证服务地址（issuer）').fill('https://sso.invalid')
    await page.getByLabel('客户端编号（client_id）').fill('x')
    await page.getByLabel('客户端密钥（client_secret）').fill('y')
    await page.getByRole('button', { name: '提交安全管理员核准' }).click()
    await page.getByText('待核准的接入').waitFor()
    await inspect(page)
    const judge = await b.visit('/security-policy', { as: security, size: 'phone' })
    await judge.getByText('https://sso.invalid').waitFor()
    await inspect(judge)
    await judge.getByRole('button', { name: '同意启用' }).click()
    await judge.locator('.ant-popconfirm').getByRole('button').last().click()
    await judge.getByRole('button', { name: '停用' }).waitFor()
    await b.office.as(security).call(identity).dropProvider()
  })

  test('the unified identity has its button, and a return that nobody asked for is refused in words', async () => {
    const security = await b.office.hire({ role: 'security_administrator' })
    const provider = { name: '县统一身份', issuer: 'https://sso.invalid', clientId: 'x', clientSecret: 'y' }
    const doors = b.office.as(security).call(identity)
    const system = await b.office.hire({ role: 'system_administrator' })
    const by = { as: b.office.as, system, security }
    await connect(by, { ...provider, ownAddress: 'https://lgb.invalid', acceptsSecondFactor: false })
    const page = await b.visit('/sign-in')
    await page.getByRole('button', { name: '用县统一身份登录' }).click()
    await page.getByRole('alert').getByText('统一身份认证暂时连接不上').waitFor()
    await inspect(page)
    await page.goto(`${b.url}/identity-return?code=x&state=y`)
    await page.getByRole('alert').getByText('统一身份认证没有通过').waitFor()
    await inspect(page)
    await doors.dropProvider()
  })
})
