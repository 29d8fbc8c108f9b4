import { type RawBuilder, sql } from 'kysely'
import { actionWords } from '#platform/audit/action-words.ts'
import { hashOfSession } from '#platform/audit/entry.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Bilingual } from '#platform/words.ts'
import type { AuditEvent, contract, Filter } from '../contract.ts'
import { visibleTo } from '../policy.ts'
import { instantOf, isSessionId } from '../rules.ts'
import { actWords, resultWords } from '../words.ts'

/** The rows that are asked for and may be seen, as a condition on audit_event e. */
export function conditionOf(ctx: Ctx, filter: Filter): RawBuilder<boolean> {
  const { from, until, account, session } = filter
  const parts = [sql`e.county = ${ctx.actor.county}`, visibleTo(ctx.actor)]
  if (from) parts.push(sql`e.at >= ${instantOf(from, 'from').toISOString()}::timestamptz`)
  if (until) parts.push(sql`e.at < ${instantOf(until, 'until').toISOString()}::timestamptz`)
  if (account) parts.push(sql`(e.account_id = ${account}::uuid or e.on_behalf_of = ${account}::uuid)`)
  if (session) parts.push(sql`e.session_hash = ${isSessionId(session) ? hashOfSession(session) : session}`)
  for (const key of ['action', 'subject', 'result', 'address'] as const)
    if (filter[key]) parts.push(sql`${sql.ref(`e.${key}`)} = ${filter[key]}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

type Row = Omit<AuditEvent, 'what'>

/** Staff stand with their names; an elder or a relative who did something is one of those the audit administrator does not read. */
const actorName = (account: 'a' | 'b') => {
  const [kind, name] = [sql.ref(`${account}.kind`), sql.ref(`${account}.name`)]
  return sql`case when ${kind} = 'own' then left(${name}, 1) || '**' else ${name} end`
}

export async function eventsOf(
  ctx: Ctx,
  where: RawBuilder<boolean>,
  page: { limit: number; offset: number; oldestFirst?: boolean },
): Promise<AuditEvent[]> {
  const { rows } = await sql<Row>`
    select e.seq::text as seq, e.at,
           case when a.id is not null then json_build_object('id', a.id, 'name', ${actorName('a')}, 'login', a.login) end as account,
           case when b.id is not null then json_build_object('id', b.id, 'name', ${actorName('b')}) end as "onBehalfOf",
           e.roles, e.session_hash as session, e.address, e.device, e.action, e.subject_kind as "subjectKind", e.subject, e.result,
           e.purpose, coalesce(e.changed, '{}') as changed, e.before_digest as before, e.after_digest as after, e.detail, e.request_id as "requestId", encode(e.hash, 'hex') as hash
      from audit_event e
      left join account a on a.county = e.county and a.id = e.account_id
      left join account b on b.county = e.county and b.id = e.on_behalf_of
     where ${where}
     order by e.seq ${page.oldestFirst ? sql`asc` : sql`desc`} limit ${page.limit} offset ${page.offset}`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, what: actionWords(row.action, actWords) }))
}

export async function countOf(ctx: Ctx, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_event e where ${where}`.execute(ctx.db)
  return rows[0]?.n ?? 0
}

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

export async function listAuditEvents(ctx: Ctx, input: In<'listAuditEvents'>): Out<'listAuditEvents'> {
  const where = conditionOf(ctx, input)
  return { items: await eventsOf(ctx, where, input), total: await countOf(ctx, where) }
}

type Counted = { key: string; name: string | null; count: number }

export async function countAuditEvents(ctx: Ctx, input: In<'countAuditEvents'>): Out<'countAuditEvents'> {
  const where = conditionOf(ctx, input)
  const key = {
    action: sql`e.action`,
    account: sql`e.account_id::text`,
    result: sql`e.result`,
    address: sql`e.address`,
  }[input.by]
  const { rows } = await sql<Counted>`
    select coalesce(${key}, '') as key, max(${actorName('a')}) as name, count(*)::int as count
      from audit_event e left join account a on a.county = e.county and a.id = e.account_id
     where ${where} group by 1 order by 3 desc, 1 limit 200`.execute(ctx.db)
  const items = rows.map((row) => ({ key: row.key, name: nameOf(input.by, row), count: row.count }))
  return { items, total: rows.reduce((sum, row) => sum + row.count, 0) }
}

const office: Bilingual = { zh: '系统', en: 'the system' }

function nameOf(by: In<'countAuditEvents'>['by'], { key, name }: Counted): Bilingual {
  if (by === 'action') return actionWords(key, actWords)
  if (by === 'result')
    return key === 'done' || key === 'refused' || key === 'failed' ? resultWords[key] : { zh: key, en: key }
  if (by === 'account') return key ? { zh: name ?? key, en: name ?? key } : office
  return key ? { zh: key, en: key } : office
}
