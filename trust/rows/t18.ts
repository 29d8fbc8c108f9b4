import type { Page } from 'playwright-core'
import { asOwner } from '#test/office/owner.ts'
import type { Office, Worker } from '#test/office.ts'
import { openCounter } from '../kit/asking.ts'
import { plantTown, type Town } from '../kit/canaries.ts'
import { addressOf, doors, isReading, wholeOffice } from '../kit/doors.ts'
import { pagePaths, type Walk, walk } from '../kit/pages.ts'
import { SCRIPTS } from '../kit/scripts/corpus.ts'
import type { Ground } from '../kit/scripts/openings.ts'
import { importScripts } from '../kit/scripts/roster.ts'
import { lookAt, type Shown, wordsInAddresses } from '../kit/scripts/screens.ts'
import { type Sown, type Staff, sow } from '../kit/scripts/sow.ts'
import { noneOf, type Row } from '../row.ts'

const ROLES = ['bureau_staff', 'system_administrator', 'security_administrator', 'audit_administrator'] as const

const ANSWER_MS = 3_000

type Place = { ground: Ground; staff: Staff[]; batch: string; sown: Sown }

/** Everything that can be written is written, and what set-up alone writes is put where it would stand. */
async function poison(o: Office, town: Town): Promise<Place> {
  const app = await openCounter(o)
  const staff: Staff[] = []
  for (const [at, role] of ROLES.entries()) {
    const name = SCRIPTS[at + 12] ?? ''
    staff.push({ ...(await o.hire({ role, name })), role })
  }
  const [clerk = town.clerk, system = town.clerk] = staff
  const count = { turn: 0 }
  const turn = () => (count.turn += 1)
  const ground = { o, town, clerk, colleague: await o.hire({ name: SCRIPTS[34] ?? '' }), system, turn }
  const batch = await importScripts(ground)
  const sown = await sow({ ...ground, app, staff })
  await asOwner(o.house, `update county set name = $1`, [SCRIPTS[13]])
  await asOwner(o.house, `update place set name = $1, short = $1 where level = 'street'`, [SCRIPTS[14]])
  await app.close()
  return { ground, staff, batch, sown }
}

/** Records that carry scripts, by the first word of the page that shows them. */
async function records({ o, town }: Ground, batch: string): Promise<Record<string, string[]>> {
  const newest = async (from: string) =>
    (await asOwner<{ id: string }>(o.house, `select id::text from ${from} order by id desc limit 2`)).map(
      ({ id }) => id,
    )
  return {
    people: [town.near.id, town.beside.id, ...(await newest(`person where name like '%毒%'`))],
    units: [town.nearUnit, ...(await newest(`unit where name like '%毒%'`))],
    places: (
      await asOwner<{ code: string }>(o.house, `select code::text from place where name like '%毒%' limit 3`)
    ).map(({ code }) => code),
    imports: [town.batch, batch],
    privacy: await newest('correction_request'),
    accounts: [town.clerk.id],
  }
}

/** Every page with everything it can be opened for; of what an account may not open, the refusal. */
function addresses(known: Record<string, string[]>, town: Town): string[] {
  return pagePaths().flatMap((path) => {
    if (path.includes('$first')) return [path.replace('$first', town.near.id).replace('$second', town.beside.id)]
    if (!path.includes('$')) return [path]
    return (known[path.split('/')[1] ?? ''] ?? []).map((id) => path.replace(/\$\w+/, id))
  })
}

/** The same pages asked for by an address that somebody was sent. */
function sentAddresses(): string[] {
  return [...wordsInAddresses()].map(([path, names], at) => {
    const script = at % 2 ? 'javascript:X()//' : (SCRIPTS[(at * 5) % SCRIPTS.length] ?? '')
    const query = new URLSearchParams(names.map((name) => [name, script]))
    return `${path}?${query.toString()}#${encodeURIComponent(script)}`
  })
}

/** The bare answers, as if somebody were sent to them. */
async function openAnswers(page: Page, url: string, known: Record<string, string[]>): Promise<void> {
  for (const { e } of doors.filter((one) => isReading(one.e))) {
    const id = known[e.path.split('/')[1] ?? '']?.[0]
    // A file is kept, and no page opens.
    await page.goto(url + addressOf(e, id), { timeout: ANSWER_MS }).catch(() => undefined)
  }
}

async function tourAll(
  o: Office,
  { ground, staff, batch }: Place,
): Promise<{ foreign: string[]; seen: Walk['seen']; shown: Shown; pages: number }> {
  const [clerk = ground.clerk, ...administrators] = staff
  const known = await records(ground, batch)
  const shown: Shown = { marks: new Set(), foul: [] }
  const tour = await walk(o)
  const all = addresses(known, ground.town)
  const own = all.filter((one) => OWN.test(one))
  const rounds: [worker: Worker | undefined, paths: string[]][] = [
    [clerk, [...all.filter((one) => !own.includes(one)), ...sentAddresses()]],
    ...administrators.map((one): [Worker, string[]] => [one, own]),
    [undefined, ['/sign-in', '/activate', '/set-up']],
  ]
  try {
    for (const [worker, paths] of rounds) {
      const page = await tour.open('/sign-in', worker)
      for (const path of paths) await lookAt(page, tour.url + path, shown)
      if (worker === clerk) await openAnswers(page, tour.url, known)
      await page.close()
    }
    const foreign = tour.seen.requests.filter((one) => !one.startsWith(tour.url) && !/^(data|blob|about):/.test(one))
    return { foreign, seen: tour.seen, shown, pages: rounds.flatMap(([, paths]) => paths).length }
  } finally {
    await tour.close()
  }
}

/** The pages of the three administrators. */
const OWN = /^\/(account|grants|roles|security-policy|audit|operations|incident)/

export const row: Row = {
  id: 'T18',
  about: {
    zh: '六十种脚本经过每个文字栏目和表格导入，在任何页面上都不运行',
    en: 'sixty scripts through every field of words and a workbook: none runs on any page',
  },
  threshold: '0 executions, 0 violations',
  blocksMerge: false,
  minutes: 15,
  run: async () => {
    const o = await wholeOffice()
    try {
      const place = await poison(o, await plantTown(o))
      const { foreign, seen, shown, pages } = await tourAll(o, place)
      const unseen = SCRIPTS.length - shown.marks.size
      const faults = [
        ...place.sown.faults,
        ...new Set([...seen.ran, ...seen.violations, ...shown.foul, ...foreign]),
        ...(unseen > 0 ? [`${unseen} scripts stand on no page: nothing is known of them`] : []),
      ]
      const { doors: tried, fields, taking, sent } = place.sown
      return noneOf(
        faults,
        `${SCRIPTS.length} scripts in ${taking} of ${fields} fields of ${tried} doors (${sent} texts) on ${pages} pages`,
      )
    } finally {
      await o.close()
    }
  },
}
