import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { newId } from '#platform/ids.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { rowsOf } from '#platform/scope.ts'
import { issuerOf } from '../issuer/index.ts'
import type { contract } from './contract.ts'
import { newCode, nextNumber } from './numbering/index.ts'
import { printCertificate } from './printing/index.ts'
import { countCertificates, findCertificates } from './rows/index.ts'
import { daysAfter, PUBLIC_DAYS, plainly, standingOn } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
type Verified = Omit<Output<Doors['verifyCertificate']>, 'number' | 'standing' | 'asOf'>

async function verifyCertificate(
  ctx: Ctx,
  asked: Input<Doors['verifyCertificate']>,
): Promise<Output<Doors['verifyCertificate']>> {
  const number = plainly(asked.number)
  const { rows } = await sql<Verified>`
    select name, from_on as "fromOn", to_on as "toOn", minutes, stands, issuer, issued_on as "issuedOn", until_on as "untilOn", revoked_on as "revokedOn"
      from verify_certificate(${number}, ${plainly(asked.code).replaceAll('-', '')})`.execute(ctx.db)
  const [found] = rows
  ensure(found, no.unknown)
  const asOf = officeDay(ctx.now)
  return { number, ...found, asOf, standing: standingOn(asOf, found) }
}

async function listCertificates(
  ctx: Ctx,
  asked: Input<Doors['listCertificates']>,
): Promise<Output<Doors['listCertificates']>> {
  const rows = await findCertificates(ctx, asked, asked)
  return { items: rows.map(({ line }) => line), total: await countCertificates(ctx, asked) }
}

async function readCertificate(
  ctx: Ctx,
  { id }: Input<Doors['readCertificate']>,
): Promise<Output<Doors['readCertificate']>> {
  const [row] = await findCertificates(ctx, { id }, { offset: 0, limit: 1 })
  ensure(row, notFound)
  const may = ctx.actor.permissions.has('volunteering.certify')
  return { ...row.line, ...row.paper, can: { revoke: may && row.line.standing !== 'revoked' } }
}

type Record = { id: string; servedOn: string; title: string; task: string; place: string; minutes: number }

async function issueCertificate(
  ctx: Ctx,
  asked: Input<Doors['issueCertificate']>,
): Promise<Output<Doors['issueCertificate']>> {
  const county = ctx.actor.county
  const person = ctx.db.selectFrom('person').select(['id', 'name']).where('county', '=', county)
  const holder = await person.where('id', '=', asked.personId).where(rowsOf(ctx.actor, 'person')).executeTakeFirst()
  ensure(holder, notFound)
  const records = await recordsOf(ctx, asked)
  const lines = records.map(({ id: _, ...line }) => line)
  const [first, last] = [lines[0], lines.at(-1)]
  ensure(first && last, no.nothingServed)
  const office = await issuerOf(ctx)
  const phone = asked.phone || office.phone
  ensure(office.issuer && phone, no.noIssuer)
  const issued_on = officeDay(ctx.now)
  const [id, number] = [newId(ctx.now.getTime()), await nextNumber(ctx, Number(issued_on.slice(0, 4)))]
  const who = { county, id, number, code: newCode(), person_id: holder.id, name: holder.name }
  const served = {
    from_on: asked.fromOn ?? first.servedOn,
    to_on: asked.toOn ?? last.servedOn,
    minutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    lines: JSON.stringify(lines),
    records: records.map((record) => record.id),
  }
  const office_words = { issuer: office.issuer, head: asked.head, handler: asked.handler || ctx.actor.name, phone }
  const days = { issued_on, until_on: daysAfter(issued_on, PUBLIC_DAYS), issued_by: ctx.actor.accountId }
  await ctx.db
    .insertInto('service_certificate')
    .values({ ...who, ...served, ...office_words, ...days })
    .execute()
  ctx.emit({ type: 'certificates.issued', data: { id, personId: holder.id } })
  return { id, number }
}

/** What is certified is what was confirmed and stands, day by day. */
async function recordsOf(ctx: Ctx, { personId, fromOn, toOn }: Input<Doors['issueCertificate']>): Promise<Record[]> {
  const { rows } = await sql<Record>`
    select r.id, r.served_on as "servedOn", r.title, r.task, c.short as place, r.minutes
      from service_record r join place c on c.county = r.county and c.code = r.place_code
     where r.county = ${ctx.actor.county} and r.person_id = ${personId} and r.reversed_at is null
       and (${fromOn}::date is null or r.served_on >= ${fromOn}::date) and (${toOn}::date is null or r.served_on <= ${toOn}::date)
     order by r.served_on, lower(r.during)`.execute(ctx.db)
  return rows
}

async function revokeCertificate(ctx: Ctx, { id, reason }: Input<Doors['revokeCertificate']>): Promise<{ ok: true }> {
  const [row] = await findCertificates(ctx, { id }, { offset: 0, limit: 1 })
  ensure(row, notFound)
  const revoked = await ctx.db
    .updateTable('service_certificate')
    .set({ revoked_on: officeDay(ctx.now), revoked_by: ctx.actor.accountId, reason })
    .where('county', '=', ctx.actor.county)
    .where('id', '=', id)
    .where('revoked_on', 'is', null)
    .executeTakeFirst()
  ensure(revoked.numUpdatedRows === 1n, no.revokedBefore)
  ctx.emit({ type: 'certificates.revoked', data: { id } })
  return { ok: true }
}

export const service: Service<Doors> = {
  verifyCertificate,
  listCertificates,
  readCertificate,
  issueCertificate,
  revokeCertificate,
  printCertificate,
}
