import { type ConsentKey, type PurposeKey, purposes } from './purposes.ts'

export { ensurePurpose, purposeOfField, purposeOfTable } from './assigned.ts'
export { type Basis, type ConsentKey, type Purpose, type PurposeKey, purposes, type Retention } from './purposes.ts'

/** The purposes that need the person's consent, in the order a page asks for them. */
export const consentKeys = purposes.flatMap((one) => (one.basis === 'consent' ? [one.key] : []))

export function isConsentKey(key: PurposeKey): key is ConsentKey {
  return consentKeys.some((one) => one === key)
}

export function purposeOf(key: PurposeKey) {
  const found = purposes.find((one) => one.key === key)
  if (!found) throw new Error(`there is no purpose ${key}`)
  return found
}
