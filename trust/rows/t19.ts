import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { z } from 'zod'
import { contract as sessions } from '#modules/accounts/sessions/contract.ts'
import { contract as volunteers } from '#modules/volunteering/volunteers/contract.ts'
import type { Endpoint } from '#platform/contract.ts'
import { earned, openShop } from '#test/office/bank.ts'
import { elderOf } from '#test/office/elders.ts'
import { settle } from '#test/office/settle.ts'
import { BUREAU, type Office, PLACES } from '#test/office.ts'
import { photograph } from '#test/photograph.ts'
import { type Door, doors, nameOf, staffedOffice } from '../kit/doors.ts'
import { HOSTILE, valuesOf } from '../kit/hostile.ts'
import { isLong, type Row } from '../row.ts'

const CASES = isLong ? 300 : 60
const SEED = Number(process.env['SANGYU_TRUST_SEED'] ?? Date.now() & 0x7fffffff)
const SLOW_MS = 2_000

type Asked = { url: string; payload?: Buffer | string; type?: string }
type Heard = { faults: Set<string>; times: number[]; statuses: Map<number, number> }

const FILES: Buffer[] = [
  Buffer.alloc(0),
  Buffer.from('姓名,身份证号\n张建国,371424193603080012\n'),
  Buffer.from('PK\x03\x04 not a workbook'),
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]),
  Buffer.from(photograph()),
  Buffer.from('\u0000'.repeat(5_000)),
]

/** How a request of a door may look: its own schema, the address and the query included, with nonsense mixed in. */
function requestsOf({ e }: Door, known: readonly string[]): fc.Arbitrary<Asked> {
  const schema = z.toJSONSchema(e.input, { io: 'input', unrepresentable: 'any' })
  const whole = valuesOf(Object.fromEntries(Object.entries(schema)), known)
  const isInUrl = e.method === 'get' || e.body === 'bytes'
  const oddPlace = fc.constantFrom(...HOSTILE.filter((one) => typeof one === 'string' && one.length < 200), ...known)
  return fc
    .tuple(whole, oddPlace, fc.integer({ min: 0, max: 11 }), fc.constantFrom(...FILES))
    .map(([value, odd, twist, file]) => {
      const left: Record<string, unknown> =
        typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
      const path = e.path.replace(/:(\w+)/g, (_match, key: string) => {
        const part = twist === 0 || !(key in left) ? odd : left[key]
        delete left[key]
        return encodeURIComponent(wellFormed(part).slice(0, 150)) || 'x'
      })
      if (isInUrl) {
        const url = `/api${path}?${queryOf(left, twist)}`
        return e.body === 'bytes' ? { url, payload: file, type: 'application/octet-stream' } : { url }
      }
      const text = isDeepStrictEqual(left, value) || twist > 3 ? JSON.stringify(left) : JSON.stringify(value ?? null)
      const polluted = twist === 1 ? text.replace(/^\{/, '{"__proto__":{"admin":true},').replace(',}', '}') : text
      return { url: `/api${path}`, payload: polluted, type: 'application/json' }
    })
}

const wellFormed = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? null)).toWellFormed()

/** A query as a form, a script or a fool writes it: repeated keys, JSON, commas, names that every object has. */
function queryOf(values: Record<string, unknown>, twist: number): string {
  const pairs = Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (Array.isArray(value) && twist % 2 === 0) return value.slice(0, 20).map((one) => [key, wellFormed(one)])
    return twist === 2
      ? [
          [key, wellFormed(value)],
          [key, 'again'],
        ]
      : [[key, wellFormed(value)]]
  })
  if (twist === 3) pairs.push(['__proto__', 'x'], ['constructor', 'y'], ['toString', 'z'])
  return new URLSearchParams(pairs.map(([key, value]) => [key, value.slice(0, 3_000)])).toString().slice(0, 12_000)
}

async function ask(
  o: Office,
  { door, token }: { door: Door; token: string },
  sent: Asked,
): Promise<{ status: number; wrong?: string; ms: number }> {
  const started = performance.now()
  const answer = await o.app.inject({
    method: door.e.method.toUpperCase() as 'GET', // a method of a contract
    url: sent.url,
    headers: { cookie: `sangyu=${token}`, ...(sent.type ? { 'content-type': sent.type } : {}) },
    ...(sent.payload === undefined ? {} : { payload: sent.payload }),
  })
  const [status, ms] = [answer.statusCode, performance.now() - started]
  if (status >= 500) return { status, ms, wrong: `${status} ${answer.body.slice(0, 60)}` }
  if (status >= 400)
    return refusal.safeParse(parsed(answer.body)).success
      ? { status, ms }
      : { status, ms, wrong: `${status} without words` }
  if (door.e.answer === 'file') return { status, ms }
  const fits = door.e.output.safeParse(parsed(answer.body)).success
  return fits ? { status, ms } : { status, ms, wrong: `answers outside its schema: ${answer.body.slice(0, 80)}` }
}

const refusal = z.object({ code: z.string(), message: z.object({ zh: z.string().min(1), en: z.string().min(1) }) })

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

type Holder = { token: string; known: readonly string[] }

/** Who may go through a door: then what lies behind it is tried, and not only the door. Fuzzing ends sessions and closes accounts, so they are hired anew. */
async function holderOf(o: Office, e: Endpoint): Promise<Holder> {
  if (e.permission === 'own.use') return anElder(o)
  if (e.permission === 'partner.use') return aShop(o)
  for (const role of ROLES) {
    const { token } = await o.hire({ role })
    const { permissions } = await o.as({ token }).call(sessions).whoAmI()
    if (permissions.includes(e.permission) || !e.permission.includes('.')) return { token, known: [] }
  }
  throw new Error(`nobody may do ${e.permission}`)
}

/** An elder with points to spend and a shop to spend them in. */
async function anElder(o: Office): Promise<Holder> {
  const worker = await o.hire({ role: 'bureau_staff' })
  const personId = await o.act((ctx) => settle(ctx, { name: '王秀英', place: PLACES.guangchang }))
  const elder = await elderOf({ o, worker, personId })
  await o.as(worker).call(volunteers).registerVolunteer({ personId })
  await earned(o, personId, 40)
  const { item } = await openShop(o, { name: `超市 ${randomUUID()}` })
  return { token: elder.token(), known: [personId, item] }
}

async function aShop(o: Office): Promise<Holder> {
  const { id, item, clerk } = await openShop(o, { name: `超市 ${randomUUID()}` })
  return { token: clerk.token, known: [id, item] }
}

const ROLES = ['bureau_staff', 'system_administrator', 'security_administrator', 'audit_administrator'] as const

async function fuzz(
  o: Office,
  door: Door,
  { token, known, heard }: { token: string; known: readonly string[]; heard: Heard },
): Promise<void> {
  const property = fc.asyncProperty(requestsOf(door, known), async (sent) => {
    const { status, wrong, ms } = await ask(o, { door, token }, sent)
    heard.times.push(ms)
    heard.statuses.set(status, (heard.statuses.get(status) ?? 0) + 1)
    if (wrong) throw new Error(wrong)
  })
  const { failed, counterexample, errorInstance } = await fc.check(property, {
    numRuns: CASES,
    seed: SEED,
  })
  if (failed)
    heard.faults.add(
      `${nameOf(door.e)}: ${String(errorInstance)} with ${JSON.stringify(counterexample?.[0]).slice(0, 300)}`,
    )
}

export const row: Row = {
  id: 'T19',
  about: {
    zh: '按每个接口自己的结构随机发送（含恶意类型），不出 5xx，回答合乎结构',
    en: 'every route is sent what its own schema allows and what it does not: no 5xx, answers that fit',
  },
  threshold: '0 × 5xx; 100 % schema-conform; p99 < 2 s',
  blocksMerge: false,
  minutes: 20,
  run: async () => {
    const { o, staff, person } = await staffedOffice()
    try {
      const heard: Heard = { faults: new Set(), times: [], statuses: new Map() }
      const known = [person, BUREAU, ...staff.map((one) => one.id)]
      for (const door of LAST_LAST) {
        const holder = await holderOf(o, door.e)
        await fuzz(o, door, { token: holder.token, known: [...known, ...holder.known], heard })
      }
      return verdictOf(heard)
    } finally {
      await o.close()
    }
  },
}

/** What decides who may come in is turned last: afterwards perhaps nobody may. */
const LAST_LAST = doors.toSorted((a, b) => Number(a.e.path.includes('policy')) - Number(b.e.path.includes('policy')))

function verdictOf({ faults, times, statuses }: Heard): { passed: boolean; value: string } {
  const p99 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0
  const seen = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`)
  const told = [...faults].slice(0, 12).join(' | ')
  const passed = faults.size === 0 && p99 < SLOW_MS
  const figures = `${times.length} requests (${seen.join(' ')}), p99 ${Math.round(p99)} ms, seed ${SEED}`
  return { passed, value: `${faults.size} faulty doors of ${figures}${told && `: ${told}`}` }
}
