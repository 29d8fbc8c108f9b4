import type { FastifyInstance } from 'fastify'
import { asOwner } from '#test/office/owner.ts'
import type { Office } from '#test/office.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { plantTown, type Town } from '../kit/canaries.ts'
import { type Door, doors, isReading, nameOf, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { fillFor } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

/** Values that stand nowhere else: found in a row, they were taken from a body that had no business to hold them. */
const MARK = 'mass-assigned'
const MARK_ID = '0198dead-beef-7000-8000-00000000dead'
const MARK_COUNTY = 999_937

/** What somebody would add to a body to be more than they are. */
const ADDED: Record<string, unknown> = {
  role: 'audit_administrator',
  roles: [MARK],
  permissions: [MARK],
  sees: [MARK],
  county: MARK_COUNTY,
  county_id: MARK_COUNTY,
  accountId: MARK_ID,
  account_id: MARK_ID,
  createdBy: MARK_ID,
  created_by: MARK_ID,
  requestedBy: MARK_ID,
  requested_by: MARK_ID,
  decidedBy: MARK_ID,
  decided_by: MARK_ID,
  approvedBy: MARK_ID,
  org_id: MARK_ID,
  unit_ids: [MARK_ID],
  createdAt: '1901-02-03T04:05:06Z',
  created_at: '1901-02-03T04:05:06Z',
  decided_at: '1901-02-03T04:05:06Z',
  balance: MARK_COUNTY,
  completeness: MARK_COUNTY,
  is_deceased: true,
  is_shared_by: MARK,
  merged_into: MARK_ID,
  mergedInto: MARK_ID,
  id_sealed: MARK,
  password_hash: MARK,
  holder_id: MARK_ID,
  secret: MARK,
  login: MARK,
}
const PROTO = `{"__proto__":{"isAdmin":true,"county":${MARK_COUNTY}},"constructor":{"prototype":{"county":${MARK_COUNTY}}}}`

export const row: Row = {
  id: 'T06',
  about: { zh: '请求体里多塞的字段不改变任何受保护的列', en: 'what is slipped into a body changes nothing protected' },
  threshold: '0 changed protected columns',
  blocksMerge: true,
  run: async () => {
    const o = await wholeOffice()
    const town = await plantTown(o)
    const app = await openCounter(o)
    const writing = doors.filter(({ e, name }) => !isReading(e) && name !== 'signOut' && name !== 'setUp')
    const before = await protectedRows(o)
    let sent = 0
    const taken = new Set<string>()
    for (const role of ['bureau_staff', 'system_administrator', 'security_administrator'] as const) {
      for (const door of writing) {
        // A new worker for each door: one of them may end the session it is asked in.
        const { token } = await o.hire({ role })
        for (const input of inputsFor(door, town)) {
          const heard = await ask(app, { door, input, token })
          sent++
          if (heard.status < 300) taken.add(nameOf(door.e))
        }
      }
    }
    const faults = [...(await marksIn(o)), ...changes(before, await protectedRows(o))]
    if ('isAdmin' in {}) faults.push('a prototype was changed')
    if (taken.size < writing.length / 4) faults.push(`only ${taken.size} doors took what was sent: this says nothing`)
    await close(o, app)
    return noneOf(faults, `${sent} bodies, ${taken.size} of ${writing.length} doors took theirs`)
  },
}

async function close(o: Office, app: FastifyInstance): Promise<void> {
  await app.close()
  await o.close()
}

/** A good body and what does not belong there: at its top, in each part of it, and under the names that reach a prototype. */
function inputsFor(door: Door, town: Town): Record<string, unknown>[] {
  const made = [false, true].map((wide) => exampleFor(door.e, { fill: fillFor(door, town.near, town), wide }))
  return made.flatMap((good) => [
    { ...ADDED, ...good },
    { ...ADDED, ...deeply(good) },
    { ...(JSON.parse(PROTO) as object), ...good }, // PROTO is an object in JSON
  ])
}

function deeply(good: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(good).map(([key, value]) => {
      if (Array.isArray(value))
        return [key, value.map((item: unknown) => (isPart(item) ? { ...ADDED, ...item } : item))]
      return [key, isPart(value) ? { ...ADDED, ...value } : value]
    }),
  )
}

function isPart(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
}

/** The tables in which one of the marks stands now. */
async function marksIn(o: Office): Promise<string[]> {
  const tables = await asOwner<{ name: string }>(
    o.house,
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const faults: string[] = []
  for (const { name } of tables) {
    const marks = [MARK, MARK_ID, String(MARK_COUNTY), '1901-02-03'].map((mark) => `%${mark}%`)
    const found = await asOwner<{ text: string }>(
      o.house,
      `select t::text as text from ${name} t where t::text like any($1) limit 1`,
      [marks],
    )
    for (const { text } of found) faults.push(`${name}: ${text.slice(0, 160)}`)
  }
  return faults
}

/** Who has which right and who was decided on by whom: nothing of it changes by a body's extra words. */
async function protectedRows(o: Office): Promise<Map<string, string>> {
  const rows = await asOwner<{ key: string; value: string }>(
    o.house,
    `select 'grant ' || id as key, concat_ws(' ', account_id, role, place_code, unit_id, granted_by) as value from account_grant
     union all select 'person ' || id, concat_ws(' ', county, merged_into, status) from person where merged_into is not null`,
  )
  return new Map(rows.map(({ key, value }) => [key, value]))
}

function changes(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...before].flatMap(([key, value]) =>
    after.get(key) === value ? [] : [`${key}: ${value} became ${after.get(key)}`],
  )
}
