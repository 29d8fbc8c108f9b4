import type { FastifyInstance } from 'fastify'
import { powersOf, type Role } from '#modules/accounts/rules.ts'
import { elderOf } from '#test/office/elders.ts'
import { asOwner } from '#test/office/owner.ts'
import type { Office } from '#test/office.ts'
import { ask, openCounter } from '../kit/asking.ts'
import { type Canary, plantTown, posts, type Town, tailsOf, tells } from '../kit/canaries.ts'
import { doors, isReading, nameOf, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { DISCLOSES, fillFor, type Question, questionsOf } from '../kit/questions.ts'
import { noneOf, type Row } from '../row.ts'

export const row: Row = {
  id: 'T05',
  about: {
    zh: '任何角色的任何响应字节中都没有范围外的值',
    en: 'no byte of any answer holds what is outside a role’s scope',
  },
  threshold: '0 hits',
  blocksMerge: true,
  run: async () => {
    const o = await wholeOffice()
    const town = await plantTown(o)
    const app = await openCounter(o)
    const faults: string[] = []
    let asked = 0
    const opened = new Set<string>()
    for (const { role, token, hidden } of await askersOf(o, town)) {
      for (const question of questionsOf(town)) {
        const heard = await ask(app, { ...question, token })
        asked++
        if (heard.status < 300) opened.add(question.door.name)
        if (role) faults.push(...inLists(question, { json: heard.json, text: heard.text, town }))
        for (const { value, of } of hidden) {
          const isOwnWord = JSON.stringify(question.input).includes(value)
          const isGiven = of === 'sensitive' && DISCLOSES.has(question.door.name)
          if (!isOwnWord && !isGiven && tells(heard.text, value))
            faults.push(`${role ?? 'nobody'} ${heard.status} ${nameOf(question.door.e)} tells ${of} ${value}`)
        }
      }
    }
    asked += await brokenAsWell(o, app, { town, faults })
    await app.close()
    await o.close()
    if (opened.size < doors.length / 2) faults.push('most doors did not open: this says nothing')
    return noneOf([...new Set(faults)], `${asked} answers, ${opened.size} of ${doors.length} doors opened`)
  },
}

type Asker = { role: Role | null; token: string | undefined; hidden: Hidden[] }

/** The near person at their own door and the shop at its counter first, for acts of the office change what there is to see; then every post, and nobody. */
async function askersOf(o: Office, town: Town): Promise<Asker[]> {
  const elder = await elderOf({ o, worker: town.clerk, personId: town.near.id })
  const own = [...everythingOf(town.far), ...everythingOf(town.beside)]
  const everybody = [town.near, town.far, town.beside].flatMap(everythingOf)
  const askers: Asker[] = [
    { role: 'elder', token: elder.token(), hidden: own },
    { role: 'partner', token: town.shop.clerk.token, hidden: everybody },
  ]
  for (const post of posts(town.nearUnit)) {
    const { role = null } = post
    const hidden = hiddenFrom(role, town, post.isWhole === true)
    askers.push({ role, token: (await o.hire(post)).token, hidden })
  }
  return [...askers, { role: null, token: undefined, hidden: hiddenFrom(null, town, false) }]
}

/** Doors that show many people at once. */
const LISTS: ReadonlySet<string> = new Set([
  'listPeople',
  'exportPeople',
  'readPersonLedgerGroup',
  'listDuplicates',
  'warnDuplicates',
  'listMerges',
  'listImportRows',
])

type Shown = { json: unknown; text: string; town: Town }

/** Whoever asks: a list tells no day of birth, and no answer tells the end of a number, under whatever name it stands. */
function inLists({ door, input }: Question, { json, text, town }: Shown): string[] {
  const asked = JSON.stringify(input)
  const people = [town.near, town.beside, town.far]
  const days = LISTS.has(door.name) ? people.map(({ birthOn }) => birthOn).filter((day) => text.includes(day)) : []
  const tails = DISCLOSES.has(door.name)
    ? []
    : textsIn(json).filter((one) => people.some((who) => tailsOf(who).includes(one)))
  return [...days, ...tails]
    .filter((value) => !asked.includes(value))
    .map((value) => `${nameOf(door.e)} tells ${value} in a list or by its end`)
}

/** Counts and numbers of rows are two digits too; an end of a number would stand as text. */
function textsIn(json: unknown, key = ''): string[] {
  if (typeof json === 'string') return key === 'seq' ? [] : [json]
  if (Array.isArray(json)) return json.flatMap((item) => textsIn(item, key))
  return json && typeof json === 'object' ? Object.entries(json).flatMap(([name, item]) => textsIn(item, name)) : []
}

type Hidden = { value: string; of: string }

/** Words of a code table: they stand beside other people too. */
const SHARED: ReadonlySet<string> = new Set(['lost_only_child', '失独'])

/** What this role may not meet: everything of who is outside its area, and of the others what its classes keep from it. */
function hiddenFrom(role: Role | null, { near, far, beside }: Town, isWhole: boolean): Hidden[] {
  const { permissions, sees } = powersOf(role ? [role] : [])
  const inside = isWhole ? [near, far, beside] : [near, beside]
  if (!permissions.has('people.read')) return [near, far, beside].flatMap(everythingOf)
  const cut = (['pi', 'restricted', 'sensitive'] as const).filter((one) => !sees.has(one))
  const kept = inside.flatMap((person) => cut.flatMap((one) => person[one].map((value) => ({ value, of: one }))))
  return isWhole ? kept : [...kept, ...everythingOf(far)]
}

function everythingOf({ plain, pi, restricted, sensitive }: Canary): Hidden[] {
  return [...plain, ...pi, ...restricted, ...sensitive]
    .filter((value) => !SHARED.has(value))
    .map((value) => ({ value, of: 'outside' }))
}

/** What goes wrong inside tells nothing either. */
async function brokenAsWell(
  o: Office,
  app: FastifyInstance,
  { town, faults }: { town: Town; faults: string[] },
): Promise<number> {
  const { token } = await o.hire({ role: 'bureau_staff' })
  await asOwner(o.house, 'alter table person_phone rename to person_phone_away')
  const readings = doors.filter(({ e }) => isReading(e))
  for (const door of readings) {
    const heard = await ask(app, {
      door,
      input: exampleFor(door.e, { fill: fillFor(door, town.near, town), wide: false }),
      token,
    })
    if (heard.status < 500) continue
    for (const value of [...town.near.plain, ...town.near.sensitive, 'person_phone', 'select '])
      if (tells(heard.text, value)) faults.push(`${heard.status} ${nameOf(door.e)} tells ${value}`)
  }
  return readings.length
}
