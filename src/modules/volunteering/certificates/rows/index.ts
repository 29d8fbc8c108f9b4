import { type RawBuilder, sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { rowsOf } from '#platform/scope.ts'
import type { contract } from '../contract.ts'
import { type Standing, standingOn } from '../rules.ts'

type Doors = typeof contract
type Line = Output<Doors['listCertificates']>['items'][number]
type Paper = Omit<Output<Doors['readCertificate']>, keyof Line | 'can'>
type Asked = {
  id?: string | undefined
  personId?: string | undefined
  standing?: Standing | undefined
  q?: string | undefined
}

/** Looked into only where something of the person was reversed at all. */
const overtaken = sql`case when exists (select from service_record r where r.county = c.county and r.person_id = c.person_id and r.reversed_at is not null)
  then certificate_stands(c.county, c.records) < c.minutes else false end`

/** Of the people the reader looks after. */
function matching(ctx: Ctx, { id, personId, standing, q }: Asked): RawBuilder<boolean> {
  const today = officeDay(ctx.now)
  const parts = [sql`c.county = ${ctx.actor.county}`, rowsOf(ctx.actor, 'p')]
  if (id) parts.push(sql`c.id = ${id}`)
  if (personId) parts.push(sql`c.person_id = ${personId}`)
  if (standing === 'revoked') parts.push(sql`c.revoked_on is not null`)
  if (standing === 'public') parts.push(sql`c.revoked_on is null and c.until_on >= ${today} and not ${overtaken}`)
  if (standing === 'valid') parts.push(sql`c.revoked_on is null and c.until_on < ${today} and not ${overtaken}`)
  if (standing === 'overtaken') parts.push(sql`c.revoked_on is null and ${overtaken}`)
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`
  if (like) parts.push(sql`(c.name like ${like} or c.number like ${like})`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

const source = sql`service_certificate c join person p on p.county = c.county and p.id = c.person_id`

export async function countCertificates(ctx: Ctx, asked: Asked): Promise<number> {
  const where = matching(ctx, asked)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${source} where ${where}`.execute(ctx.db)
  return rows[0]?.total ?? 0
}

export async function findCertificates(ctx: Ctx, asked: Asked, page: { offset: number; limit: number }) {
  const { rows } = await sql<Omit<Line, 'standing'> & Paper>`
    select c.id, c.number, c.person_id as "personId", c.name, c.from_on as "fromOn", c.to_on as "toOn", c.minutes, certificate_stands(c.county, c.records) as stands,
           jsonb_array_length(c.lines) as services, c.issued_on as "issuedOn", c.until_on as "untilOn", c.revoked_on as "revokedOn", c.reason,
           c.code, c.issuer, c.head, c.handler, c.phone, c.lines
      from ${source} where ${matching(ctx, asked)}
     order by c.issued_on desc, c.number desc offset ${page.offset} limit ${page.limit}`.execute(ctx.db)
  return rows.map(({ code, issuer, head, handler, phone, lines, ...line }) => ({
    line: { ...line, standing: standingOn(officeDay(ctx.now), line) },
    paper: { code, issuer, head, handler, phone, lines },
  }))
}
