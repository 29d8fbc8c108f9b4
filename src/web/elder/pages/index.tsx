import { type ComponentType, lazy, type ReactNode } from 'react'
import { HomePage } from './home.tsx'

type Named = ComponentType<{ id: string }>

/** Comes when somebody goes there: the first page on an old telephone carries no other. */
function later<K extends string>(load: () => Promise<Record<K, Named>>, name: K) {
  return lazy(async () => ({ default: (await load())[name] }))
}

const PAGES: readonly (readonly [address: RegExp, Page: Named])[] = [
  [/^\/gatherings$/, later(() => import('./gatherings/list.tsx'), 'GatheringsPage')],
  [/^\/calendar$/, later(() => import('./gatherings/on-phone.tsx'), 'OnPhonePage')],
  [/^\/gatherings\/([^/]+)$/, later(() => import('./gatherings/gathering.tsx'), 'GatheringPage')],
  [/^\/gatherings\/([^/]+)\/feedback$/, later(() => import('./gatherings/feedback.tsx'), 'FeedbackPage')],
  [/^\/help$/, later(() => import('./help/help.tsx'), 'HelpPage')],
  [/^\/needs$/, later(() => import('./needs/needs.tsx'), 'NeedsPage')],
  [/^\/needs\/new$/, later(() => import('./needs/ask.tsx'), 'AskPage')],
  [/^\/record$/, later(() => import('./record.tsx'), 'RecordPage')],
  [/^\/code$/, later(() => import('./code.tsx'), 'CodePage')],
  [/^\/points$/, later(() => import('./points/points.tsx'), 'PointsPage')],
  [/^\/shop$/, later(() => import('./points/shop.tsx'), 'ShopPage')],
  [/^\/give$/, later(() => import('./points/give.tsx'), 'GivePage')],
  [/^\/donate$/, later(() => import('./points/give.tsx'), 'DonatePage')],
  [/^\/naming$/, later(() => import('./points/naming.tsx'), 'NamingPage')],
  [/^\/help\/([^/]+)\/swap$/, later(() => import('./help/swap.tsx'), 'SwapPage')],
  [/^\/redemptions\/([^/]+)$/, later(() => import('./points/redemption.tsx'), 'RedemptionPage')],
  [/^\/messages$/, later(() => import('./messages/messages.tsx'), 'MessagesPage')],
  [/^\/message-choice$/, later(() => import('./messages/choice.tsx'), 'MessageChoicePage')],
  [/^\/family$/, later(() => import('./family/family.tsx'), 'FamilyPage')],
]

/** The page of an address; whatever else was typed is home. */
export function pageAt(path: string): ReactNode {
  for (const [address, Page] of PAGES) {
    const found = address.exec(path)
    if (found) return <Page id={found[1] ?? ''} />
  }
  return <HomePage />
}
