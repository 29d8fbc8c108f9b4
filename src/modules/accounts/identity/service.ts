import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure } from '#platform/refuse.ts'
import { lockAccount } from '../policy.ts'
import { ensureProven } from '../proof/index.ts'
import { endSessions } from '../sessions/index.ts'
import type { contract } from './contract.ts'
import { isOwnOrigin, mayAsk } from './rules.ts'
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
  if (!row) return { provider: null }
  const { name, issuer, client_id: clientId, own_address: ownAddress } = row
  return { provider: { name, issuer, clientId, ownAddress, acceptsSecondFactor: row.accepts_second_factor } }
}

async function setProvider(ctx: Ctx, isTrial: boolean, wanted: Input<Doors['setProvider']>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  ensure(mayAsk(wanted.issuer, isTrial), () => issuerRefused({ issuer: wanted.issuer }))
  ensure(isOwnOrigin(wanted.ownAddress), ownAddressRefused)
  const before = await own(ctx)
  const client_secret = wanted.clientSecret ? ctx.vault.seal(wanted.clientSecret) : before?.client_secret
  ensure(client_secret, secretNeeded)
  const set = {
    name: wanted.name,
    issuer: wanted.issuer,
    client_id: wanted.clientId,
    client_secret,
    own_address: wanted.ownAddress,
    accepts_second_factor: wanted.acceptsSecondFactor,
    changed_by: ctx.actor.accountId,
    changed_at: ctx.now.toISOString(),
  }
  await ctx.db
    .insertInto('identity_provider')
    .values({ county: ctx.actor.county, ...set })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(set))
    .execute()
  return done
}

async function dropProvider(ctx: Ctx): Promise<{ ok: true }> {
  await ensureProven(ctx)
  await ctx.db.deleteFrom('identity_provider').where('county', '=', ctx.actor.county).execute()
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
  dropProvider,
  showLink,
  unlinkIdentity,
})
