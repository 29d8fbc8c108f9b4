import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { type ElderHome, elderHome, type Look } from '../kit/elders.ts'
import { noneOf, type Row } from '../row.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** 200 % of zoom is half the room: the same page in a window of half the width. */
const LOOKS: readonly (Look & { name: string })[] = [
  { name: 'telephone', width: 375, height: 812 },
  { name: 'telephone, largest text', width: 375, height: 812, size: 'largest' },
  { name: 'telephone, English', width: 375, height: 812, lang: 'en' },
  { name: 'telephone at 200 %', width: 320, height: 640 },
  { name: 'tablet', width: 768, height: 1024, size: 'larger' },
  { name: 'PC', width: 1366, height: 768 },
]
/** What axe leaves to a person to decide, all of one kind: how a colour lies over a picture. None here lies over one. */
const MOST_INCOMPLETE = 0

export const row: Row = {
  id: 'T51',
  about: {
    zh: '长者页面逐页用 axe 检查，目标尺寸按 60 像素、对比度按 7:1',
    en: 'axe on every elder page, with targets of 60 px and contrast of 7:1',
  },
  threshold: '0 violations; 0 incomplete',
  blocksMerge: true,
  minutes: 12,
  run: async () => {
    const home = await elderHome()
    const faults: string[] = []
    let pages = 0
    let incomplete = 0
    try {
      for (const { name, ...look } of LOOKS)
        for (const isStranger of [false, true]) {
          const context = await home.context({ ...look, isStranger })
          for (const path of isStranger ? home.doorPaths : home.paths) {
            const found = await inspect(await home.open(context, path))
            pages += 1
            incomplete += found.incomplete
            faults.push(...found.faults.map((fault) => `${name} ${path}: ${fault}`))
          }
          await context.close()
        }
    } finally {
      await close(home)
    }
    if (incomplete > MOST_INCOMPLETE) faults.push(`${incomplete} left undecided`)
    return noneOf(faults, `${pages} pages, ${incomplete} incomplete`)
  },
}

const close = (home: ElderHome) => home.close()

async function inspect(page: Page): Promise<{ faults: string[]; incomplete: number }> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    runOnly: { type: 'tag', values: TAGS },
    rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
    // The way out by spacing is closed: a small button is small, however far from the next.
    checks: { 'target-size': { options: { minSize: 60 } }, 'target-offset': { options: { minOffset: 9_999 } } },
  } as Parameters<AxeBuilder['options']>[0]) // `checks` is an option of axe.run that the builder's type leaves out
  const { violations, incomplete } = await axe.analyze()
  const faults = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 80) ?? ''}`)
  await page.close()
  return { faults, incomplete: incomplete.length }
}
