import { z } from 'zod'
import type { Contract, Endpoint } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { bind, type Routes, type Service } from '#platform/http/bind.ts'
import { cutterOf } from '#platform/present/cutter.ts'
import { Witness } from '#platform/present/witness.ts'
import { present } from '#platform/present.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'
import { type Door, nameOf, parts } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { noneOf, type Row } from '../row.ts'

/** Doors that answer with a file, a telephone or how many there are, and yet show nobody who is cared for, or masked names alone. */
const NO_LOOK = new Set([
  'exportGrants',
  'exportRoles',
  'readPersonLedger',
  'readUnit',
  'readCalendar',
  'downloadStatement',
  'downloadSettlement',
  'readItemPicture',
])

export const row: Row = {
  id: 'T27',
  about: {
    zh: '每个会改动或会显示敏感信息的接口都留下完整的审计记录，与业务同一事务',
    en: 'Every door that changes or shows something leaves a complete audit row, in the same transaction',
  },
  threshold: '100 %',
  blocksMerge: true,
  run: async () => {
    const doors = parts.rooms.flatMap((room) => Object.entries(room.contract).map(([name, e]): Door => ({ name, e })))
    const o = await office({ rooms: parts.rooms.map((room) => standIn(room.contract)) })
    try {
      const watched = doors.filter(isWatched)
      const faults = doors
        .filter(({ name, e }) => shows(e) && !e.look && !NO_LOOK.has(name))
        .map(({ e }) => `${nameOf(e)}: shows personal data and is no look`)
      const worker = await o.hire()
      for (const door of watched) faults.push(...(await pass(o, door, worker)))
      await asOwner(o.house, `alter table audit_event add constraint broken check (false) not valid`)
      for (const door of watched) faults.push(...(await passInVain(o, door, worker)))
      return noneOf(faults, `${watched.length} doors, each opened twice`)
    } finally {
      await o.close()
    }
  },
}

/** A list is a look only where something stands whole in it. */
function isWatched({ e }: Door): boolean {
  if (e.method !== 'get') return true
  if (!e.look) return false
  const sees = new Witness(['pi', 'restricted'])
  present(e.output, answerOf(e), { sees })
  return e.look === true || !e.look.people || e.look.shows !== undefined || sees.shown().length > 0
}
const shows = (e: Endpoint) => e.method === 'get' && (e.answer === 'file' || cutterOf(e.output) !== null)

/** The rooms' own doors, open to whoever is signed in, before a service that says yes and leaves one event: what they have in common is tried. */
function standIn(contract: Contract): Routes {
  const open = Object.fromEntries(
    Object.entries(contract).map(([name, e]) => [
      name,
      { ...e, permission: 'signed-in' as const, input: z.looseObject({}) },
    ]),
  )
  const entries = Object.entries(contract).map(([name, e]) => [
    name,
    async (ctx: Ctx) => {
      if (e.method !== 'get') ctx.emit({ type: 'door.passed', data: { name } })
      return answerOf(e)
    },
  ])
  return bind(open, Object.fromEntries(entries) as unknown as Service<Contract>) // each answers what its contract says
}

const ID = '01980000-0000-7000-8000-000000000001'

function answerOf(e: Endpoint): unknown {
  if (e.answer === 'file') return { name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array(1) }
  const output = z.object({ answer: e.output })
  return exampleFor({ input: output }, { fill, wide: true })['answer']
}

/** What a schema cannot say of itself in JSON: records of the catalogue, ids, files. */
function fill(_key: string, schema: Record<string, unknown>): unknown {
  if (schema['format'] === 'uuid') return ID
  if (typeof schema['pattern'] === 'string' && new RegExp(schema['pattern']).test(ID)) return ID
  if (Array.isArray(schema['type']) && !schema['type'].includes('string')) return null
  const says = ['type', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'].some((key) => key in schema)
  return says ? undefined : { health: '30' }
}

type Found = { tx: string; complete: boolean }

async function pass(o: Office, { name, e }: Door, worker: Worker): Promise<string[]> {
  const before = await last(o)
  const status = await call(o, e, worker)
  if (status !== 200) return [`${nameOf(e)}: could not be opened (${status})`]
  const rows = await asOwner<Found>(
    o.house,
    `select xmin::text as tx, num_nulls(at, account_id, session_hash, address, device, action, subject_kind, result, request_id, prev_hash, hash) = 0
            and roles <> '{}' and prev_hash <> hash as complete
       from audit_event where seq > $1 and action = $2`,
    [before, name],
  )
  const [found] = rows
  if (!found) return [`${nameOf(e)}: no row`]
  if (!found.complete) return [`${nameOf(e)}: a field is missing`]
  if (e.method === 'get') return []
  const events = await asOwner<{ tx: string }>(
    o.house,
    `select xmin::text as tx from outbox where type = 'door.passed' order by id desc limit 1`,
  )
  return events[0]?.tx === found.tx ? [] : [`${nameOf(e)}: not the same transaction`]
}

async function passInVain(o: Office, { e }: Door, worker: Worker): Promise<string[]> {
  const count = async () => (await asOwner(o.house, 'select 1 from outbox')).length
  const before = await count()
  const status = await call(o, e, worker)
  const isDone = status < 500 || (await count()) !== before
  return isDone ? [`${nameOf(e)}: done without its row (${status})`] : []
}

async function last(o: Office): Promise<string> {
  const [found] = await asOwner<{ seq: string }>(o.house, 'select coalesce(max(seq), 0)::text as seq from audit_event')
  return found?.seq ?? '0'
}

async function call(o: Office, e: Endpoint, { token }: Worker): Promise<number> {
  const input = exampleFor(e, { fill, wide: true })
  const path = e.path.replace(/:(\w+)/g, (_match, key: string) => {
    const part = input[key]
    return encodeURIComponent(typeof part === 'string' || typeof part === 'number' ? part : ID)
  })
  const rest = Object.fromEntries(Object.entries(input).filter(([key]) => !e.path.includes(`:${key}`)))
  const inUrl = e.method === 'get' || e.body === 'bytes'
  const query = new URLSearchParams(
    Object.entries(rest).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
  const answer = await o.app.inject({
    method: e.method.toUpperCase() as 'GET', // a method of a contract
    url: `/api${path}${inUrl ? `?${query.toString()}` : ''}`,
    headers: {
      cookie: `sangyu=${token}`,
      'content-type': e.body === 'bytes' ? 'application/octet-stream' : 'application/json',
    },
    ...(e.method === 'get' ? {} : { payload: e.body === 'bytes' ? Buffer.alloc(1) : JSON.stringify(rest) }),
  })
  return answer.statusCode
}
