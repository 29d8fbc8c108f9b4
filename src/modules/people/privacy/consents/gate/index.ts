import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { ensure } from '#platform/refuse.ts'
import type { FieldValues } from '../../../fields/index.ts'
import { type ConsentKey, isConsentKey, type PurposeKey, purposeOf, purposeOfField } from '../../registry/index.ts'
import { consentCodes } from '../integrity/index.ts'
import { consentNeeded } from '../words.ts'

/** Consent brought together with a new record: the form signed at the counter. */
export type ConsentBrought = { purpose: ConsentKey; givenBy: 'self' | 'family' | 'worker'; giver?: string | undefined }

/** The consents that storing these values needs. Emptying a field needs none. */
export function consentsNeeded(values: FieldValues): ConsentKey[] {
  const keys = Object.entries(values)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .flatMap(([key]) => purposeOfField.get(key) ?? [])
  return [...new Set<PurposeKey>(keys)].filter(isConsentKey)
}

/** The purposes a person has agreed to and not withdrawn; what was agreed on a record merged into this one counts for this one. */
export async function liveConsents(ctx: Ctx, personId: string): Promise<ReadonlySet<string>> {
  const found = await consentsStanding(ctx, personId)
  return new Set(found.flatMap(({ purpose, isSound }) => (isSound ? [purpose] : [])))
}

/** A consent that was written or changed past the office permits nothing. */
export async function consentsStanding(ctx: Ctx, personId: string): Promise<{ purpose: string; isSound: boolean }[]> {
  const found = await sql<{ purpose: string; mac: Buffer | null; says: string }>`
    select t.purpose, t.mac, ${sql.raw(consentCodes.says)} as says
      from consent t join person p on p.county = t.county and p.id = t.person_id
     where t.county = ${ctx.actor.county} and t.withdrawn_at is null
       and (p.id = ${personId}::uuid or p.merged_into = ${personId}::uuid)`.execute(ctx.db)
  return found.rows.map(({ purpose, mac, says }) => ({ purpose, isSound: mac !== null && ctx.vault.isMac(says, mac) }))
}

/** 个人信息保护法 第二十九条: sensitive information that stands on consent is not stored without one of its own. */
export async function ensureConsent(ctx: Ctx, personId: string, purposes: readonly ConsentKey[]): Promise<void> {
  if (!purposes.length) return
  const live = await liveConsents(ctx, personId)
  for (const key of purposes) ensure(live.has(key), () => needed(key))
}

/** The same for a record about to be written, which brings its consents along. */
export function ensureBrought(values: FieldValues, brought: readonly ConsentBrought[]): void {
  for (const key of consentsNeeded(values))
    ensure(
      brought.some((one) => one.purpose === key),
      () => needed(key),
    )
}

function needed(key: ConsentKey) {
  const { zh, en } = purposeOf(key)
  return consentNeeded({ purpose: key, zh, en })
}
