import { sql } from 'kysely'
import { roleWords } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PersonRow, sealedKeys } from '../../book/index.ts'
import { fieldOf, isTold, showValue } from '../../fields/index.ts'
import { loadPerson } from '../../policy.ts'
import type { contract } from '../contract.ts'
import { eventWords } from '../words.ts'

type In<K extends keyof typeof contract> = Input<(typeof contract)[K]>
type Out<K extends keyof typeof contract> = Promise<Output<(typeof contract)[K]>>

/** Everything that happened to a record, newest first: life events, and corrections gathered per act. */
export async function readTimeline(ctx: Ctx, input: In<'readTimeline'>): Out<'readTimeline'> {
  const row = await loadPerson(ctx, input.id)
  const events = await ctx.db
    .selectFrom('person_event as e')
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'e.county').onRef('a.id', '=', 'e.account_id'))
    .select(['e.id', 'e.at', 'e.kind', 'e.happened_on', 'a.name as by', 'e.detail'])
    .where('e.county', '=', row.county)
    .where('e.person_id', '=', row.id)
    .execute()
  const lines = events.map(({ detail, ...event }) => ({
    ...event,
    happenedOn: event.happened_on,
    ...lineWords(event.kind, detail),
  }))
  const corrections = await correctionsOf(ctx, row)
  return { items: [...lines, ...corrections].sort((a, b) => (a.at < b.at ? 1 : -1)) }
}

function lineWords(kind: string, detail: unknown): { zh: string; en: string } {
  const words = eventWords[kind] ?? { zh: kind, en: kind }
  const note =
    detail && typeof detail === 'object' && 'note' in detail && typeof detail.note === 'string' ? detail.note : ''
  const source =
    detail && typeof detail === 'object' && 'source' in detail && typeof detail.source === 'string' ? detail.source : ''
  const more = note || source
  return more ? { zh: `${words.zh}（${more}）`, en: `${words.en} (${more})` } : words
}

async function correctionsOf(ctx: Ctx, row: PersonRow) {
  const groups = await ctx.db
    .selectFrom('person_change as c')
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.account_id'))
    .select([
      'c.at',
      'a.name as by',
      'c.cause',
      sql<string[]>`array_agg(distinct c.field)`.as('fields'),
      sql<string>`min(c.id::text)`.as('id'),
    ])
    .where('c.county', '=', row.county)
    .where('c.person_id', '=', row.id)
    .groupBy(['c.at', 'a.name', 'c.cause'])
    .execute()
  return groups.map((group) => {
    const zh = group.fields.map((key) => fieldOf(key)?.zh ?? listWords[key]?.zh ?? key).join('、')
    const en = group.fields.map((key) => fieldOf(key)?.en ?? listWords[key]?.en ?? key).join(', ')
    const from = causeWords(group.cause)
    return {
      id: group.id,
      at: group.at,
      kind: 'changed',
      happenedOn: null,
      by: group.by,
      zh: `${from.zh}：${zh}`,
      en: `${from.en}: ${en}`,
    }
  })
}

const roleNames = new Map<string, { zh: string; en: string }>(Object.entries(roleWords))

/** What stands beside the fields, in the history. */
export const listWords: Record<string, { zh: string; en: string }> = {
  phones: { zh: '电话', en: 'Telephones' },
  contacts: { zh: '联系人', en: 'Contacts' },
  family: { zh: '家庭成员', en: 'Family' },
  unit: { zh: '单位', en: 'Unit' },
  home: { zh: '居住地', en: 'Home' },
  tags: { zh: '标签', en: 'Tags' },
  photo: { zh: '照片', en: 'Photograph' },
  consent: { zh: '个人信息同意', en: 'Consent' },
  correction: { zh: '更正申请', en: 'Request for correction' },
  erasure: { zh: '删除申请', en: 'Request for erasure' },
}

function causeWords(cause: string): { zh: string; en: string } {
  if (cause.startsWith('import:')) return { zh: '花名册导入更正', en: 'Corrected by a roster import' }
  if (cause.startsWith('merge:')) return { zh: '合并记录时更正', en: 'Corrected by a merge' }
  if (cause.startsWith('undo:')) return { zh: '撤销后恢复', en: 'Restored by an undo' }
  return { zh: '更正', en: 'Corrected' }
}

/** The history of every change. Sealed values are told as changed, never shown. */
export async function readChanges(ctx: Ctx, input: In<'readChanges'>): Out<'readChanges'> {
  const row = await loadPerson(ctx, input.id)
  const rows = await ctx.db
    .selectFrom('person_change as c')
    .leftJoin('account as a', (join) => join.onRef('a.county', '=', 'c.county').onRef('a.id', '=', 'c.account_id'))
    .select([
      'c.at',
      'a.name as by',
      'c.section',
      'c.field',
      'c.old_value',
      'c.new_value',
      'c.is_sealed',
      'c.cause',
      sql<number>`count(*) over ()::int`.as('total'),
    ])
    .where('c.county', '=', row.county)
    .where('c.person_id', '=', row.id)
    .orderBy('c.at', 'desc')
    .orderBy('c.field')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  const items = rows.map((change) => ({
    ...change,
    from: shown(ctx, { ...change, row, stored: change.old_value }),
    to: shown(ctx, { ...change, row, stored: change.new_value }),
  }))
  return { items, total: rows[0]?.total ?? 0 }
}

type Told = { row: PersonRow; field: string; is_sealed: boolean; stored: string | null }

function shown(ctx: Ctx, { row, field: key, is_sealed: isSealed, stored }: Told): string | null {
  if (stored === null) return null
  if (sealedKeys.has(key) || !isTold(ctx.actor, key)) return '＊＊＊'
  if (isSealed) return ctx.vault.of(row.secret).open(Buffer.from(stored, 'base64'))
  const value: unknown = JSON.parse(stored)
  const field = fieldOf(key)
  if (!field) return String(value)
  return showValue(
    field,
    Array.isArray(value) || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null,
    'zh',
  )
}

/** Every account whose grants reach this person today, with the reason. */
export async function readWhoCanSee(ctx: Ctx, input: In<'readWhoCanSee'>): Out<'readWhoCanSee'> {
  const row = await loadPerson(ctx, input.id)
  const grants = await sql<{
    account_id: string
    name: string
    role: string
    place: string | null
    unit: string | null
    since: string
    until: string | null
  }>`
    with recursive above as (
      select id, parent_id from unit where county = ${row.county} and id = any(${row.unit_ids}::uuid[])
      union select u.id, u.parent_id from unit u join above a on u.county = ${row.county} and u.id = a.parent_id
    )
    select g.account_id, a.name, g.role, p.short as place, u.name as unit,
           lower(g.valid)::text as since, (upper(g.valid) - 1)::text as until
      from account_grant g
      join account a on a.county = g.county and a.id = g.account_id and a.status = 'open'
      left join place p on p.county = g.county and p.code = g.place_code
      left join unit u on u.county = g.county and u.id = g.unit_id
     where g.county = ${row.county} and g.revoked_at is null and g.valid @> (${ctx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date
       and ((g.place_code is not null and place_span(g.place_code) @> coalesce(${row.place_code}::bigint, ${`${row.county}0000000000000`}::bigint)) or g.unit_id in (select id from above))
     order by a.name`.execute(ctx.db)
  const items = grants.rows.map((grant) => {
    const role = roleNames.get(grant.role) ?? { zh: grant.role, en: grant.role }
    const days = {
      zh: `（授权 ${grant.since} 起，${grant.until ? `到 ${grant.until}` : '长期'}）`,
      en: ` (granted from ${grant.since}${grant.until ? ` to ${grant.until}` : ''})`,
    }
    const because = grant.unit
      ? { zh: `${role.zh}：单位“${grant.unit}”的人${days.zh}`, en: `${role.en}: people of ${grant.unit}${days.en}` }
      : { zh: `${role.zh}：住在${grant.place}${days.zh}`, en: `${role.en}: lives in ${grant.place}${days.en}` }
    return { accountId: grant.account_id, name: grant.name, role: grant.role, because }
  })
  return { items: [...items, ...(await ownOf(ctx, row))] }
}

/** The person themselves, and relatives whose authority stands today. */
async function ownOf(ctx: Ctx, row: PersonRow) {
  const { rows } = await sql<{
    account_id: string
    name: string
    kind: 'self' | 'family'
    relation: string | null
    since: string
    until: string | null
    by: 'elder' | 'community' | null
  }>`
    select o.account_id, a.name, o.kind, o.relation, o.until::text, o.confirmed_as as by,
           (o.confirmed_at at time zone 'Asia/Shanghai')::date::text as since
      from own_authority o
      join account a on a.county = o.county and a.id = o.account_id and a.status = 'open'
     where o.county = ${row.county} and o.person_id = ${row.id} and o.confirmed_at is not null and o.ended_at is null
       and coalesce(o.until, 'infinity') >= (${ctx.now.toISOString()}::timestamptz at time zone 'Asia/Shanghai')::date
     order by o.kind desc, a.name`.execute(ctx.db)
  return rows.map(({ account_id: accountId, name, kind, relation, since, until, by }) => {
    const days = {
      zh: `（${since} 起，${until ? `到 ${until}` : '长期'}）`,
      en: ` (from ${since}${until ? ` to ${until}` : ''})`,
    }
    const word =
      by === 'community' ? { zh: '社区凭纸质授权', en: 'the community, on paper' } : { zh: '本人', en: 'the elder' }
    const because =
      kind === 'self'
        ? { zh: `本人：用自己的长者页面${days.zh}`, en: `The person, on their own pages${days.en}` }
        : {
            zh: `家属（${relation ?? '亲属'}）：由${word.zh}同意代办${days.zh}`,
            en: `Family (${relation ?? 'relative'}): acts with authority, agreed by ${word.en}${days.en}`,
          }
    return { accountId, name, role: kind, because }
  })
}
