import type { FastifyInstance } from 'fastify'
import { HOURLY_MISSES } from '#modules/people/record/reveal/rules.ts'
import { SAME_STEM_ROWS } from '#modules/people/roster-import/guesses/index.ts'
import { type Office, PLACES } from '#test/office.ts'
import { ask } from '../asking.ts'
import { type Canary, checked, readRoster, type Town } from '../canaries.ts'
import { doors } from '../doors.ts'

export type Guessed = { tried: number; most: number; faults: string[] }
type At = { o: Office; app: FastifyInstance; town: Town }

/** Five hundred numbers that fit what the record shows, the right one last: no door tells it from the others. */
export async function guessAll(at: At): Promise<Guessed> {
  const { near, far } = at.town
  const said: Guessed = { tried: 0, most: 0, faults: [] }
  const paper = { section: 'work', values: { post: '副局长' }, reason: '档案里写错了', askedBy: 'family' }
  const tries: [string, Canary, (idNumber: string) => Record<string, unknown>][] = [
    ['listPeople', near, (q) => ({ q })],
    ['countPeople', near, (q) => ({ q, by: 'unit' })],
    ['warnDuplicates', far, (idNumber) => ({ name: '某人', idNumber })],
    ['proposeByPaper', far, (idNumber) => ({ name: far.name, idNumber, ...paper })],
  ]
  for (const [name, person, inputFor] of tries) await guess(at, { name, person, inputFor, said })
  await guessByRoster(at, said)
  return said
}

type Guess = { name: string; person: Canary; inputFor: (idNumber: string) => Record<string, unknown>; said: Guessed }

async function guess({ o, app }: At, { name, person, inputFor, said }: Guess): Promise<void> {
  const door = doors.find((one) => one.name === name)
  if (!door) {
    said.faults.push(`no door ${name}`)
    return
  }
  const who = await o.hire({ role: 'bureau_staff', place: PLACES.xingtong })
  const answers: string[] = []
  for (const idNumber of candidates(person)) {
    const { status, json } = await ask(app, { door, input: inputFor(idNumber), token: who.token })
    answers.push(status === 429 ? '429' : JSON.stringify([status, json]))
  }
  const answered = answers.filter((one) => one !== '429').length
  said.tried += answers.length
  said.most = Math.max(said.most, answered)
  if (answered > HOURLY_MISSES) said.faults.push(`${name} answers ${answered} guesses`)
  if (new Set(answers.slice(0, answered)).size > 1) said.faults.push(`${name} tells guesses apart`)
  if (answers.at(-1) !== '429') said.faults.push(`${name} answers the right number`)
  if ((await noted(o, who.id, 'people.number_missed')) !== HOURLY_MISSES) said.faults.push(`${name}: misses unnoted`)
  if (!(await noted(o, who.id, 'people.number_alarm'))) said.faults.push(`${name}: no alarm`)
}

/** All in one roster, then a few a file: neither preview tells who is registered. */
async function guessByRoster({ o, app, town }: At, said: Guessed): Promise<void> {
  const [upload, read] = ['uploadRoster', 'listImportRows'].map((name) => doors.find((one) => one.name === name))
  if (!upload || !read) {
    said.faults.push('no door for rosters')
    return
  }
  const all = candidates(town.far)
  const pieces = Array.from({ length: 50 }, (_, at) => all.slice(at * 10, at * 10 + 10))
  for (const files of [[all], pieces]) {
    const { token } = await o.hire({ role: 'bureau_staff', place: PLACES.xingtong })
    let told = 0
    for (const numbers of files) {
      const bytes = new TextEncoder().encode(
        ['姓名,身份证号,单位', ...numbers.map((one) => `张建国,${one},教育局`)].join('\n'),
      )
      const { json } = await ask(app, { door: upload, input: { name: '名单.csv', bytes }, token })
      const id = json && typeof json === 'object' && 'id' in json ? String(json.id) : ''
      await readRoster(o, id)
      const rows = await ask(app, { door: read, input: { id, limit: 200 }, token })
      said.tried += numbers.length
      if (rows.text.includes('ID_ELSEWHERE')) said.faults.push('a preview tells who is registered')
      if (rows.text.includes(numbers[0] ?? '-')) told += numbers.length
    }
    said.most = Math.max(said.most, told)
    if (told > SAME_STEM_ROWS) said.faults.push(`previews tell of ${told} guesses`)
  }
}

/** As GB 11643 numbers them: area and birthday, an order of three digits whose last tells the sex, the check character. */
function candidates({ idNumber }: Canary): string[] {
  const [stem, isOdd] = [idNumber.slice(0, 14), Number(idNumber[16]) % 2]
  const orders = Array.from({ length: 500 }, (_, at) => String(at * 2 + isOdd).padStart(3, '0'))
  const others = orders.map((order) => checked(stem + order)).filter((one) => one !== idNumber)
  return [...others, idNumber]
}

async function noted(o: Office, account: string, action: string): Promise<number> {
  const rows = await o.act((ctx) =>
    ctx.db
      .selectFrom('audit_event')
      .select('seq')
      .where('account_id', '=', account)
      .where('action', '=', action)
      .execute(),
  )
  return rows.length
}
