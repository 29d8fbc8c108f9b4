import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { powersOf, ROLES, type Role } from '#modules/accounts/rules.ts'
import { THREE } from '#test/office/newcomer.ts'
import { settle } from '#test/office/settle.ts'
import { PLACES } from '#test/office.ts'
import { ask, openCounter } from './asking.ts'
import { type Door, doors, isReading, nameOf, wholeOffice } from './doors.ts'
import { exampleFor, type Fill } from './examples.ts'

const FILE = join(import.meta.dirname, '../doors-by-role.json')

export const COLUMNS = ['nobody', ...ROLES] as const
type Column = (typeof COLUMNS)[number]

/** What each door answered each role, in the order of the columns: `401 403 200 …`. */
export type Table = { columns: readonly string[]; doors: Record<string, string> }

export const committed = (): Table => JSON.parse(readFileSync(FILE, 'utf8')) as Table // `writeTable` wrote it
export const writeTable = (table: Table): void => writeFileSync(FILE, `${JSON.stringify(table, null, 2)}\n`)

/** Nobody's id: what a door answers about it is decided by who asks, not by what there is. */
const UNKNOWN = '01980000-0000-7000-8000-00000000dead'

const GIVEN: Record<string, unknown> = {
  code: PLACES.guangchang,
  parent: PLACES.guangchang,
  mobile: '13900001111',
  password: 'Haitang-7-chuang',
  areaCode: '0534',
}

const fill: Fill = (key, schema) => {
  if (schema['format'] === 'uuid') return UNKNOWN
  if (key === 'bytes') return new TextEncoder().encode('姓名,身份证号\n')
  const { pattern, type } = schema
  if (key === 'administrators') return THREE
  const known = GIVEN[key]
  return type === 'string' &&
    typeof known === 'string' &&
    new RegExp(typeof pattern === 'string' ? pattern : '.', 'u').test(known)
    ? known
    : undefined
}

/** Readings first, then acts, each by its name; those that end the asking last. */
function inOrder(all: readonly Door[]): Door[] {
  const late = (door: Door) => Number(!isReading(door.e)) + Number(['signOut', 'endSession'].includes(door.name))
  return [...all].sort((a, b) => late(a) - late(b) || nameOf(a.e).localeCompare(nameOf(b.e), 'en'))
}

export type Answers = { statuses: Map<string, string>; faults: string[] }

/** Asks every door as every role, each role in an office of its own, over HTTP. */
export async function askMatrix(): Promise<Answers> {
  const faults: string[] = []
  const statuses = new Map<string, string>()
  for (const column of COLUMNS)
    for (const [name, status] of await askAs(column, faults)) {
      const before = statuses.get(name)
      statuses.set(name, before === undefined ? status : `${before} ${status}`)
    }
  return { statuses, faults }
}

async function askAs(column: Column, faults: string[]): Promise<Map<string, string>> {
  const o = await wholeOffice()
  await o.act((ctx) => settle(ctx, { place: PLACES.guangchang }))
  const token = column === 'nobody' ? undefined : (await o.hire({ role: column })).token
  const app = await openCounter(o)
  const found = new Map<string, string>()
  for (const door of inOrder(doors)) {
    const heard = await ask(app, { door, input: exampleFor(door.e, { fill, wide: false }), token })
    const name = nameOf(door.e)
    found.set(name, String(heard.status))
    const code = codeOf(heard.json)
    const expected = keptOut(door, column)
    const isOut = code === 'auth.signed_out' || code === 'auth.forbidden'
    if (expected ? code !== expected : isOut) faults.push(`${name} ${column}: ${heard.status} ${code}`)
  }
  await app.close()
  await o.close()
  return found
}

/** With which refusal the role must be kept out, by what the door declares and the rules give. */
function keptOut({ e }: Door, column: Column): string | undefined {
  if (e.permission === 'public') return undefined
  if (column === 'nobody') return 'auth.signed_out'
  const may = e.permission === 'signed-in' || powersOf([column satisfies Role]).permissions.has(e.permission)
  return may ? undefined : 'auth.forbidden'
}

function codeOf(json: unknown): string {
  return json && typeof json === 'object' && 'code' in json ? String(json.code) : ''
}

export function differences(kept: Table, found: ReadonlyMap<string, string>): string[] {
  const columns =
    kept.columns.join(' ') === COLUMNS.join(' ') ? [] : [`the table's roles are ${kept.columns.join(' ')}`]
  const names = new Set([...Object.keys(kept.doors), ...found.keys()])
  const lines = [...names].flatMap((name) => {
    const [before, now] = [kept.doors[name], found.get(name)]
    if (before === now) return []
    return [`${name}: committed ${before ?? 'no such door'}, found ${now ?? 'no such door'}`]
  })
  return [...columns, ...lines]
}

/** `node trust/kit/matrix.ts --write` commits what is answered today; a person reads the difference before it is committed. */
if (import.meta.main) {
  const { statuses, faults } = await askMatrix()
  const sorted = [...statuses].sort(([a], [b]) => a.localeCompare(b, 'en'))
  if (process.argv.includes('--write')) writeTable({ columns: COLUMNS, doors: Object.fromEntries(sorted) })
  process.stdout.write([...faults, ...differences(committed(), statuses)].map((line) => `${line}\n`).join(''))
  process.exit(faults.length === 0 ? 0 : 1)
}
