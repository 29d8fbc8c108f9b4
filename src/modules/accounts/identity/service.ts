import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { lockAccount } from '../policy.ts'
import { ensureProven } from '../proof/index.ts'
import { endSessions } from '../sessions/index.ts'
import type { contract } from './contract.ts'
import { isOwnOrigin, mayAsk } from './rules.ts'
import { approveProvider, dropWish, refuseProvider, shown, wishFor, wishOf } from './wish/index.ts'
import { issuerRefused, noProvider, ownAddressRefused, secretNeeded, subjectTaken } from './words.ts'

type Doors = Omit<typeof contract, 'beginIdentity' | 'finishIdentity'>
const done = { ok: true } as const

async function identityChoices(ctx: Ctx): Promise<Output<Doors['identityChoices']>> {
  const items = await ctx.db.selectFrom('identity_provider').select(['county', 'name']).orderBy('county').execute()
  return { items, total: items.length }
}

const own = (ctx: Ctx) =>
  ctx.db.selectFrom('identity_provider').selectAll().where('county', '=', ctx.actor.county).executeTakeFirst()

async function showProvider(ctx: Ctx): Promise<Output<Doors['showProvider']>> {
  const row = await own(ctx)
  return { provider: row ? shown(row) : null, wish: await wishOf(ctx) }
}

async function showProviderWish(ctx: Ctx): Promise<Output<Doors['showProviderWish']>> {
  const row = await own(ctx)
  return { wish: await wishOf(ctx), inForce: row ? shown(row) : null }
}

async function setProvider(ctx: Ctx, isTrial: boolean, wanted: Input<Doors['setProvider']>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  ensure(mayAsk(wanted.issuer, isTrial), () => issuerRefused({ issuer: wanted.issuer }))
  ensure(isOwnOrigin(wanted.ownAddress), ownAddressRefused)
  const before = await own(ctx)
  // Another provider does not get the secret of the former one: whoever changes the address would read it there.
  const kept =
    before && new URL(before.issuer).origin === new URL(wanted.issuer).origin ? before.client_secret : undefined
  const client_secret = wanted.clientSecret ? ctx.vault.seal(wanted.clientSecret) : kept
  ensure(client_secret, secretNeeded)
  await wishFor(ctx, {
    name: wanted.name,
    issuer: wanted.issuer,
    client_id: wanted.clientId,
    client_secret,
    own_address: wanted.ownAddress,
    accepts_second_factor: wanted.acceptsSecondFactor,
  })
  return done
}

/** Stopping it opens no door to anybody: one is enough, and at once. */
async function dropProvider(ctx: Ctx): Promise<{ ok: true }> {
  await ensureProven(ctx)
  await ctx.db.deleteFrom('identity_provider').where('county', '=', ctx.actor.county).execute()
  await dropWish(ctx)
  return done
}

async function showLink(ctx: Ctx, { id }: Input<Doors['showLink']>): Promise<Output<Doors['showLink']>> {
  const link = await ctx.db
    .selectFrom('identity_link')
    .select('subject')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', id)
    .executeTakeFirst()
  return { subject: link?.subject ?? null }
}

type Wanted = { account: string; subject: string }

/** The provider of the county, where this number may be linked to this account: nobody else has it. */
export async function linkableWith(ctx: Ctx, { account, subject }: Wanted): Promise<string> {
  const provider = await own(ctx)
  ensure(provider, noProvider)
  const taken = await ctx.db
    .selectFrom('identity_link')
    .select('account_id')
    .where('county', '=', ctx.actor.county)
    .where('issuer', '=', provider.issuer)
    .where('subject', '=', subject)
    .where('account_id', '!=', account)
    .executeTakeFirst()
  ensure(!taken, subjectTaken)
  return provider.issuer
}

/**
 * A number is linked by hand, by two people, and only with the provider it was asked for: never by what a provider says of a name, or who writes its
 * directory could enter as anybody.
 */
export async function writeLink(ctx: Ctx, wanted: Wanted & { issuer: string; askedBy: string }): Promise<void> {
  const issuer = await linkableWith(ctx, wanted)
  ensure(issuer === wanted.issuer, noProvider)
  const { account, subject, askedBy } = wanted
  const [linked_by, linked_at] = [ctx.actor.accountId, ctx.now.toISOString()]
  const set = { issuer, subject, asked_by: askedBy, linked_by, linked_at }
  await ctx.db
    .insertInto('identity_link')
    .values({ county: ctx.actor.county, account_id: account, ...set })
    .onConflict((conflict) => conflict.columns(['county', 'account_id']).doUpdateSet(set))
    .execute()
  ctx.note({ action: 'identityLinked', subject: account })
}

async function unlinkIdentity(ctx: Ctx, { id }: Input<Doors['unlinkIdentity']>): Promise<{ ok: true }> {
  const account = await lockAccount(ctx, id)
  await ctx.db
    .deleteFrom('identity_link')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', account.id)
    .execute()
  await endSessions(ctx, account.id)
  return done
}

/** `isTrial`: the provider may stand on this machine itself, as in a test. */
export const serviceFor = (isTrial: boolean): Service<Doors> => ({
  identityChoices,
  showProvider,
  setProvider: (ctx, wanted) => setProvider(ctx, isTrial, wanted),
  showProviderWish,
  approveProvider,
  refuseProvider,
  dropProvider,
  showLink,
  unlinkIdentity,
})
