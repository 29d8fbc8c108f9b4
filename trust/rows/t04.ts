import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROLES } from '#modules/accounts/rules.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { plantTown, posts } from '../kit/canaries.ts'
import { doors, isReading, nameOf, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { fillFor } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

const FILE = join(import.meta.dirname, '../keys-by-role.json')

/** For each reading door, which roles were answered which keys. */
type Snapshot = Record<string, Record<string, string>>

export const row: Row = {
  id: 'T04',
  about: {
    zh: '每种角色收到的字段名与提交的快照完全一致',
    en: 'each role is answered the keys of the committed snapshot, and no other',
  },
  threshold: '0 unexpected keys',
  blocksMerge: true,
  run: async () => {
    const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Snapshot // `--write` wrote it
    const found = await snapshot()
    const names = [...new Set([...Object.keys(kept), ...Object.keys(found)])]
    const faults = names.flatMap((name) => {
      const [before, now] = [linesOf(kept[name]), linesOf(found[name])]
      const fresh = now.filter((line) => !before.includes(line))
      const lost = before.filter((line) => !now.includes(line))
      return [...fresh.map((line) => `${name} now ${line}`), ...lost.map((line) => `${name} no longer ${line}`)]
    })
    return noneOf(faults, `${names.length} doors × ${ROLES.length} roles`)
  },
}

const linesOf = (byRole: Record<string, string> = {}): string[] =>
  Object.entries(byRole).map(([roles, keys]) => `${roles}: ${keys}`)

async function snapshot(): Promise<Snapshot> {
  const o = await wholeOffice()
  const town = await plantTown(o)
  const app = await openCounter(o)
  const found = new Map<string, Map<string, string[]>>()
  for (const post of posts(town.nearUnit).filter(({ isWhole }) => !isWhole)) {
    const { token } = await o.hire(post)
    for (const door of doors.filter(({ e }) => isReading(e) && e.answer !== 'file')) {
      const input = exampleFor(door.e, { fill: fillFor(door, town.near, town), wide: false })
      const heard = await ask(app, { door, input, token })
      if (heard.status !== 200) continue
      const keys = [...new Set(keysOf(heard.json))].toSorted().join(' ')
      const byKeys = found.get(nameOf(door.e)) ?? new Map<string, string[]>()
      byKeys.set(keys, [...(byKeys.get(keys) ?? []), post.role ?? ''])
      found.set(nameOf(door.e), byKeys)
    }
  }
  await app.close()
  await o.close()
  const lines = [...found].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return Object.fromEntries(
    lines.map(([name, byKeys]) => {
      const byRole = [...byKeys].map(([keys, roles]) => [roles.join(' '), keys] as const)
      return [name, Object.fromEntries(byRole.toSorted(([a], [b]) => a.localeCompare(b, 'en')))]
    }),
  )
}

/** Every path of keys in an answer; places of a list count as one, keys that are codes or ids as a star. */
function keysOf(value: unknown, above = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, `${above}[]`))
  if (!value || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${above}${above ? '.' : ''}${/^[a-zA-Z_]\w*$/.test(key) ? key : '*'}`
    return [path, ...keysOf(inner, path)]
  })
}

/** `node trust/rows/t04.ts --write` commits what is answered today; a person reads the difference before it is committed. */
if (import.meta.main && process.argv.includes('--write')) {
  writeFileSync(FILE, `${JSON.stringify(await snapshot(), null, 2)}\n`)
  process.exit(0)
}
