import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { mask } from '#platform/present/mask.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { type PersonRow, sealedKeys, valuesFrom } from '../book/index.ts'
import { catalogue, type Field, showValue } from '../fields/index.ts'
import { causeOf, noteTaken } from '../search/export/index.ts'

const AROUND = ['单位', '街道', '社区', '联系电话']
type Line = PersonRow & {
  unit: string | null
  street: string | null
  community: string | null
  phones: { sealed: string; label: string }[]
}

/** The whole county's roster, masked as for somebody who reads no class: whole values need a second person (GB/T 35273-2020 7.1). Audited. */
export async function exportRoster(ctx: Ctx, reason: string): Promise<{ bytes: Uint8Array; count: number }> {
  const { rows } = await sql<Line>`
    select p.*, u.name as unit, s.short as street, c.short as community,
           (select coalesce(json_agg(json_build_object('sealed', encode(h.number_sealed, 'base64'), 'label', h.label) order by h.position), '[]') from person_phone h where h.county = p.county and h.person_id = p.id) as phones
      from person p
      left join unit u on u.county = p.county and u.id = p.unit_id
      left join place c on c.county = p.county and c.code = p.place_code - p.place_code % 10000000 and c.level = 'community'
      left join place s on s.county = p.county and s.code = p.place_code - p.place_code % 10000000000 and s.level = 'street'
     where p.county = ${ctx.actor.county} and p.status <> 'merged'
     order by u.name nulls last, p.birth_on, p.id`.execute(ctx.db)
  noteTaken(
    ctx,
    // The reason is printed on the sheet; in the trail, which is never erased, it could name somebody.
    { action: 'people.export', ...causeOf({ kind: 'other' }), detail: {} },
    rows.map(({ id }) => id),
  )
  const header = ['序号', ...catalogue.map((field) => field.zh), ...AROUND]
  const note = `${officeDay(ctx.now)} 导出 ${rows.length} 人，用途：${reason}。个人信息已遮盖，用后销毁。`
  const bytes = await writeWorkbook([
    { name: '离退休干部花名册', note, header, rows: rows.map((row, at) => [at + 1, ...lineOf(ctx, row)]) },
  ])
  return { bytes, count: rows.length }
}

function lineOf(ctx: Ctx, row: Line): (string | null)[] {
  const values = valuesFrom(row, ctx.vault, sealedKeys)
  const phones = row.phones.map(
    (phone) =>
      `${mask('phone', ctx.vault.of(row.secret).open(Buffer.from(phone.sealed, 'base64')))}${phone.label === '本人' ? '' : `（${phone.label}）`}`,
  )
  return [
    ...catalogue.map((field) => masked(field, showValue(field, values[field.key], 'zh'))),
    row.unit,
    row.street,
    row.community,
    phones.join('、') || null,
  ]
}

function masked({ fieldClass, mask: kind = 'hide' }: Field, text: string): string | null {
  if (!text) return null
  return fieldClass ? mask(kind, text) : text
}
