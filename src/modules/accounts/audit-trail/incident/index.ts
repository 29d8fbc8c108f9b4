import { sql } from 'kysely'
import { actionWords } from '#platform/audit/action-words.ts'
import type { FileAnswer, Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { contract, Trace } from '../contract.ts'
import { conditionOf, countOf } from '../events/index.ts'
import { jsonLines, officeTime } from '../exports/index.ts'
import { type Touch, touchedPeople } from '../rules.ts'
import { actWords } from '../words.ts'

type Incident = Output<(typeof contract)['readIncident']>

const listIn = (key: string) =>
  sql`case when jsonb_typeof(e.detail -> ${sql.lit(key)}) = 'array' then e.detail -> ${sql.lit(key)} else '[]' end`

/** What each row says of people: its subject and those it lists. Refused acts showed nothing; the subject of an export is the request for it. */
async function touchesOf(ctx: Ctx, trace: Trace): Promise<Touch[]> {
  const { rows } = await sql<Touch>`
    select t.person, e.at, e.action,
           coalesce((select array_agg(f) from (
             select jsonb_array_elements_text(${listIn('shown')}) as f
             union select jsonb_array_elements_text(${listIn('columns')})
             union select e.detail ->> 'field' where e.detail ? 'field') fields), '{}') as shown
      from audit_event e
      cross join lateral (
        select e.subject as person
         where e.subject_kind in ('people', 'privacy') and e.subject is not null and e.action not like 'people.export%'
        union
        select jsonb_array_elements_text(${listIn('people')})
      ) t
     where ${conditionOf(ctx, trace)} and e.result = 'done' order by e.seq`.execute(ctx.db)
  return rows
}

/** Acts that reached people whose ids the row does not list. What the office made for somebody is told when they fetch it. */
async function bulkOf(ctx: Ctx, trace: Trace): Promise<Incident['bulk']> {
  const { rows } = await sql<{ seq: string; at: string; action: string; count: number | null }>`
    select e.seq::text as seq, e.at, e.action, coalesce(e.detail -> 'count', e.detail -> 'people')::int as count
      from audit_event e
     where ${conditionOf(ctx, trace)} and e.result = 'done' and e.action in ('people.export', 'reports.print', 'listImportRows', 'downloadBadRows')
       and jsonb_typeof(e.detail -> 'people') is distinct from 'array' and e.on_behalf_of is null
     order by e.seq`.execute(ctx.db)
  return rows.map(({ action, ...row }) => ({ ...row, what: actionWords(action, actWords) }))
}

export async function readIncident(ctx: Ctx, trace: Trace): Promise<Incident> {
  const people = touchedPeople(await touchesOf(ctx, trace)).map((person) => ({
    ...person,
    actions: person.actions.map((action) => ({ action, what: actionWords(action, actWords) })),
  }))
  return { people, bulk: await bulkOf(ctx, trace), acts: await countOf(ctx, conditionOf(ctx, trace)) }
}

export async function exportIncident(ctx: Ctx, input: Input<(typeof contract)['exportIncident']>): Promise<FileAnswer> {
  const { people, bulk } = await readIncident(ctx, input)
  ctx.note({ action: 'audit.export', detail: { count: people.length, format: input.format } })
  const name = fileName(ctx, '事件追查', input.format)
  if (input.format === 'jsonl') return jsonLines(name, [...people, ...bulk.map((act) => ({ bulk: act }))])
  const touched = people.map((person) => [
    person.id,
    person.times,
    officeTime(person.firstAt),
    officeTime(person.lastAt),
    person.actions.map(({ what }) => what.zh).join('、'),
    person.fields.join('、'),
  ])
  const acts = bulk.map((act) => [act.seq, officeTime(act.at), act.what.zh, act.count])
  const bytes = await writeWorkbook([
    { name: '涉及人员', header: ['人员编号', '次数', '最早', '最近', '方式', '完整显示的字段'], rows: touched },
    { name: '批量操作', header: ['审计序号', '时间', '动作', '人数'], rows: acts },
  ])
  return { name, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}
