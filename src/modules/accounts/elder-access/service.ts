import { sql } from 'kysely'
import { officeDay } from '#platform/clock.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { accountThatActs, confirm, end, endOne, familyOf, standing, writeAuthority } from './authority/index.ts'
import { type Card, closeIfIdle, indexOfMobile, renewCard as renew, writeOwnAccount } from './cards/index.ts'
import type { contract } from './contract.ts'
import { lockPerson, seePerson } from './policy.ts'
import { inFours } from './rules.ts'
import * as no from './words.ts'

type Doors = typeof contract
const done = { ok: true } as const

/** The account with which a person signs in, where access is open. */
async function selfOf(ctx: Ctx, personId: string) {
  return ctx.db
    .selectFrom('own_authority as f')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'f.county').onRef('a.id', '=', 'f.account_id'))
    .innerJoin('own_account as o', (on) =>
      on.onRef('o.county', '=', 'f.county').onRef('o.account_id', '=', 'f.account_id'),
    )
    .leftJoin('account as w', (on) => on.onRef('w.county', '=', 'f.county').onRef('w.id', '=', 'o.opened_by'))
    .select(['f.id', 'f.account_id', 'a.login', 'o.mobile_tail as mobileTail', 'o.card_until as cardUntil'])
    .select(['o.opened_at as openedAt', 'w.name as openedBy', 'a.last_signed_in_at as lastSignedInAt'])
    .where('f.county', '=', ctx.actor.county)
    .where('f.person_id', '=', personId)
    .where('f.kind', '=', 'self')
    .where('f.ended_at', 'is', null)
    .executeTakeFirst()
}

async function readAccess(ctx: Ctx, { id }: Input<Doors['readAccess']>): Promise<Output<Doors['readAccess']>> {
  await seePerson(ctx, id)
  const found = await selfOf(ctx, id)
  const family = await familyOf(ctx, id)
  if (!found) return { access: null, family }
  const { id: _, account_id: __, login, ...access } = found
  return { access: { number: inFours(login), ...access }, family }
}

/** The account that signs in with this telephone. */
export async function accountOfMobile(ctx: Ctx, mobile: string): Promise<{ id: string; isElder: boolean } | undefined> {
  const row = await ctx.db
    .selectFrom('own_account as o')
    .innerJoin('account as a', (on) => on.onRef('a.county', '=', 'o.county').onRef('a.id', '=', 'o.account_id'))
    .select('a.id')
    .select(
      sql<boolean>`exists (select from own_authority f where f.county = o.county and f.account_id = o.account_id
        and f.kind = 'self' and f.ended_at is null)`.as('isElder'),
    )
    .where('o.county', '=', ctx.actor.county)
    .where('o.mobile_index', '=', indexOfMobile(ctx, mobile))
    .where('a.status', '=', 'open')
    .executeTakeFirst()
  return row
}

/** No procedure of three administrators: elders are those the system is about, not staff (docs/decisions/elder-access.md). */
export async function openAccess(ctx: Ctx, { id, mobile }: Input<Doors['openAccess']>): Promise<Card> {
  const person = await lockPerson(ctx, id)
  ensure(person.status === 'living', no.notLiving)
  ensure(!(await selfOf(ctx, id)), no.openBefore)
  ensure(!mobile || !(await accountOfMobile(ctx, mobile)), no.mobileTaken)
  const { id: accountId, card } = await writeOwnAccount(ctx, { name: person.name, role: 'elder', mobile })
  await writeAuthority(ctx, { accountId, personId: id, relation: null }, 'community')
  return card
}

export async function renewCard(ctx: Ctx, { id }: Input<Doors['renewCard']>): Promise<Card> {
  await lockPerson(ctx, id)
  const found = await selfOf(ctx, id)
  ensure(found, no.notOpen)
  return renew(ctx, found.account_id)
}

async function withdrawAccess(ctx: Ctx, { id }: Input<Doors['withdrawAccess']>): Promise<{ ok: true }> {
  await lockPerson(ctx, id)
  const found = await selfOf(ctx, id)
  ensure(found, no.notOpen)
  await endOne(ctx, found.id, 'withdrawn')
  await closeIfIdle(ctx, found.account_id)
  return done
}

async function giveAuthority(
  ctx: Ctx,
  { id, name, relation, mobile, until }: Input<Doors['giveAuthority']>,
): Promise<Output<Doors['giveAuthority']>> {
  const person = await lockPerson(ctx, id)
  ensure(person.status === 'living', no.notLiving)
  ensure(until === null || until >= officeDay(ctx.now), no.authorityOver)
  const known = mobile ? await accountOfMobile(ctx, mobile) : undefined
  ensure(!known || !(await standing(ctx, known.id, id)), no.actsBefore)
  const fresh = known ? null : await writeOwnAccount(ctx, { name, role: 'family', mobile })
  const accountId = known?.id ?? fresh?.id ?? ''
  const authorityId = await writeAuthority(ctx, { accountId, personId: id, relation, until }, 'community')
  return { authorityId, card: fresh?.card ?? null }
}

/** For a relative whose telephone gets no codes: without a card they could do nothing by themselves. */
async function renewFamilyCard(ctx: Ctx, asked: Input<Doors['renewFamilyCard']>): Promise<Card> {
  await lockPerson(ctx, asked.id)
  const accountId = await accountThatActs(ctx, { personId: asked.id, authorityId: asked.authorityId })
  const own = ctx.db.selectFrom('own_authority').select('id').where('county', '=', ctx.actor.county)
  const self = own.where('account_id', '=', accountId).where('kind', '=', 'self').where('ended_at', 'is', null)
  ensure(!(await self.executeTakeFirst()), no.cardOfElder)
  return renew(ctx, accountId)
}

async function confirmAuthority(ctx: Ctx, asked: Input<Doors['confirmAuthority']>): Promise<{ ok: true }> {
  await lockPerson(ctx, asked.id)
  await confirm(ctx, { personId: asked.id, authorityId: asked.authorityId }, 'community')
  return done
}

async function endAuthority(ctx: Ctx, asked: Input<Doors['endAuthority']>): Promise<{ ok: true }> {
  await lockPerson(ctx, asked.id)
  await end(ctx, { personId: asked.id, authorityId: asked.authorityId })
  return done
}

export const service: Service<Doors> = {
  readAccess,
  openAccess,
  renewCard,
  withdrawAccess,
  giveAuthority,
  renewFamilyCard,
  confirmAuthority,
  endAuthority,
}
