import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx, FieldClass } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { present } from '#platform/present.ts'
import { ensure } from '#platform/refuse.ts'
import { type Sheet, writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { type Field, fieldOf, showValue } from '../../fields/index.ts'
import { contract } from '../contract.ts'
import { questionSql } from '../question/index.ts'
import { countOf, itemOf, pageOf } from '../service.ts'
import { reasonNeeded } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Above this many people an export needs a purpose and carries a watermark. */
const FREE_EXPORT = 50
const SHORTEST_REASON = 4
const MOST = 200_000

async function selected(ctx: Ctx, selection: In<'tagPeople'>['selection']): Promise<RawBuilder<boolean>> {
  if ('question' in selection) return questionSql(ctx, selection.question)
  const scope = await questionSql(ctx, { q: '', status: 'all', where: [] })
  return sql<boolean>`${scope} and p.id = any(${selection.ids}::uuid[])`
}

/** The list exactly as seen: same people, same columns, same order, same masking. Whole identity numbers only for who may reveal them and says why. */
export async function exportPeople(ctx: Ctx, input: In<'exportPeople'>): Out<'exportPeople'> {
  const clause = await selected(ctx, input.selection)
  const count = await countOf(ctx, clause)
  const reason = input.reason.trim()
  ensure(count <= FREE_EXPORT || [...reason].length >= SHORTEST_REASON, () => reasonNeeded({ count }))
  const fields = input.columns.flatMap((key) => fieldOf(key) ?? [])
  const rows = await pageOf(ctx, { clause, fields, order: input, limit: MOST, offset: 0, counted: false })
  const reader = withReveal(ctx, reason)
  const items = present(
    contract.listPeople.output,
    { items: rows.map((row) => itemOf(ctx, row, fields)), total: count },
    reader,
  ).items
  const sheet = sheetOf(ctx, {
    fields,
    lang: input.lang,
    items,
    watermark: count > FREE_EXPORT ? watermark(ctx, { reason, count }) : null,
  })
  ctx.note({ action: 'people.export', detail: { count, reason, columns: fields.map((field) => field.key) } })
  return {
    name: fileName(ctx, input.lang === 'zh' ? '离退休干部名单' : 'cadres', 'xlsx'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeWorkbook([sheet]),
  }
}

function withReveal(ctx: Ctx, reason: string): { sees: ReadonlySet<FieldClass> } {
  const whole = ctx.actor.permissions.has('people.reveal') && [...reason].length >= SHORTEST_REASON
  return whole ? { sees: new Set<FieldClass>([...ctx.actor.sees, 'sensitive']) } : ctx.actor
}

function watermark(ctx: Ctx, { reason, count }: { reason: string; count: number }): string {
  return `${ctx.actor.name} 于 ${officeDay(ctx.now)} 导出 ${count} 人，用途：${reason}。含个人信息，仅限本用途，用后销毁。`
}

type Item = Awaited<Out<'listPeople'>>['items'][number]
type Table = { fields: readonly Field[]; lang: 'zh' | 'en'; items: readonly Item[]; watermark: string | null }

function sheetOf(ctx: Ctx, { fields, lang, items, watermark: mark }: Table): Sheet {
  const zh = lang === 'zh'
  const head = zh
    ? ['序号', '姓名', '年龄', '单位', '街道', '社区', '电话', '完整度']
    : ['No.', 'Name', 'Age', 'Unit', 'Street', 'Community', 'Phone', 'Complete']
  const own = fields.filter((field) => field.key !== 'name')
  const rows = items.map((item, at) => [
    at + 1,
    item.name,
    item.age,
    item.unit,
    item.street,
    item.community,
    item.phone,
    `${item.completeness}%`,
    ...own.map((field) => showValue(field, item.fields[field.key], lang)),
  ])
  return {
    name: zh ? '名单' : 'List',
    note: mark,
    header: [...head, ...own.map((field) => field[lang])],
    rows,
    footer: `${ctx.actor.name} ${officeDay(ctx.now)}`,
  }
}

/** Adds and removes tags of many people at once, with one line of history each. */
export async function tagPeople(ctx: Ctx, input: In<'tagPeople'>): Out<'tagPeople'> {
  const clause = await selected(ctx, input.selection)
  const changed = await sql<{ id: string }>`
    with want as (
      select p.county, p.id, p.tags as old, (select coalesce(array_agg(distinct tag order by tag), '{}') from unnest(p.tags || ${input.add}::text[]) tag where tag <> all(${input.remove}::text[])) as tags
        from person p where ${clause}
    ), written as (
      update person p set tags = want.tags, updated_at = ${ctx.now.toISOString()}::timestamptz from want
       where p.county = want.county and p.id = want.id and want.tags is distinct from want.old
      returning p.county, p.id, want.old, want.tags
    )
    insert into person_change (county, id, person_id, at, account_id, section, field, old_value, new_value, cause)
    select county, gen_random_uuid(), id, ${ctx.now.toISOString()}::timestamptz, ${ctx.actor.accountId}::uuid, 'tags', 'tags', to_json(array_to_string(old, '、'))::text, to_json(array_to_string(tags, '、'))::text, 'edit'
      from written returning person_id as id`.execute(ctx.db)
  return { changed: changed.rows.length }
}
