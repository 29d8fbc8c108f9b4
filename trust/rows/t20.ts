import type { Worker } from '#test/office.ts'
import { staffedOffice } from '../kit/doors.ts'
import { pagePaths, walk } from '../kit/pages.ts'
import { noneOf, type Row } from '../row.ts'

/** What the administrators have of their own: system, security, audit. */
const OWN = [
  /^\/(accounts|account-requests|operations\/\w+)$/,
  /^\/(grants|roles|security-policy)$/,
  /^\/audit\b[^$]*$/,
]

export const row: Row = {
  id: 'T20',
  about: {
    zh: '浏览全部页面，不向任何其他网站发请求',
    en: 'every page is walked through, and nothing is asked of another origin',
  },
  threshold: '0 requests to other origins',
  blocksMerge: true,
  run: async () => {
    const { o, staff, person } = await staffedOffice()
    const tour = await walk(o)
    try {
      const paths = pagePaths()
      const [clerk, ...administrators] = staff
      for (const path of paths) await visit(tour, path.replace(/\$\w+/g, person), clerk)
      for (const [at, own] of OWN.entries())
        for (const path of paths.filter((one) => own.test(one))) await visit(tour, path, administrators[at])
      for (const path of ['/sign-in', '/set-up', '/api/docs', '/none']) await visit(tour, path, undefined)
      const { requests, violations } = tour.seen
      const foreign = requests.filter((one) => !one.startsWith(tour.url) && !/^(data|blob|about):/.test(one))
      return noneOf(
        [...new Set([...foreign, ...violations])],
        `${requests.length} requests of ${paths.length} addresses`,
      )
    } finally {
      await tour.close()
      await o.close()
    }
  },
}

async function visit(tour: Awaited<ReturnType<typeof walk>>, path: string, worker: Worker | undefined): Promise<void> {
  const page = await tour.open(path, worker)
  await page.close()
}
