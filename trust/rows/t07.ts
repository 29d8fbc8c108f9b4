import type { FastifyInstance } from 'fastify'
import { candidateCount } from '#modules/people/codes/id-candidates.ts'
import type { Office } from '#test/office.ts'
import { ask, type Heard, openCounter } from '../kit/asking.ts'
import { type Canary, plantTown, posts, type Town } from '../kit/canaries.ts'
import { doors, nameOf, wholeOffice } from '../kit/doors.ts'
import { guessAll } from '../kit/guessing/index.ts'
import { DISCLOSES, type Question, questionsOf } from '../kit/questions.ts'
import type { Row } from '../row.ts'

const LEAST = 500
/** The worst case: whoever reads knows where the person was born. */
const REGIONS = ['371424']

export const row: Row = {
  id: 'T07',
  about: {
    zh: '从任何响应都拼不出身份证号：遮盖后的值加上能看到的其他信息，至少还剩 500 个可能',
    en: 'no identity number can be put together: what is shown of it and all beside it leave 500 candidates or more',
  },
  threshold: '≥ 500 candidates without grant; 0 oracles',
  blocksMerge: false,
  run: async () => {
    const o = await wholeOffice()
    const town = await plantTown(o)
    const app = await openCounter(o)
    const found: Found = { least: Number.POSITIVE_INFINITY, asked: 0, faults: [] }
    await searchInPieces(o, app, { town, found })
    const guessed = await guessAll({ o, app, town })
    found.faults.push(...guessed.faults)
    for (const post of posts(town.nearUnit)) {
      const { token } = await o.hire(post)
      for (const question of questionsOf(town)) {
        const heard = await ask(app, { ...question, token })
        found.asked++
        for (const person of [town.near, town.beside, town.far]) weigh(found, { heard, question, person })
      }
    }
    await app.close()
    await o.close()
    const { least, asked, faults } = found
    const told = faults.length ? ` | ${[...new Set(faults)].slice(0, 5).join(' | ')}` : ''
    return {
      passed: faults.length === 0 && least >= LEAST,
      value: `${least} left at least, in ${asked} answers; of ${guessed.tried} guesses at most ${guessed.most} answered at one door, ${guessed.faults.length} oracles${told}`,
    }
  },
}

type Found = { least: number; asked: number; faults: string[] }
type Weighed = { heard: Heard; question: Question; person: Canary }

/** Counts what is left of one person's number after one answer, the birthday and sex being known from the record. */
function weigh(found: Found, { heard, question, person }: Weighed): void {
  const isGiven = DISCLOSES.has(question.door.name) || JSON.stringify(question.input).includes(person.idNumber)
  if (isGiven) return
  const shown = heard.text.includes(person.idNumber)
    ? [person.idNumber]
    : fragmentsIn(heard.json).filter((one) => fits(one, person))
  for (const one of ['*'.repeat(18), ...shown]) {
    const left = leftOf(one, person)
    found.least = Math.min(found.least, left)
    if (left < LEAST) found.faults.push(`${nameOf(question.door.e)} shows ${one}: ${left} left`)
  }
}

const counted = new Map<string, number>()

function leftOf(shown: string, { birthOn, gender }: Canary): number {
  const key = `${shown} ${birthOn} ${gender}`
  const left = counted.get(key) ?? candidateCount({ shown, regions: REGIONS, birthOn, gender }, LEAST)
  counted.set(key, left)
  return left
}

const COVERED = /(?<![\dA-Za-z])[\dXx]*[*＊…]+[\dXx]*(?![\dA-Za-z])/g
const TELEPHONE = /^1\d\d\*{4}\d{4}$/

/** Everything in an answer that may be a part of a number, as eighteen characters with * for those hidden. */
function fragmentsIn(json: unknown, key = ''): string[] {
  if (Array.isArray(json)) return json.flatMap((item) => fragmentsIn(item, key))
  if (json && typeof json === 'object') return Object.entries(json).flatMap(([name, value]) => fragmentsIn(value, name))
  if (typeof json !== 'string') return []
  const covered = (json.match(COVERED) ?? []).filter((text) => !TELEPHONE.test(text) && /\d/.test(text))
  const tail = /tail|id_?n(o|umber)/i.test(key) && /^[\dX]{1,17}$/.test(json) ? [`*${json}`] : []
  return [...covered, ...tail].map(widened)
}

function widened(text: string): string {
  const [head = '', end = ''] = [/^[\dXx]*/.exec(text)?.[0], /[\dXx]*$/.exec(text)?.[0]]
  return `${head}${'*'.repeat(Math.max(0, 18 - head.length - end.length))}${end}`.toUpperCase()
}

function fits(pattern: string, { idNumber }: Canary): boolean {
  return [...pattern].every((char, at) => char === '*' || char === idNumber[at])
}

type Pieces = { town: Town; found: Found }

/** A whole number finds; a part of one finds nobody, and nothing narrows, counts or sorts by what is not shown. */
async function searchInPieces(o: Office, app: FastifyInstance, { town, found }: Pieces): Promise<void> {
  const { token } = await o.hire({ role: 'reader' })
  const door = doors.find(({ name }) => name === 'listPeople')
  const count = doors.find(({ name }) => name === 'countPeople')
  if (!door || !count) {
    found.faults.push('there is no list of people')
    return
  }
  const { idNumber, pi } = town.near
  const phone = pi.at(-1) ?? ''
  const asks = async (input: Record<string, unknown>, by = door) => (await ask(app, { door: by, input, token })).json
  for (const q of [idNumber, phone])
    if (totalIn(await asks({ q })) !== 1) found.faults.push('a whole number does not find')
  const parts = [
    idNumber.slice(0, 14),
    idNumber.slice(0, 17),
    idNumber.slice(-4),
    idNumber.slice(6, 14),
    phone.slice(0, 7),
    phone.slice(-4),
  ]
  for (const q of parts) if (totalIn(await asks({ q })) !== 0) found.faults.push(`a part finds: ${q}`)
  const conditions = [
    { field: 'idNumber', op: 'contains', value: idNumber.slice(0, 8) },
    { field: 'medicalInsuranceNo', op: 'atLeast', value: 'A' },
    { field: 'medicalHistory', op: 'contains', value: '新' },
    { field: 'incomeCents', op: 'atLeast', value: 1 },
    { field: 'livingFlags', op: 'in', value: ['lost_only_child'] },
    { field: 'livingFlags', op: 'filled', value: null },
    { field: 'address', op: 'contains', value: '小区' },
    { field: 'collectorPhone', op: 'contains', value: '1587' },
    { field: 'birthOn', op: 'atLeast', value: town.near.birthOn },
    { field: 'political', op: 'is', value: '01' },
    { field: 'missing', op: 'in', value: ['partyJoinedOn'] },
  ]
  for (const one of conditions)
    if (totalIn(await asks({ where: [one] })) !== null) found.faults.push(`narrows by ${one.field} ${one.op}`)
  for (const sort of ['idNumber', 'incomeCents', 'health'])
    if (totalIn(await asks({ sort })) !== null) found.faults.push(`sorts by ${sort}`)
  if (totalIn(await asks({ by: 'health' }, count)) !== null) found.faults.push('counts by health')
}

function totalIn(json: unknown): number | null {
  return json && typeof json === 'object' && 'total' in json && typeof json.total === 'number' ? json.total : null
}
