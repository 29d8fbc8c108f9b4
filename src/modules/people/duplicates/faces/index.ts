import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import { idPurpose, phoneDigits, phonePurpose } from '../../book/index.ts'
import { checkIdNumber } from '../../codes/index.ts'
import type { Face } from '../rules.ts'

const START = 15
const OWN = '本人'

type Row = {
  id: string
  name: string
  former_name: string | null
  birth_on: string | null
  gender: string | null
  unit_ids: string[]
  unit_text: string | null
  id_index: Buffer | null
  id_sealed: Buffer | null
  id_text_sealed: Buffer | null
  secret: Buffer | null
  phones: { number: string; isOwn: boolean }[]
}

/** What tells people apart, for those of the actor's scope. Numbers that no other number of the batch could complete stay sealed. */
export async function facesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Face>> {
  if (!ids.length) return new Map()
  const found = await sql<Row>`
    select p.id, p.name, p.former_name, p.birth_on, p.gender, p.unit_ids, p.unit_text, p.id_index, p.id_sealed, p.id_text_sealed, p.secret,
           (select coalesce(json_agg(json_build_object('number', encode(h.number_index, 'hex'), 'isOwn', h.label = ${OWN})), '[]')
              from person_phone h where h.county = p.county and h.person_id = p.id) as phones
      from person p
     where p.county = ${ctx.actor.county} and p.id = any(${ids}::uuid[]) and ${rowsOf(ctx.actor, 'p')}`.execute(ctx.db)
  const isBroken = found.rows.some((row) => row.id_text_sealed)
  return new Map(found.rows.map((row) => [row.id, faceOf(row, isBroken ? startOf(ctx, row) : null)]))
}

function faceOf(row: Row, idStart: string | null): Face {
  return {
    name: row.name,
    formerName: row.former_name,
    birthOn: row.birth_on,
    gender: row.gender,
    unitIds: row.unit_ids,
    unitText: row.unit_text,
    id: row.id_index && row.id_index.toString('hex'),
    idStart,
    phones: row.phones,
  }
}

/** Of a number in scientific notation too few digits are left to tell anybody. */
function startOf(ctx: Ctx, row: Row): string | null {
  const sealed = row.id_sealed ?? row.id_text_sealed
  const digits = sealed ? ctx.vault.of(row.secret).open(sealed).replace(/\s/g, '') : ''
  return /^\d{15}/.test(digits) ? digits.slice(0, START) : null
}

export type Typed = {
  name: string
  birthOn?: string | undefined
  idNumber?: string | undefined
  phone?: string | undefined
  unitId?: string | undefined
}

/** The face of somebody who is being typed in: what cannot be read yet is left out. A telephone counts as the person's own. */
export function faceOfTyped(ctx: Ctx, typed: Typed): Face {
  const id = checkIdNumber(typed.idNumber ?? '')
  const digits = typedDigits(typed.phone ?? '')
  return {
    name: typed.name.trim(),
    formerName: null,
    birthOn: typed.birthOn ?? null,
    gender: null,
    unitIds: typed.unitId ? [typed.unitId] : [],
    unitText: null,
    id: id.result === 'invalid' ? null : ctx.vault.index(idPurpose, id.number).toString('hex'),
    idStart: id.result === 'invalid' ? null : id.number.slice(0, START),
    phones: digits.length >= 7 ? [{ number: ctx.vault.index(phonePurpose, digits).toString('hex'), isOwn: true }] : [],
  }
}

/** A mobile may be typed in groups; a landline's last group is its extension. */
function typedDigits(phone: string): string {
  const digits = phone.replace(/^\+?86/, '').replace(/\D/g, '')
  return /^1\d{10}$/.test(digits) ? digits : phoneDigits(phone)
}
