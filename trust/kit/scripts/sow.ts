import type { FastifyInstance } from 'fastify'
import { powersOf } from '#modules/accounts/rules.ts'
import { fieldOf } from '#modules/people/fields/index.ts'
import type { Worker } from '#test/office.ts'
import { ask } from '../asking.ts'
import { type Door, doors, isReading, nameOf } from '../doors.ts'
import { exampleFor } from '../examples.ts'
import { fillFor } from '../questions.ts'
import { loadsFor, probe } from './corpus.ts'
import { type TextField, textFieldsOf, withText } from './fields.ts'
import { type Ground, OPENINGS } from './openings.ts'

/** Doors whose words are compared with something and kept by nobody, or that open once in the life of a house. */
const COMPARED: Readonly<Record<string, string>> = {
  signIn: 'a login and a password',
  changeMyPassword: 'passwords',
  activateAccount: 'a code and a password',
  proveMyself: 'a password and a code',
  giveCode: 'a code',
  finishEnrolment: 'a code',
  finishIdentity: 'what a provider sent',
  setUp: 'opens once; the names it writes are put into the rows of the county',
  destroyKey: 'needs a home with a key that was replaced',
}

export type Sown = { doors: number; fields: number; taking: number; sent: number; faults: string[] }

/** Sends every script that fits into every field that takes words, through every door that writes. */
export async function sow(g: Ground & { app: FastifyInstance; staff: readonly Staff[] }): Promise<Sown> {
  const sown: Sown = { doors: 0, fields: 0, taking: 0, sent: 0, faults: [] }
  for (const door of doors.filter(({ e, name }) => !isReading(e) && !(name in COMPARED))) {
    const fields = textFieldsOf(door.e)
    if (fields.length === 0) continue
    sown.doors += 1
    sown.fields += fields.length
    const send = sender(g, door, sown)
    const taking: TextField[] = []
    for (const field of fields) if (await send([{ field, text: probe(g.turn()) }])) taking.push(field)
    sown.taking += taking.length
    if (taking.length === 0 && !(await send([])))
      sown.faults.push(`${nameOf(door.e)} did not open: nothing is known of it`)
    for (const together of groupsOf(door, taking)) await fill(together, door.e.answer === 'file' ? 2 : Infinity, send)
  }
  return sown
}

export type Staff = Worker & { role: Parameters<typeof powersOf>[0][number] }
type Words = { field: TextField; text: string }
type Send = (words: readonly Words[]) => Promise<boolean>

/** Fields that are written together: those of one section of a record, where a door takes one section at a time. */
function groupsOf(door: Door, fields: readonly TextField[]): TextField[][] {
  return [...Map.groupBy(fields, (field) => sectionOf(door, field)).values()]
}

function sectionOf({ e }: Door, { path }: TextField): string {
  const isOfSection = 'section' in e.input.shape && path[0] === 'values'
  return (isOfSection && fieldOf(path[1] ?? '')?.section) || 'work'
}

/** A door that hands a paper over keeps little of what it was told, and takes its time: it is asked `most` times. */
async function fill(fields: readonly TextField[], most: number, send: Send): Promise<void> {
  const loads = new Map(fields.map((field) => [field, loadsFor(field.most)]))
  const rounds = Math.min(most, Math.max(...[...loads.values()].map((one) => one.length)))
  for (let round = 0; round < rounds; round++) {
    const words = fields.flatMap((field) => {
      const text = loads.get(field)?.[round]
      return text === undefined ? [] : [{ field, text }]
    })
    // One that is refused must not keep the others out.
    if (!(await send(words)) && words.length > 1) for (const one of words) await send([one])
  }
}

function sender(g: Parameters<typeof sow>[0], door: Door, sown: Sown): Send {
  const opening = OPENINGS[door.name]
  return async (words) => {
    const [first] = words
    const section = first ? sectionOf(door, first.field) : 'work'
    const made = exampleFor(door.e, { fill: fillFor(door, g.town.near, g.town), wide: false })
    const { by, ...good } = opening ? await opening(g, section) : made
    const input = words.reduce<unknown>(
      (now, { field, text }) => withText(now, field.path, unlike(text, field, g)),
      good,
    )
    const token = by === 'owner' ? g.town.clerk.token : by === 'colleague' ? g.colleague.token : holderOf(g.staff, door)
    const { status } = await ask(g.app, { door, input: input as Record<string, unknown>, token }) // withText keeps a record a record
    sown.sent += words.length
    if (status >= 500)
      sown.faults.push(`${nameOf(door.e)} ${status}: ${words.map(({ field }) => field.path.join('.')).join(' ')}`)
    return status < 300
  }
}

/** Names are taken once: what has room for it gets a number of its own. */
function unlike(text: string, { most }: TextField, g: Ground): string {
  const number = g.turn().toString(36)
  return text.length + number.length <= most ? text + number : text
}

function holderOf(staff: readonly Staff[], { e }: Door): string | undefined {
  return staff.find(({ role }) => powersOf([role]).permissions.has(e.permission) || !e.permission.includes('.'))?.token
}
