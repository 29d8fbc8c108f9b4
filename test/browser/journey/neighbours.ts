import type { Page } from 'playwright-core'
import { type Acts, SHIFT, WORDS } from '#test/journeys/acts.ts'
import type { Card, Street } from '#test/journeys/street.ts'
import { type Bureau, inspect, type Size, takeAMoment } from '../browser.ts'

type Home = {
  /** From the first page by its link, as one goes by hand; the page of the link is looked at once. */
  goTo: (link: string) => Promise<Page>
  page: Page
}

async function comeIn({ b, street, size }: Screen, { number, code }: Card): Promise<Home> {
  const page = await b.visit('/elder', { size })
  await page.getByRole('button', { name: '用社区发的卡片' }).click()
  await page.getByLabel('卡号').fill(number)
  await page.getByLabel('密码').fill(code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '首页' }).waitFor()
  const seen = new Set<string>()
  const goTo = async (link: string) => {
    await page.clock.setFixedTime(street.o.clock.now())
    const home = page.getByRole('link', { name: '回首页' })
    await takeAMoment(page)
    if (await home.isVisible()) await home.click()
    await takeAMoment(page)
    await page.getByRole('link', { name: link }).click()
    await page.getByRole('heading', { level: 1, name: link }).waitFor()
    if (!seen.has(link)) await inspect(page)
    seen.add(link)
    return page
  }
  return { goTo, page }
}

type Screen = { b: Bureau; street: Street; size: Size }

/** Everybody at home with a telephone or a screen: signed in with the card, then by the four tiles. */
export async function neighboursOnScreen(set: Screen): Promise<Pick<Acts, 'daughter' | 'wang' | 'li'>> {
  const { cards } = set.street
  const [daughter, wang, li] = [
    await comeIn(set, cards.daughter),
    await comeIn(set, cards.wang),
    await comeIn(set, cards.li),
  ]
  return {
    daughter: { askForHelp: () => askForHelp(daughter) },
    wang: {
      answer: async (satisfaction) => {
        const page = await wang.goTo('找人帮忙')
        await page.getByRole('button', { name: { 5: '很满意', 3: '还可以', 1: '不满意' }[satisfaction] }).click()
        await page.getByText('谢谢，已经记下').waitFor()
      },
      readRecord: async () => {
        const page = await wang.goTo('为我办的事')
        await page.getByText(SHIFT).waitFor()
        return page.locator('main').innerText()
      },
    },
    li: helperOnScreen(li),
  }
}

async function askForHelp({ goTo }: Home): Promise<void> {
  const page = await goTo('找人帮忙')
  await page.getByText('您正在替王秀英办事').waitFor()
  await page.getByRole('link', { name: '我要找人帮忙' }).click()
  await page.getByRole('button', { name: '看病陪诊' }).click()
  await page.getByLabel('有什么要说明的').fill(WORDS)
  await page.getByRole('button', { name: '就这样，请人来帮' }).click()
  await page.getByText('已经告诉社区：看病陪诊').waitFor()
}

function helperOnScreen({ goTo, page }: Home): Acts['li'] {
  const codeOf = () => page.locator('p.code').innerText()
  return {
    claimTurn: async () => {
      await goTo('我要帮忙')
      await page.getByRole('listitem').filter({ hasText: SHIFT }).getByRole('button', { name: '我来帮' }).click()
      await page.getByText(`已经认领：${SHIFT}`).waitFor()
    },
    showCode: async () => {
      await goTo('我的签到码')
      return codeOf()
    },
    readPoints: async () => {
      await goTo('我的积分')
      const read = async (what: string) => page.locator(`dt:text-is("${what}") + dd`).innerText()
      const [points, free, hours] = [await read('现有积分'), await read('能用的积分'), await read('服务时长')]
      return { points: Number.parseInt(points), free: Number.parseInt(free), minutes: 60 * Number.parseInt(hours) }
    },
    redeem: async () => {
      await goTo('我的积分')
      await page.getByRole('link', { name: '用积分换东西' }).click()
      await page.getByRole('listitem').filter({ hasText: '鸡蛋一提' }).getByRole('button', { name: '换这个' }).click()
      await takeAMoment(page)
      await page.getByRole('button', { name: '对，就换这个' }).click()
      await page.getByRole('heading', { level: 1, name: '领取码' }).waitFor()
      return codeOf()
    },
    undo: async () => {
      const undo = page.getByRole('button', { name: '撤销' })
      await undo.click()
      await undo.waitFor({ state: 'detached' })
    },
  }
}
