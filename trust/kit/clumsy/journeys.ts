import { leading, named, type Target, type View } from './view.ts'

/** Next to be pressed, or that all is as one wanted it; nothing, where one is lost and goes home. */
type Step = Target | 'done' | undefined

export type Journey = {
  name: string
  /** Where it is done, for whoever wandered off. */
  at: string
  /** Decides by what is seen; `memory` is what one knows of having done. */
  next: (view: View, memory: Set<string>) => Step
  /** What the books of the office hold more when it is done, and nothing else. */
  leaves: readonly string[]
}

export const WALK = '健步走'
export const KITCHEN = '社区食堂帮厨'
const SHOPPING = '买菜购物'

const signUpAndCancel: Journey = {
  name: 'sign up and cancel',
  at: '/gatherings',
  leaves: [],
  next: (view, memory) => {
    const { path, title } = view
    const leave = named(view, '取消报名')
    const cards = view.targets.filter((one) => one.href.includes('/gatherings/'))
    const mine = cards.find(({ name }) => /已报名|候补中/.test(name))
    if (path === '/gatherings')
      return mine ?? (memory.has('joined') ? 'done' : cards.find((c) => c.name.includes(WALK)))
    if (!path.startsWith('/gatherings/')) return undefined
    if (leave && title === WALK) memory.add('joined')
    if (leave) return (title === WALK ? named(view, '撤销') : undefined) ?? leave
    return title === WALK && !memory.has('joined') ? named(view, '我要报名') : leading(view, '/elder/gatherings')
  },
}

const claim: Journey = {
  name: 'claim a shift',
  at: '/help',
  leaves: [`turn ${KITCHEN}`],
  next: (view) => {
    if (view.path !== '/help') return undefined
    const extra = view.targets.find((one) => one.name === '取消认领' && !one.card.includes(KITCHEN))
    if (extra) return extra
    return named(view, '取消认领', KITCHEN) ? 'done' : named(view, '我来帮', KITCHEN)
  },
}

const redeemAndUndo: Journey = {
  name: 'redeem and undo',
  at: '/points',
  leaves: [],
  next: (view, memory) => {
    const { path, title } = view
    if (path === '/points') {
      const waiting = view.targets.find((one) => one.name.includes('显示领取码'))
      if (waiting) memory.add('redeemed')
      return waiting ?? (memory.has('redeemed') ? 'done' : named(view, '用积分换东西'))
    }
    if (path.startsWith('/redemptions/')) {
      memory.add('redeemed')
      return named(view, '撤销') ?? leading(view, '/elder/points')
    }
    if (path !== '/shop') return undefined
    if (title === '请再看一眼') return named(view, memory.has('redeemed') ? '先不换' : '对，就换这个')
    return memory.has('redeemed') ? leading(view, '/elder/points') : named(view, '换这个')
  },
}

const askForHelp: Journey = {
  name: 'ask for help',
  at: '/needs',
  leaves: [`need ${SHOPPING}`],
  next: (view) => {
    const { path, title } = view
    if (path === '/needs') {
      const asked = view.targets.filter(({ name }) => name === '不用帮了')
      const wrong = asked.find(({ card }) => !card.includes(SHOPPING)) ?? asked[1]
      return wrong ?? (asked.length === 1 ? 'done' : named(view, '我要找人帮忙'))
    }
    if (path !== '/needs/new') return undefined
    return named(view, title === SHOPPING ? '就这样，请人来帮' : '换一样') ?? named(view, SHOPPING)
  },
}

export const JOURNEYS: readonly Journey[] = [signUpAndCancel, claim, redeemAndUndo, askForHelp]

/** Whoever wandered off looks round afterwards, and takes back with what the pages offer what nobody wanted. */
export const amends = (view: View): Target | undefined => {
  const offered: Readonly<Record<string, readonly string[]>> = {
    '/gatherings': [],
    '/help': ['取消认领'],
    '/needs': ['不用帮了'],
    '/points': [],
  }
  const names = offered[view.path]
  if (!names) return named(view, '取消报名') ?? named(view, '撤销')
  const marked = view.targets.find(({ name }) => /显示领取码|已报名|候补中/.test(name))
  return marked ?? view.targets.find(({ name }) => names.includes(name))
}
