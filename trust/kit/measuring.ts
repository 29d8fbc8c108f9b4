import type { Page } from 'playwright-core'

/** What is too small, too tight, too wide or covered on a page, in words; runs in the page (trust AX-01…06, 6.2-2, 6.2-3). */
const MEASURE = `(least) => {
  const faults = []
  const name = (el) => (el.tagName.toLowerCase() + ' ' + (el.textContent || '').trim().slice(0, 16))
  const shown = (el) => { const box = el.getBoundingClientRect(); const style = getComputedStyle(el); return box.width > 0 && box.height > 0 && style.visibility !== 'hidden' && style.display !== 'none' }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const el = node.parentElement
    if (!node.textContent.trim() || !el || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(el.tagName) || !shown(el)) continue
    const style = getComputedStyle(el)
    const size = parseFloat(style.fontSize)
    if (size < least.text) faults.push('text ' + size + ' px: ' + name(el))
    const line = style.lineHeight === 'normal' ? 1.2 : parseFloat(style.lineHeight) / size
    if (line < 1.3) faults.push('line ' + line.toFixed(2) + ': ' + name(el))
  }
  const targets = [...document.querySelectorAll('a[href], button, input, select, textarea')].filter(shown)
  const boxes = targets.map((el) => ({ el, box: el.getBoundingClientRect() }))
  for (const { el, box } of boxes) {
    if (box.width < least.target || box.height < least.target) faults.push('target ' + Math.round(box.width) + '×' + Math.round(box.height) + ': ' + name(el))
    el.scrollIntoView({ block: 'center' })
    const now = el.getBoundingClientRect()
    for (const [x, y] of [[now.left + 8, now.top + 8], [now.right - 8, now.top + 8], [now.left + 8, now.bottom - 8], [now.right - 8, now.bottom - 8]]) {
      const hit = document.elementFromPoint(x, y)
      if (!hit || !(el === hit || el.contains(hit) || hit.contains(el))) { faults.push('covered: ' + name(el)); break }
    }
  }
  for (let a = 0; a < boxes.length; a++) for (let b = a + 1; b < boxes.length; b++) {
    if (boxes[a].el.contains(boxes[b].el) || boxes[b].el.contains(boxes[a].el)) continue
    const [one, other] = [boxes[a].box, boxes[b].box]
    const gap = Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)
    if (gap < 8) faults.push('gap ' + gap.toFixed(1) + ' px: ' + name(boxes[a].el) + ' | ' + name(boxes[b].el))
  }
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth) faults.push('sideways by ' + (root.scrollWidth - root.clientWidth) + ' px')
  for (const el of document.querySelectorAll('body *'))
    if (getComputedStyle(el).overflow === 'hidden' && el.scrollHeight > el.clientHeight + 1 && el.textContent.trim()) faults.push('clipped: ' + name(el))
  return faults
}`

export type Least = { text: number; target: number }

export async function measure(page: Page, least: Least): Promise<string[]> {
  const found: unknown = await page.evaluate(`(${MEASURE})(${JSON.stringify(least)})`)
  return Array.isArray(found) ? found.map(String) : [`not measured: ${String(found)}`]
}
