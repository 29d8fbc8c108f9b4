import { elderHome, type Look } from '../kit/elders.ts'
import { measure } from '../kit/measuring.ts'
import { noneOf, type Row } from '../row.ts'

/** The narrowest window there is, alone and with text half as large again: what 200 % leaves of a telephone. */
const LOOKS: readonly Look[] = [
  { width: 320, height: 568 },
  { width: 320, height: 568, size: 'largest' },
]
const LEAST = { text: 18, target: 60 }

export const row: Row = {
  id: 'T54',
  about: {
    zh: '长者页面在 320 像素宽、字号放到最大时不横向滚动、不截字、按钮不重叠',
    en: 'the elder pages at 320 px and with the largest text: nothing sideways, nothing clipped, no two targets over each other',
  },
  threshold: '0 overflow, 0 clipped, 0 overlap',
  blocksMerge: false,
  run: async () => {
    const home = await elderHome({ hasVisits: true })
    const faults: string[] = []
    let pages = 0
    try {
      for (const look of LOOKS)
        for (const isStranger of [false, true]) {
          const context = await home.context({ ...look, isStranger })
          for (const path of isStranger ? home.doorPaths : home.paths) {
            const page = await home.open(context, path)
            faults.push(...(await measure(page, LEAST)).map((fault) => `${look.size ?? 'large'} ${path}: ${fault}`))
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
