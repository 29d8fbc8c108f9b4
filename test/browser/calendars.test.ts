import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import type { Locator } from 'playwright-core'
import { contract as access } from '#modules/accounts/elder-access/contract.ts'
import { contract as groups } from '#modules/activities/groups/contract.ts'
import { contract as teams } from '#modules/volunteering/teams/contract.ts'
import { planned } from '#test/office/desks/gatherings.ts'
import { groupOf } from '#test/office/desks/group.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect, takeAMoment } from './browser.ts'

suite('calendars given out', () => {
  let b: Bureau
  let clerk: Worker
  let person: string
  let group: string
  let team: string
  before(async () => {
    b = await bureau({ at: '2026-03-01T08:00:00+08:00' })
    clerk = await b.office.hire({ role: 'community_worker', place: PLACES.guangchang })
    await planned(b.office, clerk, { title: '春季健步走' })
    person = await b.office.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
    group = (await b.office.as(clerk).call(groups).foundGroup(groupOf())).id
    const founded = { kind: 'team', name: '银龄护河队', placeCode: PLACES.guangchang, foundedOn: '2024-01-01' } as const
    team = (await b.office.as(clerk).call(teams).foundTeam(founded)).teamId
  })
  after(() => b.close())

  const read = (address: string) => fetch(`${b.url}${new URL(address).pathname}`)
  const addressIn = (part: Locator, name: string) => part.getByRole('textbox', { name }).inputValue()

  test('the calendar of a community goes to a telephone by its code, is known by where it hangs, and is stopped at once', async () => {
    const page = await b.visit(`/calendar?under=${PLACES.guangchang}`, { as: clerk })
    await page.getByRole('button', { name: '手机日历订阅' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: '“广场社区”的日历' }).waitFor()
    await dialog.getByLabel('用在哪里（选填）').fill('居民群')
    await dialog.getByRole('button', { name: '生成地址' }).click()
    await dialog.getByRole('img', { name: '日历地址的二维码' }).waitFor()
    const address = await addressIn(dialog, '日历地址')
    const calendar = await read(address)
    assert.match(calendar.headers.get('content-type') ?? '', /^text\/calendar/)
    assert.match(await calendar.text(), /SUMMARY:春季健步走/)
    await dialog.getByText('居民群').waitFor()
    await dialog.getByRole('button', { name: '停用' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click()
    await dialog.getByText('还没有给出过地址。').waitFor()
    assert.equal((await read(address)).status, 404)
    assert.equal(await dialog.getByRole('img', { name: '日历地址的二维码' }).count(), 0)
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`what is looked at is what is given out: a person, a group, a team (${size}, ${lang})`, async () => {
        const page = await b.visit('/calendar', { as: clerk, size, lang })
        const act = lang === 'zh' ? '手机日历订阅' : /^Calendar on (my|a) phone$/
        const make = lang === 'zh' ? '生成地址' : 'Make an address'
        for (const path of [`/calendar?personId=${person}`, `/calendar?groupId=${group}`, `/teams/${team}`]) {
          await page.goto(`${b.url}${path}`)
          await page.getByRole('button', { name: act }).click()
          const dialog = page.getByRole('dialog')
          await dialog.getByRole('button', { name: make, exact: true }).click()
          await dialog.getByRole('img', { name: lang === 'zh' ? '日历地址的二维码' : /^QR code/ }).waitFor()
          await inspect(page)
        }
        await page.goto(`${b.url}/people/${person}?tab=gatherings`)
        await page.getByRole('button', { name: make, exact: true }).waitFor()
        await inspect(page)
      })

  test('an elder puts their own calendar on a telephone, and takes it back after a second thought', async () => {
    const worker = await b.office.hire()
    const card = await b.office.as(worker).call(access).openAccess({ id: person })
    const page = await b.visit('/elder', { size: 'phone' })
    await page.getByRole('button', { name: '用社区发的卡片' }).click()
    await page.getByLabel('卡号').fill(card.number)
    await page.getByLabel('密码').fill(card.code)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('link', { name: '我的活动' }).click()
    await page.getByRole('link', { name: '把日历放进手机' }).click()
    await takeAMoment(page)
    await page.getByRole('button', { name: '放进手机' }).click()
    await page.getByRole('img', { name: '日历的二维码' }).waitFor()
    await inspect(page)
    const link = (await page.getByRole('link', { name: '放进这部手机' }).getAttribute('href')) ?? ''
    assert.match(link, /^webcal:\/\/127\.0\.0\.1:\d+\/api\/calendars\/[0-9a-f]{64}$/)
    const address = link.replace('webcal', 'http')
    assert.match(await (await read(address)).text(), /X-WR-CALNAME:我的活动/)
    const own = page.getByRole('listitem').filter({ hasText: '本人放的' })
    await own.getByRole('button', { name: '停用', exact: true }).click()
    await own.getByText('停用后，那部手机马上看不到这个日历。要停用吗？').waitFor()
    await inspect(page)
    await takeAMoment(page)
    await own.getByRole('button', { name: '停用', exact: true }).click()
    await page.getByText('已经停用。要用时再放一次。').waitFor()
    assert.equal((await read(address)).status, 404)
    assert.equal(await page.getByRole('img', { name: '日历的二维码' }).count(), 0)
  })

  test('what is on at this hour stands on top of the calendar, one press from its sheet', async () => {
    const times = { startsAt: '2026-03-01T09:00:00+08:00', endsAt: '2026-03-01T11:00:00+08:00' }
    const id = await planned(b.office, clerk, { title: '晨间书画班', ...times })
    b.office.clock.set(new Date('2026-03-01T10:00:00+08:00'))
    for (const size of everySize) {
      const page = await b.visit('/calendar', { as: clerk, size })
      await page.getByRole('link', { name: '登记考勤：晨间书画班' }).waitFor()
      await inspect(page)
      await page.getByRole('link', { name: '登记考勤：晨间书画班' }).click()
      await page.waitForURL(`${b.url}/gatherings/${id}/sheet`)
      await page.getByRole('heading', { level: 1, name: '晨间书画班' }).waitFor()
    }
  })
})
