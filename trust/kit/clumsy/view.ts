import type { Page } from 'playwright-core'

export type Target = {
  name: string
  kind: 'button' | 'link'
  href: string
  /** The words of the card it stands in. */
  card: string
  x: number
  y: number
  width: number
  height: number
}
/** What somebody sees who looks at the page, and knows nothing else. */
export type View = { path: string; title: string; isBusy: boolean; targets: Target[] }

const LOOK = `(() => {
  const words = (el) => (el?.textContent || '').replace(/\\s+/g, ' ').trim()
  const targets = [...document.querySelectorAll('button:not(:disabled), a[href]')].filter((el) => el.checkVisibility()).map((el) => {
    const box = el.getBoundingClientRect()
    const isLink = el.tagName === 'A'
    return { name: words(el), kind: isLink ? 'link' : 'button', href: isLink ? el.getAttribute('href') : '', card: words(el.closest('li, .card')),
      x: box.left, y: box.top + scrollY, width: box.width, height: box.height }
  })
  const isBusy = !document.querySelector('h1') || [...document.querySelectorAll('[role=status]')].some((el) => words(el).includes('请稍等')) || !!document.querySelector('button:disabled')
  return { path: location.pathname.replace(/^\\/elder/, '') || '/', title: words(document.querySelector('h1')), isBusy, targets }
})()`

const NOWHERE: View = { path: '', title: '', isBusy: true, targets: [] }
const PATIENCE_MS = 6_000

/** Waits as long as one would, then looks. */
export async function look(page: Page): Promise<View> {
  for (let waited = 0; ; waited += 100) {
    const view = (await page.evaluate(LOOK).catch(() => NOWHERE)) as View // as written above
    if (!view.isBusy || waited > PATIENCE_MS) return view
    await page.waitForTimeout(100)
  }
}

export const named = (view: View, name: string, card = ''): Target | undefined =>
  view.targets.find((one) => one.name === name && one.card.includes(card))

export const leading = (view: View, href: string): Target | undefined => view.targets.find((one) => one.href === href)
