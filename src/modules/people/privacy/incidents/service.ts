import { sql } from 'kysely'
import { officeDay, officeTime } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { rowsOf } from '#platform/scope.ts'
import { placePaths } from '../../affiliations/paths/index.ts'
import { fieldOf } from '../../fields/index.ts'
import type { contract } from './contract.ts'
import { around, report } from './words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>
type Person = Awaited<Out<'readIncidentPeople'>>['people'][number]

/** For those with the right to know people: the audit administrator, who asked the trail, reads none (个人信息保护法 第五十七条: whom to notify, of what). */
export async function readIncidentPeople(ctx: Ctx, input: In<'readIncidentPeople'>): Out<'readIncidentPeople'> {
  const known = await peopleOf(
    ctx,
    input.people.map((one) => one.personId),
  )
  const people = input.people.flatMap((one) => {
    const person = known.get(one.personId)
    return person ? [{ ...one, ...person, fieldNames: namesOf(one.fields) }] : []
  })
  const shown = ['name', 'phones']
  ctx.note({ action: 'privacy.incident_read', detail: { shown, people: people.map((one) => one.personId) } })
  return { people, unknown: input.people.length - people.length }
}

type Row = {
  id: string
  name: string
  unit: string | null
  place: string | null
  phone: Buffer | null
  secret: Buffer | null
}

async function peopleOf(ctx: Ctx, ids: readonly string[]) {
  const found = await sql<Row>`
    select p.id, p.name, u.name as unit, p.place_code::text as place, p.secret,
           (select h.number_sealed from person_phone h where h.county = p.county and h.person_id = p.id order by h.position limit 1) as phone
      from person p
      left join unit u on u.county = p.county and u.id = p.unit_id
     where p.county = ${ctx.actor.county} and p.id = any(${ids}::uuid[]) and ${rowsOf(ctx.actor, 'p')}`.execute(ctx.db)
  // Whole: who notifies somebody must find the door, and every street has its building 12.
  const paths = await placePaths(
    ctx,
    found.rows.flatMap(({ place }) => place ?? []),
  )
  return new Map(
    found.rows.map(({ id, name, unit, secret, phone, place }) => [
      id,
      {
        name,
        unit,
        place: place && (paths.get(place) ?? null),
        phone: phone ? ctx.vault.of(secret).open(phone) : null,
      },
    ]),
  )
}

/** Fields by their names, once each; what stands beside the record by its own: a contact's address is not the person's. */
function namesOf(fields: readonly string[]): Person['fieldNames'] {
  const words = fields.map((path) => {
    const steps = path.split('.')
    const [first = '', last = ''] = [steps[0], steps.at(-1)]
    return around[first] ?? fieldOf(last) ?? around[last] ?? { zh: path, en: path }
  })
  return { zh: [...new Set(words.map((one) => one.zh))], en: [...new Set(words.map((one) => one.en))] }
}

export async function printIncident(ctx: Ctx, input: In<'printIncident'>): Out<'printIncident'> {
  const { people, unknown } = await readIncidentPeople(ctx, input)
  const { lang } = input
  const words = report[lang]
  const time = (text: string) => (Number.isNaN(Date.parse(text)) ? text : instant(new Date(text)))
  const rows = people.map((one, at) => [
    String(at + 1),
    one.name,
    [one.unit, one.place].filter(Boolean).join(' · '),
    one.fieldNames[lang].join(lang === 'zh' ? '、' : ', ') || words.noField,
    [...new Set([time(one.firstAt), time(one.lastAt)])].join(' – '),
    '',
  ])
  const bytes = await renderPaper({
    title: words.title,
    lead: [
      words.law,
      words.what(input.what),
      words.window(time(input.from), time(input.until)),
      words.count(people.length, unknown),
    ],
    parts: [
      { title: words.people, head: words.head, widths: [22, 52, 110, 0, 92, 60], rows },
      { title: words.measures, rows: [[input.measures || words.measuresOpen]], widths: [0] },
    ],
    foot: words.foot(ctx.actor.name, instant(ctx.now)),
  })
  ctx.note({ action: 'privacy.incident_printed', detail: { people: people.length, unknown } })
  return { name: fileName(ctx, words.file, 'pdf'), mediaType: 'application/pdf', bytes }
}

function instant(at: Date): string {
  return `${officeDay(at)} ${officeTime(at)}`
}
