import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as shifts } from '#modules/volunteering/shifts/contract.ts'
import { contract as turns } from '#modules/volunteering/shifts/turns/contract.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { newVolunteer } from '#test/shift-desk.ts'
import { type Bureau, bureau, everySize, inspect } from './browser.ts'

const VISIT = {
  title: '看望独居老人',
  task: 'company',
  placeCode: PLACES.guangchang,
  startsAt: '2026-03-10T09:00:00+08:00',
  endsAt: '2026-03-10T11:00:00+08:00',
  capacity: 2,
} as const

suite('a published shift', () => {
  let b: Bureau
  let clerk: Worker
  let person: string
  const desk = () => b.office.as(clerk).call(shifts)
  const publish = async (more: Partial<Parameters<ReturnType<typeof desk>['publishShift']>[0]> = {}) => {
    const { ids } = await desk().publishShift({ ...VISIT, ...more })
    return ids
  }
  const claim = (id: string) => b.office.as(clerk).call(turns).claimTurn({ id, personId: person })
  before(async () => {
    b = await bureau({ at: '2026-03-02T09:00:00+08:00' })
    clerk = await b.office.hire({ role: 'community_worker', place: PLACES.guangchang })
    person = await newVolunteer(b.office, 1)
  })
  after(() => b.close())

  test('is changed by keyboard: whose turn would end is named before, and ends with the saving', async () => {
    const [id = ''] = await publish()
    await claim(id)
    const moved = { startsAt: '2026-03-11T14:00:00+08:00', endsAt: '2026-03-11T16:00:00+08:00' }
    const [other = ''] = await publish({ ...moved, title: '小区巡逻', task: 'patrol' })
    await claim(other)
    const page = await b.visit(`/shifts/${id}`, { as: clerk })
    await page.getByRole('button', { name: '修改', exact: true }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('日期').fill('2026-03-11')
    await dialog.getByLabel('开始').fill('14:30')
    await dialog.getByLabel('结束').fill('16:00')
    await dialog.getByLabel('结束').press('Enter')
    await dialog.getByText(/赵1 · .*这一班的认领将取消（同一时间有“小区巡逻”）/).waitFor()
    assert.equal((await desk().readShift({ id })).version, 1, 'nothing is saved yet')
    await inspect(page)
    await dialog.getByLabel('结束').press('Enter')
    await page.getByText('班次已修改').waitFor()
    await page.getByText(/2026-03-11 14:30–16:00/).waitFor()
    const { turns: held, taken } = await desk().readShift({ id })
    assert.deepEqual([held[0]?.status, taken], ['cancelled', 0])
  })

  test('of a series is moved with the following ones on a phone, and called off from one on', async () => {
    const week = { startsAt: '2026-04-07T09:00:00+08:00', endsAt: '2026-04-07T11:00:00+08:00' }
    await publish({ ...week, title: '周二送餐', repeat: { every: 'week', times: 3 } })
    const { items } = await desk().listShifts({ q: '周二送餐' })
    const [first = '', second = '', third = ''] = items.map(({ id }) => id)
    await claim(third)
    const page = await b.visit(`/shifts/${second}`, { as: clerk, size: 'phone' })
    await page.getByRole('button', { name: '修改', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('这次办理到哪几场').selectOption('following')
    await dialog.getByLabel('开始').fill('10:00')
    await dialog.getByLabel('结束').fill('12:00')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('班次已修改').waitFor()
    const starts = await Promise.all([first, second, third].map((id) => desk().readShift({ id })))
    assert.deepEqual(
      starts.map(({ startsAt, taken }) => [startsAt.slice(5, 16), taken]),
      [
        ['04-07T01:00', 0],
        ['04-14T02:00', 0],
        ['04-21T02:00', 1],
      ],
    )
    await page.getByRole('button', { name: '取消班次' }).click()
    await page.getByRole('dialog').getByLabel('这次办理到哪几场').selectOption('following')
    await page.getByRole('dialog').getByLabel('原因').fill('食堂检修')
    await page.getByRole('dialog').getByRole('button', { name: '取消班次' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal((await desk().readShift({ id: third })).status, 'cancelled')
    assert.equal((await desk().readShift({ id: first })).status, 'planned')
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`has nothing for axe to find while it is changed, and the calendar shows the way to it (${size}, ${lang})`, async () => {
        const [id = ''] = await publish({ startsAt: '2026-05-10T09:00:00+08:00', endsAt: '2026-05-10T11:00:00+08:00' })
        const { gatheringId } = await desk().readShift({ id })
        const page = await b.visit(`/gatherings/${gatheringId}`, { as: clerk, size, lang })
        await inspect(page)
        await page.getByRole('link', { name: lang === 'zh' ? '打开班次' : 'Open the shift' }).click()
        await page.getByRole('button', { name: lang === 'zh' ? '修改' : 'Change', exact: true }).click()
        await page.getByRole('dialog').waitFor()
        await inspect(page)
      })
})
