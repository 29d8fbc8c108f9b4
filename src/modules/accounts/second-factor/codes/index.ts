import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Ctx } from '#platform/ctx.ts'

/** HMAC-SHA256, six digits, thirty seconds (RFC 6238): SHA-1, which applications take by themselves, is not among the algorithms of 密评. */
const MANNER = { algorithm: 'sha256', digits: 6, period: 30 } as const
const SEED_BYTES = 32

export function newSeed(): string {
  return generateSecret({ length: SEED_BYTES })
}

export function keyAddress(seed: string, { issuer, login }: { issuer: string; login: string }): string {
  return generateURI({ ...MANNER, issuer, label: login, secret: seed })
}

/** The step whose code this is: the present one, or a neighbour, because clocks differ by half a minute. */
export function stepOf(seed: string, code: string, now: Date): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(now.getTime() / 1000)
  const found = verifySync({ ...MANNER, secret: seed, token, epoch, epochTolerance: MANNER.period })
  return found.valid && 'timeStep' in found ? found.timeStep : undefined
}

const RECOVERY_CODES = 10
const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Ten codes for the day the telephone is lost: KJ3M-9TXW-B4RC-7YQD, some 79 bits each, so a plain hash keeps them. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('')
  return Array.from({ length: RECOVERY_CODES }, () => [group(), group(), group(), group()].join('-'))
}

function hashOfCode(accountId: string, code: string): Buffer {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`${accountId} ${plain}`).digest()
}

/** Writes a set of codes in place of the former one. Shown once; the database keeps hashes. */
export async function keepRecoveryCodes(ctx: Ctx, accountId: string, codes: readonly string[]): Promise<void> {
  const own = { county: ctx.actor.county, account_id: accountId }
  await dropRecoveryCodes(ctx, accountId)
  await ctx.db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ ...own, code_hash: hashOfCode(accountId, code) })))
    .execute()
}

export async function dropRecoveryCodes(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db
    .deleteFrom('recovery_code')
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .execute()
}

type Holder = { id: string; factor: { seed: Buffer; lastStep: number } | undefined }

/** A code of six digits or a recovery code, each good once: the row is written before anything opens. Undefined: it was wrong, or used before. */
export async function spendCode(
  ctx: Ctx,
  { id, factor }: Holder,
  code: string,
): Promise<'digits' | 'recovery' | undefined> {
  if (!factor) return undefined
  const step = stepOf(ctx.vault.open(factor.seed), code, ctx.now)
  if (step !== undefined) return (await takeStep(ctx, id, step)) ? 'digits' : undefined
  return (await takeRecoveryCode(ctx, id, code)) ? 'recovery' : undefined
}

/** RFC 6238 5.2: a code that was accepted is not accepted again, nor one from before it. */
async function takeStep(ctx: Ctx, accountId: string, step: number): Promise<boolean> {
  const used = await ctx.db
    .updateTable('second_factor')
    .set({ last_step: String(step) })
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where(sql<boolean>`last_step < ${step}`)
    .returning('account_id')
    .executeTakeFirst()
  return used !== undefined
}

async function takeRecoveryCode(ctx: Ctx, accountId: string, code: string): Promise<boolean> {
  const used = await ctx.db
    .updateTable('recovery_code')
    .set({ used_at: ctx.now.toISOString() })
    .where('county', '=', ctx.actor.county)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOfCode(accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return used !== undefined
}
