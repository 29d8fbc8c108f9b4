import type { Page } from 'playwright-core'

/** A widget of many parts is entered by Tab once and walked by arrows. */
const WIDGETS =
  '[role=radiogroup], [role=tablist], [role=menu], [role=menubar], [role=tree], [role=listbox], [role=grid], .ant-tree, .ant-segmented, .ant-radio-group'
const CONTROLS =
  'a[href], button, input, select, textarea, summary, [contenteditable=true], [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=combobox], [role=slider], [role=treeitem]'

/** Runs in the page: what can be acted on, what Tab stands on now, and what was never stood on. */
const WALK = `(() => {
  const shown = (el) => { const box = el.getBoundingClientRect(); return el.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0 }
  const open = (el) => !el.matches(':disabled') && el.getAttribute('aria-disabled') !== 'true' && !el.closest('[inert]')
  const controls = () => [...document.querySelectorAll(${JSON.stringify(CONTROLS)})].filter((el) => shown(el) && open(el))
  const nameOf = (el) => el.tagName.toLowerCase() + ' ' + (el.getAttribute('aria-label') || el.textContent || el.getAttribute('placeholder') || el.id || '').trim().slice(0, 20)
  const stood = []
  const covered = (el) => {
    const box = el.getBoundingClientRect()
    const [x, y] = [Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1), Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1)]
    const hit = document.elementFromPoint(x, y)
    let around = el
    for (let up = 0; up < 4 && around.parentElement; up++) around = around.parentElement
    return !hit || !(hit.contains(el) || around.contains(hit))
  }
  const clickable = (el) => Object.keys(el).some((key) => key.startsWith('__reactProps$') && typeof el[key].onClick === 'function')
  return {
    stand: () => {
      const el = document.activeElement
      if (!el || el === document.body || el === document.documentElement) return null
      const before = stood.indexOf(el)
      if (before < 0) stood.push(el)
      const box = el.getBoundingClientRect()
      const look = [el.tagName, el.className, el.getAttribute('role'), el.getAttribute('type'), el.getAttribute('style')].join(' ')
      return { at: before < 0 ? stood.length - 1 : before, isNew: before < 0, name: nameOf(el), look, place: [...document.querySelectorAll('*')].indexOf(el),
        top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, isCovered: covered(el) }
    },
    missed: () => controls().filter((el) => {
      if (stood.includes(el)) return false
      const widget = el.closest(${JSON.stringify(WIDGETS)})
      if (widget && stood.some((one) => widget.contains(one))) return false
      return !(el.type === 'radio' && stood.some((one) => one.type === 'radio' && one.name === el.name))
    }).map(nameOf),
    mouseOnly: () => [...document.querySelectorAll('#root *')].filter((el) => clickable(el) && shown(el) && el.tabIndex < 0 && !el.matches(':disabled')).map(nameOf),
    count: () => stood.length,
    focus: (at, isOn) => {
      const el = stood[at]
      if (isOn) { el.scrollIntoView({ block: 'center' }); el.focus() } else el.blur()
      const box = el.getBoundingClientRect()
      const [x, y] = [Math.max(box.left - 8, 0), Math.max(box.top - 8, 0)]
      return { x, y, width: Math.max(Math.min(box.right + 8, innerWidth) - x, 1), height: Math.max(Math.min(box.bottom + 8, innerHeight) - y, 1) }
    },
  }
})()`

type Stop = {
  at: number
  isNew: boolean
  name: string
  look: string
  place: number
  top: number
  bottom: number
  left: number
  isCovered: boolean
}
type Clip = { x: number; y: number; width: number; height: number }

const MOST_PRESSES = 600

/** Walks a page by Tab alone; answers what could not be reached or seen, and how many stops there were. */
export async function walkByTab(page: Page, { seen, isNarrow }: { seen: Set<string>; isNarrow: boolean }) {
  await page.evaluate(`document.activeElement?.blur(); window.walk = ${WALK}; null`)
  const { stops, faults } = await round(page, 'Tab')
  faults.push(...disorder(stops, isNarrow))
  const ask = (what: string) => page.evaluate(what) as Promise<string[]> // the functions above answer names
  faults.push(...(await ask('walk.missed()')).map((name) => `not reached by Tab: ${name}`))
  if (isNarrow) {
    faults.push(...(await ask('walk.mouseOnly()')).map((name) => `answers a finger and no key: ${name}`))
    const back = await round(page, 'Shift+Tab')
    if (back.stops.length + 1 < stops.length) faults.push(`backwards only ${back.stops.length} of ${stops.length}`)
  }
  for (const stop of stops.filter(({ isNew, look }) => isNew && !seen.has(look))) {
    seen.add(stop.look)
    if (!(await hasRing(page, stop.at))) faults.push(`no focus to be seen: ${stop.name}`)
  }
  return { faults, stops: stops.length }
}

/** Once around: until a stop comes again. One that comes again before the first has shut the walker in. */
async function round(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<{ stops: Stop[]; faults: string[] }> {
  const stops: Stop[] = []
  const faults: string[] = []
  for (let press = 0; press < MOST_PRESSES; press++) {
    await page.keyboard.press(key)
    const stop = (await page.evaluate('walk.stand()')) as Stop | null // as written above
    if (!stop) continue
    // A field for a date has stops of its own within.
    if (stops.at(-1)?.at === stop.at && stops.length > 1) continue
    const again = stops.find(({ at }) => at === stop.at)
    if (again) {
      if (again !== stops[0]) faults.push(`shut in at ${stop.name}`)
      return { stops, faults }
    }
    if (stop.isCovered) faults.push(`covered while it has the focus: ${stop.name}`)
    stops.push(stop)
  }
  return { stops, faults: [...faults, `no end after ${MOST_PRESSES} presses`] }
}

/** In the order of the document, begun anew once; on a narrow page also downwards as the eyes go. */
function disorder(stops: readonly Stop[], isNarrow: boolean): string[] {
  const pairs = stops.slice(1).map((next, at) => [stops[at] ?? next, next] as const)
  const backwards = pairs.filter(([before, next]) => next.place < before.place)
  const upwards = pairs.filter(([before, next]) => {
    if (next.place < before.place) return false
    const isAbove = next.bottom <= before.top
    const isBeside = next.top < before.bottom && next.bottom > before.top
    return isAbove || (isBeside && next.left < before.left)
  })
  const wrong = [...(backwards.length > 1 ? backwards : []), ...(isNarrow ? upwards : [])]
  return wrong.map(([before, next]) => `out of order: ${before.name} → ${next.name}`)
}

/** The same place with the focus and without it, as pixels. */
async function hasRing(page: Page, at: number): Promise<boolean> {
  const shot = async (isOn: boolean) => {
    const clip = (await page.evaluate(`walk.focus(${at}, ${isOn})`)) as Clip // as written above
    return page.screenshot({ clip, animations: 'disabled' })
  }
  const [focused, blurred] = [await shot(true), await shot(false)]
  return !focused.equals(blurred)
}
