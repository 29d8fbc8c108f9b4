import { randomUUID } from 'node:crypto'
import { ROLES } from '#modules/accounts/rules.ts'
import { asOwner } from '#test/office/owner.ts'
import { settle } from '#test/office/settle.ts'
import { type Office, PLACES } from '#test/office.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { plantTown, posts, type Town } from '../kit/canaries.ts'
import { type Door, doors, nameOf, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { fillFor } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

const ALLOWED_MS = 20

export const row: Row = {
  id: 'T03',
  about: {
    zh: '换成别处的、别人的、已删除的编号，答复与不存在的编号完全相同',
    en: 'an id of elsewhere, of somebody else or of what was deleted is answered exactly like one that does not exist',
  },
  threshold: '0 leaks, bodies identical, median time differs by < 20 ms',
  blocksMerge: true,
  measures: true,
  run: async () => {
    const o = await wholeOffice()
    const town = await plantTown(o)
    const gone = await deleted(o, town.far.id)
    const app = await openCounter(o)
    const faults: string[] = []
    const [known, unknown]: [number[], number[]] = [[], []]
    let asked = 0
    for (const post of posts(town.nearUnit).filter(({ isWhole }) => !isWhole)) {
      const { token } = await o.hire(post)
      for (const door of doors.filter(pointsAtPeople))
        for (const id of idsElsewhere(door, town, gone)) {
          const timed = async (one: string, times: number[]) => {
            const started = performance.now()
            const heard = await ask(app, { door, input: questionAbout(door, one, town), token })
            times.push(performance.now() - started)
            return `${heard.status} ${textOf(heard.json, one)}`
          }
          const other = await timed(randomUUID(), unknown)
          const same = await timed(id, known)
          asked++
          if (same !== other)
            faults.push(`${post.role ?? ''} ${nameOf(door.e)}: ${same.slice(0, 120)} ≠ ${other.slice(0, 120)}`)
        }
    }
    await app.close()
    await o.close()
    const apart = Math.abs(median(known) - median(unknown))
    if (apart >= ALLOWED_MS) faults.push(`median times differ by ${apart.toFixed(1)} ms`)
    return noneOf(faults, `${asked} pairs, ${ROLES.length} roles, medians ${apart.toFixed(1)} ms apart`)
  },
}

/** Units, places and accounts are public knowledge within a county; whose record an id is, is not. */
const ROOMS: ReadonlySet<string> = new Set(['people', 'imports', 'corrections', 'erasures', 'incidents'])

function pointsAtPeople({ e }: Door): boolean {
  const [room = ''] = e.path.split('/').filter(Boolean)
  return (ROOMS.has(room) || room.startsWith('people')) && /:(id|first|second|file)\b/.test(e.path)
}

/** Somebody of another street and unit, a roster somebody else brought, and a record that is no longer there. */
function idsElsewhere({ e }: Door, { far, batch }: Town, gone: string): string[] {
  return e.path.startsWith('/imports') ? [batch, gone] : [far.id, gone, batch]
}

function questionAbout(door: Door, id: string, town: Town): Record<string, unknown> {
  const fill = fillFor(door, town.near, town)
  const inPath = new Set([...door.e.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))
  const isId = (key: string) => inPath.has(key) && /^(id|first|second|file)$/.test(key)
  return exampleFor(door.e, { fill: (key, schema) => (isId(key) ? id : fill(key, schema)), wide: false })
}

/** What was said, without the number of the request and the id that was asked about. */
function textOf(json: unknown, id: string): string {
  return JSON.stringify(json)
    .replaceAll(id, '<id>')
    .replace(/req-\w+|"requestId":"[^"]*"/g, '')
}

/** A record of elsewhere that was merged away: its row is kept for the history, and nobody of here has seen it. */
async function deleted(o: Office, into: string): Promise<string> {
  const id = await o.act((ctx) => settle(ctx, { place: PLACES.xinyuan }))
  await asOwner(o.house, `update person set status = 'merged', merged_into = $2 where id = $1`, [id, into])
  return id
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
