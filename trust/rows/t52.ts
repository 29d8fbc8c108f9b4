import { elderHome } from '../kit/elders.ts'
import { measure } from '../kit/measuring.ts'
import { noneOf, type Row } from '../row.ts'

const LEAST = { text: 18, target: 60 }
const LARGEST = 30

export const row: Row = {
  id: 'T52',
  about: {
    zh: '长者页面逐页量：字不小于 18 像素、行距不小于 1.3、按钮不小于 60×60、最大档不小于 30 像素',
    en: 'every elder page measured: text from 18 px, lines from 1.3, targets from 60 × 60, the largest setting from 30 px',
  },
  threshold: '0 texts < 18 px, 0 targets < 60, lines ≥ 1.3, largest ≥ 30 px',
  blocksMerge: true,
  minutes: 12,
  run: async () => {
    const home = await elderHome({ hasVisits: true })
    const faults: string[] = []
    let pages = 0
    try {
      for (const size of ['large', 'largest'] as const)
        for (const lang of ['zh', 'en'] as const)
          for (const isStranger of [false, true]) {
            const context = await home.context({ size, lang, isStranger })
            for (const path of isStranger ? home.doorPaths : home.paths) {
              const page = await home.open(context, path)
              const found = await measure(page, { ...LEAST, text: size === 'largest' ? LARGEST : LEAST.text })
              faults.push(...found.map((fault) => `${size} ${lang} ${path}: ${fault}`))
              pages += 1
              await page.close()
            }
            await context.close()
          }
    } finally {
      await home.close()
    }
    return noneOf(faults, `${pages} pages`)
  },
}
