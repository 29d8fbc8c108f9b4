import type { Page, Route } from 'playwright-core'
import { type Chance, chanceOf } from './chance.ts'
import { amends, type Journey } from './journeys.ts'
import { look, named, type Target, type View } from './view.ts'

export type Card = { number: string; code: string }
type Line = { isSlow: boolean; isLost: boolean }
type Person = { page: Page; url: string; card: Card; chance: Chance; line: Line; went: Set<string> }

const MOST_STEPS = 60
/** A real hand thinks three seconds; it only matters that it is longer than half a double tap. */
const THINK_MS = [560, 800] as const
const SHARE = {
  double: 0.25,
  beside: 0.1,
  wrong: 0.06,
  reload: 0.04,
  back: 0.05,
  turn: 0.05,
  offline: 0.05,
  lost: 0.06,
}
/** Whoever rings is helped; and who walks about among strangers’ pages is another row’s. */
const AVOIDED = /^(tel:|\/elder\/claim)/

export type Outcome = { isFinished: boolean; steps: number; where: string }

/** Goes a journey as hands go that shake: taps twice and beside, loses the line, turns the telephone, presses what was not meant and mends it. */
export async function stumble(page: Page, at: { url: string; card: Card; seed: number; journey: Journey }) {
  const { url, card, seed, journey } = at
  const line: Line = { isSlow: false, isLost: false }
  const person: Person = { page, url, card, chance: chanceOf(seed), line, went: new Set() }
  person.line.isSlow = person.chance.isLucky(0.3)
  const carry = (route: Route) => answer(route, person)
  await page.route('**/api/own/**', carry)
  const memory = new Set<string>()
  await go(person, '/')
  const outcome = await walk(person, (view) => journey.next(view, memory) ?? wayTo(view, journey.at), true)
  const places = [...person.went].filter((place) => place !== journey.at)
  for (const place of outcome.isFinished ? places : []) {
    await go(person, place)
    await walk(person, (view) => (isOf(view, place) ? (amends(view) ?? 'done') : wayTo(view, place)), false)
  }
  await page.unroute('**/api/own/**', carry)
  return outcome
}

const isOf = (view: View, place: string): boolean =>
  view.path.startsWith(place) || (place === '/points' && view.path.startsWith('/redemptions'))

type Choose = (view: View) => Target | 'done' | undefined

async function walk(person: Person, choose: Choose, isClumsy: boolean): Promise<Outcome> {
  for (let steps = 1; steps <= MOST_STEPS; steps++) {
    const view = await look(person.page)
    const place = ['/gatherings', '/help', '/needs', '/points'].find((one) => isOf(view, one))
    if (place && isClumsy) person.went.add(place)
    if (view.title === '登录') await enter(person)
    else if (view.targets.length === 0) await go(person, '/')
    else {
      const chosen = named(view, '再试一次') ?? choose(view) ?? named(view, '回首页')
      if (chosen === 'done') return { isFinished: true, steps, where: view.path }
      await (isClumsy ? mishap(person, view) : undefined)
      await press(person, chosen, isClumsy)
    }
  }
  const { path, title } = await look(person.page)
  return { isFinished: false, steps: MOST_STEPS, where: `${path} “${title}”` }
}

/** By the tile of the first page, as everybody goes. */
const wayTo = (view: View, place: string): Target | undefined =>
  view.path === '/' ? view.targets.find(({ href }) => href === `/elder${place}`) : undefined

/** What comes between two presses. */
async function mishap(person: Person, view: View): Promise<void> {
  const { page, chance, line } = person
  if (chance.isLucky(SHARE.wrong)) {
    const any = view.targets.filter(({ href }) => !AVOIDED.test(href))
    await press(person, chance.one(any), true)
  }
  if (chance.isLucky(SHARE.reload)) await page.reload().catch(() => undefined)
  if (chance.isLucky(SHARE.back)) await page.goBack({ timeout: 2_000 }).catch(() => undefined)
  if (chance.isLucky(SHARE.turn)) {
    const { width = 375, height = 812 } = page.viewportSize() ?? {}
    await page.setViewportSize({ width: height, height: width })
  }
  line.isLost = chance.isLucky(SHARE.lost)
}

/** Down comes the finger: on the middle or beside it, once or twice, with the line up or down. */
async function press(person: Person, target: Target | undefined, isClumsy: boolean): Promise<void> {
  const { page, chance } = person
  await page.waitForTimeout(chance.between(...THINK_MS))
  if (!target) return
  const isBeside = isClumsy && chance.isLucky(SHARE.beside)
  const isTwice = isClumsy && chance.isLucky(SHARE.double)
  const isOffline = isClumsy && chance.isLucky(SHARE.offline)
  const reach = isBeside ? 20 : 0
  const left = target.x + chance.between(0.3, 0.7) * target.width
  const top = target.y + target.height / 2 + (isBeside ? (target.height / 2) * (chance.isLucky(0.5) ? 1 : -1) : 0)
  const middle = Math.round((page.viewportSize()?.height ?? 812) / 2)
  const scrolled = await page.evaluate(`(window.scrollTo(0, ${top - middle}), window.scrollY)`).catch(() => 0)
  const x = Math.max(left + chance.between(-reach, reach), 1)
  const y = Math.max(top - Number(scrolled) + chance.between(-reach, reach), 1)
  if (isOffline) await page.context().setOffline(true)
  await page.touchscreen.tap(x, y).catch(() => undefined)
  if (isTwice) {
    await page.waitForTimeout(chance.between(60, 300))
    await page.touchscreen.tap(x + chance.between(-8, 8), y + chance.between(-8, 8)).catch(() => undefined)
  }
  if (!isOffline) return
  await page.waitForTimeout(chance.between(400, 1_500))
  await page.context().setOffline(false)
}

/** A line that is slow, or that carries the act there and no answer back. */
async function answer(route: Route, { line, chance }: Person): Promise<void> {
  const isAct = route.request().method() !== 'GET'
  try {
    if (line.isSlow) await new Promise((resolve) => setTimeout(resolve, chance.between(50, 400)))
    if (!(isAct && line.isLost)) return await route.continue()
    line.isLost = false
    await route.fetch()
    await route.abort()
  } catch {
    // The page went elsewhere meanwhile.
  }
}

async function go({ page, url }: Person, path: string): Promise<void> {
  await page.goto(`${url}/elder${path === '/' ? '' : path}`).catch(() => undefined)
}

/** Signed out by mistake: the card opens again. */
async function enter({ page, card }: Person): Promise<void> {
  const type = async () => {
    await page.getByRole('button', { name: '用社区发的卡片' }).click()
    await page.getByLabel('卡号').fill(card.number)
    await page.getByLabel('密码').fill(card.code)
    await page.waitForTimeout(THINK_MS[0])
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { name: '首页' }).waitFor()
  }
  await type().catch(() => undefined)
}
