import assert from 'node:assert/strict'
import test, { after, before, suite } from 'node:test'
import { contract as wallets } from '#modules/volunteering/bank/contract.ts'
import { contract as counter } from '#modules/volunteering/bank/counter/contract.ts'
import { contract as settlement } from '#modules/volunteering/bank/settlement/contract.ts'
import { breaches, earned, openShop, register, type Shop } from '#test/office/bank.ts'
import { PLACES, type Worker } from '#test/office.ts'
import { type Bureau, bureau, everySize, inspect, type Size, takeAMoment } from './browser.ts'

const MONTH = '2026-03'

suite('the bank on screen', () => {
  let b: Bureau
  let shop: Shop
  let wang: string
  let code = ''
  let workers: Record<'clerk' | 'keeper' | 'checker', Worker>
  before(async () => {
    b = await bureau()
    shop = await openShop(b.office, { stock: 5, points: 10 })
    wang = (await register(b.office, ['王秀英']))[0] ?? ''
    await earned(b.office, wang, 100)
    workers = {
      clerk: await b.office.hire({ role: 'community_worker', place: PLACES.guangchang }),
      keeper: await b.office.hire({ name: '周敏' }),
      checker: await b.office.hire({ name: '吴静' }),
    }
  })
  after(() => b.close())

  const has = async () => {
    const { points, held, free } = await b.office.as(workers.clerk).call(wallets).readWallet({ personId: wang })
    return { points, held, free }
  }
  const statement = async () => (await b.office.as(workers.keeper).call(settlement).listSettlements({})).items[0]
  const atCounter = (size: Size) => b.visit('/partner', { as: shop.clerk, size })
  const openStatement = async (as: Worker) => {
    const page = await b.visit('/bank/settlements', { as })
    await page.getByRole('link', { name: '利民超市' }).click()
    await page.getByRole('heading', { level: 1, name: '利民超市 · 2026年3月' }).waitFor()
    return page
  }

  test('at the desk a clerk opens the catalogue of the account, and the code is on the screen to be handed over', async () => {
    const page = await b.visit('/bank', { as: workers.clerk, size: 'phone' })
    await page.getByRole('link', { name: '王秀英' }).click()
    await page.getByRole('button', { name: '代为兑换' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('可用 100 分').waitFor()
    await dialog.getByLabel('兑换项目').selectOption({ label: '鸡蛋一提 · 利民超市 · 10 分' })
    await dialog.getByRole('button', { name: '代为兑换' }).click()
    await page.getByRole('heading', { level: 2, name: /^\d{4} \d{4}$/ }).waitFor()
    assert.deepEqual(await has(), { points: 100, held: 10, free: 90 })
    code = await page.getByRole('heading', { level: 2, name: /^\d{4} \d{4}$/ }).innerText()
  })

  test('at the counter the code is typed on a telephone, and two quick taps hand the eggs over once', async () => {
    const page = await atCounter('phone')
    await inspect(page)
    await page.getByLabel('领取码').fill(code)
    await page.getByRole('button', { name: '查一下' }).click()
    await page.getByText('鸡蛋一提 × 1').waitFor()
    await page.getByText('王**').waitFor()
    await inspect(page)
    await page.getByRole('button', { name: '已交付，确认核销' }).dblclick()
    await page.getByRole('heading', { level: 1, name: '核销成功' }).waitFor()
    await inspect(page)
    const { count, points } = await b.office.as(shop.clerk).call(counter).readCounter({})
    assert.deepEqual([count, points, await has()], [1, 10, { points: 90, held: 0, free: 90 }])
    assert.deepEqual(await breaches(b.office), [])
  })

  test('the same code typed again is told to be used, and nothing moves', async () => {
    const page = await atCounter('phone')
    await page.getByLabel('领取码').fill(code)
    await page.getByRole('button', { name: '查一下' }).click()
    await page.getByRole('alert').waitFor()
    assert.deepEqual(await has(), { points: 90, held: 0, free: 90 })
  })

  test('the desk donates at the elder’s word and takes it back within ten minutes: where it stands it is undone', async () => {
    const held = await has()
    const page = await b.visit(`/bank/accounts/${wang}`, { as: workers.keeper })
    await page.getByRole('button', { name: '捐给公益池' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('多少分').fill('5')
    await dialog.getByRole('button', { name: '捐给公益池' }).click()
    const lately = page.getByRole('region', { name: '刚转赠、捐赠的' })
    await lately.getByText('公益池').waitFor()
    await inspect(page)
    await lately.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click()
    await lately.waitFor({ state: 'detached' })
    await page.getByText('已撤销', { exact: true }).first().waitFor()
    await page
      .getByText(/撤销转赠、捐赠/)
      .first()
      .waitFor()
    assert.deepEqual(await has(), held)
  })

  test('the month is drawn up at the office and disputed by the shop, whose words the office reads and answers', async () => {
    b.office.clock.set('2026-04-01T09:00:00+08:00')
    const office = await b.visit('/bank/settlements', { as: workers.keeper })
    await office.getByRole('button', { name: '生成结算单' }).click()
    const month = office.getByRole('dialog')
    await month.getByLabel('月份').fill(MONTH)
    await month.getByRole('button', { name: '生成结算单' }).click()
    await office.getByText('已生成 1 张').waitFor()

    const page = await atCounter('phone')
    await page.getByRole('button', { name: /^结算/ }).click()
    await inspect(page)
    await page.getByRole('button', { name: /2026/ }).click()
    await takeAMoment(page)
    await page.getByRole('button', { name: '有异议' }).click()
    await page.getByLabel('哪里不对').fill('三月二十日的一提鸡蛋没有列入')
    await inspect(page)
    await page.getByRole('button', { name: '提交异议' }).click()
    await page.getByRole('heading', { level: 1, name: /已提异议/ }).waitFor()
    assert.equal((await statement())?.status, 'disputed')

    const desk = await openStatement(workers.keeper)
    await desk.getByText('三月二十日的一提鸡蛋没有列入').waitFor()
    await desk.getByRole('button', { name: '不采纳，写明理由' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('核对情况').fill('三月二十日没有核销记录，已电话说明')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    assert.equal((await statement())?.status, 'draft')
  })

  test('answered, the shop confirms, a second person approves, and the payment stands with its voucher', async () => {
    const page = await atCounter('phone')
    await page.getByRole('button', { name: /^结算/ }).click()
    await page.getByRole('button', { name: /2026/ }).click()
    await page.getByText('三月二十日没有核销记录，已电话说明').waitFor()
    await takeAMoment(page)
    await page.getByRole('button', { name: '核对无误，确认' }).dblclick()
    await page.getByRole('heading', { level: 1, name: /已确认/ }).waitFor()
    const second = await openStatement(workers.checker)
    await second.getByRole('button', { name: '审核通过' }).click()
    await second.getByText('已审核').first().waitFor()
    const desk = await openStatement(workers.keeper)
    await desk.getByRole('button', { name: '登记付款' }).click()
    await desk.getByRole('dialog').getByLabel('凭证号').fill('付字第 0401 号')
    await desk.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await desk.getByText('已登记付款').waitFor()
    const paid = await statement()
    assert.deepEqual([paid?.due, paid?.status, paid?.voucher], [10, 'paid', '付字第 0401 号'])
    assert.deepEqual(await breaches(b.office), [])
  })

  for (const size of everySize)
    for (const lang of ['zh', 'en'] as const)
      test(`its pages have nothing for axe to find (${size}, ${lang})`, async () => {
        const id = (await statement())?.id
        const paths = [
          '',
          `/accounts/${wang}`,
          '/redemptions',
          '/partners',
          '/settlements',
          `/settlements/${id}`,
          '/rules',
        ]
        const page = await b.visit('/bank', { as: workers.keeper, size, lang })
        for (const path of paths) {
          await page.goto(`${b.url}/bank${path}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          await inspect(page)
        }
      })
})
