import type { FastifyInstance } from 'fastify'
import { foundCounty } from '#modules/accounts/index.ts'
import { registerPeople } from '#modules/people/index.ts'
import { foundUnit } from '#modules/units/index.ts'
import { storeFile } from '#platform/files.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Office } from '#test/office.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { checked, plantTown, type Town } from '../kit/canaries.ts'
import { type Door, doors, isReading, nameOf, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { fillFor } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

const NEIGHBOUR = 371425
const MARK = '邻玉兔'
const BORN = '1931-05-02'
const PHONE = '13677779999'
const ID_NUMBER = checked('37142519310502099')
const UUID = /^[0-9a-f]{8}-/
const ADDRESS = `${MARK}小区`

type Neighbours = { person: string; unit: string; file: string; marks: string[] }

export const row: Row = {
  id: 'T10',
  about: {
    zh: '另一个县的数据不进任何查找、计数、导出、统计、联想和文件，小数目也不变',
    en: 'another county leaks into no search, count, export, figure, suggestion or file; not a cell of one changes',
  },
  threshold: '0 leaks',
  blocksMerge: false,
  run: async () => {
    const o = await wholeOffice()
    const town = await plantTown(o)
    const app = await openCounter(o)
    const tokens = new Map<string, string>()
    for (const role of ['bureau_staff', 'reader', 'security_administrator', 'audit_administrator'] as const)
      tokens.set(role, (await o.hire({ role })).token)
    const before = await readings(app, { tokens, town, o })
    const other = await foundNeighbour(o)
    const after = await readings(app, { tokens, town, o })
    const faults = [...before].flatMap(([what, said]) =>
      after.get(what) === said ? [] : [`${what} changed: ${differing(said, after.get(what) ?? '')}`],
    )
    const asked = await askAbout(app, { tokens, town, other, faults })
    await app.close()
    await o.close()
    return noneOf(faults, `${before.size} readings twice, ${asked} questions about a neighbour`)
  },
}

/** A second county in the same database, with a person, a unit and a file of its own. */
async function foundNeighbour(o: Office): Promise<Neighbours> {
  const act = <T>(work: Parameters<Office['house']['act']>[2]) =>
    o.house.act({ system: NEIGHBOUR }, { readOnly: false }, work) as Promise<T> // what the work answers
  await act((ctx) => foundCounty(ctx, { county: NEIGHBOUR, countyName: '齐河县', bureau: `${MARK}老干部局` }))
  const unit = await act<string>(async (ctx) => (await foundUnit(ctx, { name: `${MARK}水利局`, kind: 'employer' })).id)
  const [place] = await asOwner<{ code: string }>(
    o.house,
    `select code::text from place where county = $1 and level = 'community' limit 1`,
    [NEIGHBOUR],
  )
  const values = {
    name: `甄${MARK}`,
    birthOn: BORN,
    gender: '1',
    kind: 'tuixiu',
    idNumber: ID_NUMBER,
    address: ADDRESS,
  }
  const person = await act<string>(async (ctx) => {
    const draft = { values, unitId: unit, managingUnitId: null, placeCode: place?.code ?? null, tags: [`${MARK}标签`] }
    const phones = [{ number: PHONE, label: '本人' }]
    const [id = ''] = await registerPeople(ctx, [{ ...draft, source: MARK, phones }])
    return id
  })
  const file = await act<string>((ctx) =>
    storeFile(ctx, { name: `${MARK}.png`, mediaType: 'image/png', bytes: Buffer.from(MARK) }),
  )
  return { person, unit, file, marks: [MARK, PHONE, ID_NUMBER, person, unit, file] }
}

type Around = { tokens: ReadonlyMap<string, string>; town: Town }

/** Every reading of every role as it is answered, without what changes by itself: the trail grows by being read. */
async function readings(
  app: FastifyInstance,
  { tokens, town, o }: Around & { o: Office },
): Promise<Map<string, string>> {
  const said = new Map<string, string>()
  await o.deliver()
  for (const [role, token] of tokens)
    for (const door of doors.filter(({ e }) => isReading(e) && e.answer !== 'file' && isSteady(e.path))) {
      const input = exampleFor(door.e, { fill: fillFor(door, town.near, town), wide: false })
      const heard = await ask(app, { door, input, token })
      said.set(`${role} ${nameOf(door.e)}`, `${heard.status} ${JSON.stringify(heard.json)}`)
    }
  return said
}

/** Which counties there are, and whom to ring there, is told to whoever stands at the door. */
const AT_THE_DOOR: ReadonlySet<string> = new Set(['/setup', '/own-session/doorway'])
/** The trail of the audit grows with each question. */
const isSteady = (path: string): boolean => !path.startsWith('/audit') && !AT_THE_DOOR.has(path)

/** By name, number, telephone, id, unit and file: nothing of them comes back that was not in the question itself. */
async function askAbout(
  app: FastifyInstance,
  { tokens, town, other, faults }: Around & { other: Neighbours; faults: string[] },
): Promise<number> {
  let asked = 0
  for (const [role, token] of tokens)
    for (const door of doors.filter(isHarmless))
      for (const word of [MARK, ID_NUMBER, PHONE])
        for (const input of inputsAbout(door, word, { town, other })) {
          const heard = await ask(app, { door, input, token })
          asked++
          const own = JSON.stringify(input)
          // One's own trail keeps the id one asked about.
          const marks = door.e.path.startsWith('/audit') ? other.marks.filter((mark) => !UUID.test(mark)) : other.marks
          const told = marks.find((mark) => !own.includes(mark) && heard.text.includes(mark))
          if (told) faults.push(`${role} ${heard.status} ${nameOf(door.e)} tells ${told}`)
        }
  return asked
}

/** What only reads, and what is asked by a body and changes nothing of the neighbour whatever it answers. */
const isHarmless = ({ name, e }: Door): boolean =>
  isReading(e) || ['exportPeople', 'warnOfDuplicates', 'requestExport', 'previewAccount'].includes(name)

function inputsAbout(door: Door, word: string, { town, other }: { town: Town; other: Neighbours }) {
  const fill = fillFor(door, town.near, town)
  const pointed = exampleFor(door.e, {
    wide: false,
    fill: (key, schema) => {
      if (schema['format'] !== 'uuid') return fill(key, schema)
      if (/unit/i.test(key) || door.e.path.startsWith('/units')) return other.unit
      return key === 'file' ? other.file : other.person
    },
  })
  const searched = exampleFor(door.e, { wide: false, fill })
  const shape = door.e.input.shape
  return 'q' in shape ? [{ ...searched, q: word }, pointed] : [pointed]
}

function differing(before: string, after: string): string {
  const at = [...before].findIndex((letter, index) => letter !== after[index])
  return `${before.slice(Math.max(0, at - 40), at + 40)} ≠ ${after.slice(Math.max(0, at - 40), at + 40)}`
}
