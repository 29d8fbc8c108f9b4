import { watermarkOf } from '#modules/accounts/index.ts'
import type { Ctx, FieldClass } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { present } from '#platform/present.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { fieldOf } from '../../../fields/index.ts'
import { listedPeople } from '../../contract.ts'
import { selectedSql } from '../../question/index.ts'
import { countOf, itemOf, pageOf } from '../../service.ts'
import type { List } from '../contract.ts'
import { columnsOf } from './columns.ts'

const MOST = 200_000
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function peopleOf(ctx: Ctx, list: List): Promise<number> {
  return countOf(ctx, await selectedSql(ctx, list.selection))
}

export type ListFile = { name: string; mediaType: string; bytes: Uint8Array; people: number; ids: string[] }

/** The list exactly as seen: same people, same columns in the same order, same masking; whole numbers only where two people agreed. */
export async function makeList(ctx: Ctx, list: List, more: { purpose: string; isWhole: boolean }): Promise<ListFile> {
  const clause = await selectedSql(ctx, list.selection)
  const fields = list.columns.flatMap((key) => fieldOf(key) ?? [])
  const rows = await pageOf(ctx, { clause, fields, order: list, limit: MOST, offset: 0, counted: false })
  const all = { items: rows.map((row) => itemOf(ctx, row, fields)), total: rows.length }
  const { items } = present(listedPeople, all, more.isWhole ? wholeFor(ctx) : ctx.actor)
  const columns = columnsOf(list.columns, list.lang)
  const mark = await watermarkOf(ctx)
  const zh = list.lang === 'zh'
  const sheet = {
    name: zh ? '名单' : 'List',
    note: noteOf(mark, { people: items.length, purpose: more.purpose, zh }),
    header: columns.map((column) => column.title),
    rows: items.map((item) => columns.map((column) => column.cell(item))),
    banner: mark,
    footer: mark,
  }
  return {
    name: fileName(ctx, zh ? '离退休干部名单' : 'cadres', 'xlsx'),
    mediaType: MEDIA_TYPE,
    bytes: await writeWorkbook([sheet]),
    people: items.length,
    ids: items.map(({ id }) => id),
  }
}

function wholeFor({ actor }: Ctx): { sees: ReadonlySet<FieldClass> } {
  return actor.permissions.has('people.reveal') ? { sees: new Set<FieldClass>([...actor.sees, 'sensitive']) } : actor
}

type Note = { people: number; purpose: string; zh: boolean }

function noteOf(mark: string, { people, purpose, zh }: Note): string {
  return zh
    ? `${mark} 导出 ${people} 人，用途：${purpose}。含个人信息，仅限本用途，用后销毁。`
    : `Exported by ${mark}: ${people} people, for: ${purpose}. Holds personal data: for this purpose only, destroy after use.`
}
