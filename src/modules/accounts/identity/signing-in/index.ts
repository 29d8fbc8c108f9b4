import { createHash } from 'node:crypto'
import type { Input, Output } from '#platform/contract.ts'
import type { Call, Ctx } from '#platform/ctx.ts'
import type { House } from '#platform/house/house.ts'
import { ensure } from '#platform/refuse.ts'
import { hashOfToken } from '../../door/index.ts'
import type { Visitor } from '../../door/judged.ts'
import { isAdministrator } from '../../rules.ts'
import { addressNotAllowed, mayCome, policyOf } from '../../security-policy/index.ts'
import { rememberBrowser } from '../../sessions/browsers/index.ts'
import { type Entered, openSession } from '../../sessions/opening/index.ts'
import { stageOf } from '../../sessions/rules.ts'
import type { contract } from '../contract.ts'
import type { Asking, Confirmed, Provider, Secrets } from '../provider/index.ts'
import { gaveSecondFactor, REQUEST_MINUTES } from '../rules.ts'
import { identityRefused, noProvider, notLinked } from '../words.ts'

type Doors = typeof contract
type Connected = Provider & { ownAddress: string; acceptsSecondFactor: boolean }

async function connectedTo(ctx: Ctx, county: number): Promise<Connected> {
  const row = await ctx.db.selectFrom('identity_provider').selectAll().where('county', '=', county).executeTakeFirst()
  ensure(row, noProvider)
  return {
    county,
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: ctx.vault.open(row.client_secret),
    changedAt: row.changed_at,
    ownAddress: row.own_address,
    acceptsSecondFactor: row.accepts_second_factor,
  }
}

/** A refusal takes its transaction back, so the row of the trail stands in one of its own. */
async function turnAway(house: House, county: number, { call, account }: { call: Call; account?: string }) {
  await house.act({ system: county }, { readOnly: false, call }, async (ctx) => {
    const detail = { address: call.address, by: 'identity', code: addressNotAllowed.code }
    ctx.note({ action: 'signInFailed', subject: account, detail, result: 'failed' })
  })
  return addressNotAllowed({ address: call.address ?? '?' })
}

/** From an address that the county lets nobody in from, nobody is sent to the provider and nobody comes back. */
async function ensureLetIn(house: House, county: number, call: Call): Promise<void> {
  const { address } = call
  const policy = await house.act('nobody', { readOnly: true, call }, (ctx) => policyOf(ctx, county))
  const isLet = [false, true].some((administrator) => mayCome(policy, { address, isAdministrator: administrator }))
  if (!isLet) throw await turnAway(house, county, { call })
}

const redirectOf = ({ ownAddress }: Connected) => `${ownAddress}/identity-return`

/** The state is tied to the browser that began: an answer that is carried to another browser opens nothing there. */
const stateHash = (state: string, browser: string) => createHash('sha256').update(`${state} ${browser}`).digest()

/** Sends people to the provider. What must come back with them waits here, sealed, for ten minutes. */
export function newBegin(house: House, asking: Asking) {
  return async ({ county }: Input<Doors['beginIdentity']>, visitor: Visitor): Promise<{ url: string }> => {
    const look = { readOnly: true, call: visitor.call }
    const provider = await house.act('nobody', look, (ctx) => connectedTo(ctx, county))
    await ensureLetIn(house, county, visitor.call)
    const { url, secrets } = await asking.addressFor(provider, redirectOf(provider))
    await house.act({ system: county }, { readOnly: false }, async (ctx) => {
      const old = new Date(ctx.now.getTime() - REQUEST_MINUTES * 60_000).toISOString()
      await ctx.db.deleteFrom('identity_request').where('asked_at', '<', old).execute()
      const row = { state_hash: stateHash(secrets.state, visitor.browser), asked_at: ctx.now.toISOString() }
      await ctx.db
        .insertInto('identity_request')
        .values({ county, ...row, secrets: ctx.vault.seal(JSON.stringify(secrets)) })
        .execute()
    })
    visitor.stays = true
    return { url }
  }
}

/** Signs in whoever the provider confirmed, if two administrators linked them to an account. */
export function newFinish(house: House, asking: Asking) {
  return async (
    { query }: Input<Doors['finishIdentity']>,
    visitor: Visitor,
  ): Promise<Output<Doors['finishIdentity']>> => {
    const { call } = visitor
    const state = new URLSearchParams(query).get('state') ?? ''
    const begun = await house.act('nobody', { readOnly: false, call }, (ctx) =>
      takeRequest(ctx, stateHash(state, visitor.browser)),
    )
    ensure(begun, identityRefused)
    await ensureLetIn(house, begun.provider.county, call)
    const returned = new URL(`${redirectOf(begun.provider)}?${query.replace(/^\?/, '')}`)
    const confirmed = await asking.confirm(begun.provider, { returned, secrets: begun.secrets })
    const { county } = begun.provider
    const account = await house.act({ system: county }, { readOnly: false, call }, (ctx) => linkedTo(ctx, confirmed))
    ensure(account, () => notLinked({ subject: confirmed.subject }))
    const gaveCode = account.byTwo && begun.provider.acceptsSecondFactor && gaveSecondFactor(confirmed.amr)
    const entered = await house.act({ county, account: account.id }, { readOnly: false, call }, (ctx) =>
      enter(ctx, { account: account.id, gaveCode }, visitor),
    )
    if (!entered) throw await turnAway(house, county, { call, account: account.id })
    return entered
  }
}

/** Good once: the row is gone before the provider is asked. */
async function takeRequest(
  ctx: Ctx,
  state_hash: Buffer,
): Promise<{ provider: Connected; secrets: Secrets } | undefined> {
  const row = await ctx.db
    .deleteFrom('identity_request')
    .where('state_hash', '=', state_hash)
    .where('asked_at', '>', new Date(ctx.now.getTime() - REQUEST_MINUTES * 60_000).toISOString())
    .returning(['county', 'secrets'])
    .executeTakeFirst()
  if (!row) return undefined
  const secrets = JSON.parse(ctx.vault.open(row.secrets)) as Secrets // sealed by newBegin
  return { provider: await connectedTo(ctx, row.county), secrets }
}

/** `byTwo`: a link that one person made alone lets nobody past their own second factor. */
async function linkedTo(ctx: Ctx, { issuer, subject }: Confirmed): Promise<{ id: string; byTwo: boolean } | undefined> {
  const row = await ctx.db
    .selectFrom('identity_link')
    .innerJoin('account', (on) =>
      on.onRef('account.county', '=', 'identity_link.county').onRef('account.id', '=', 'account_id'),
    )
    .select(['account.id', 'asked_by'])
    .where('identity_link.county', '=', ctx.actor.county)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (!row)
    ctx.note({ action: 'signInFailed', detail: { address: ctx.call.address, by: 'identity' }, result: 'failed' })
  return row && { id: row.id, byTwo: row.asked_by !== null }
}

type Known = { account: string; gaveCode: boolean }

async function enter(ctx: Ctx, { account, gaveCode }: Known, visitor: Visitor): Promise<Entered | undefined> {
  const { county } = ctx.actor
  const policy = await policyOf(ctx)
  const { address } = visitor.call
  const own = await ctx.db
    .selectFrom('account')
    .leftJoin('second_factor', (on) =>
      on.onRef('second_factor.county', '=', 'account.county').onRef('second_factor.account_id', '=', 'account.id'),
    )
    .select(['must_change_password', 'confirmed_at'])
    .where('account.county', '=', county)
    .where('account.id', '=', account)
    .executeTakeFirstOrThrow()
  if (!mayCome(policy, { address, isAdministrator: ctx.actor.roles.some(isAdministrator) })) return undefined
  if (visitor.session)
    await ctx.db.deleteFrom('session').where('token_hash', '=', hashOfToken(visitor.session)).execute()
  const stage = stageOf({
    mustChange: own.must_change_password,
    isEnrolled: own.confirmed_at !== null,
    isRequired: policy.secondFactor === 'required',
    hasGivenCode: gaveCode,
  })
  const entered = await openSession(ctx, account, stage)
  if (stage === 'complete') await rememberBrowser(ctx, account, visitor)
  ctx.note({ action: 'signIn', subject: account, detail: { address, stage, by: 'identity' } })
  return entered
}
