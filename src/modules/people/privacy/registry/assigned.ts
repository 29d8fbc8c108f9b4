import { catalogue } from '../../fields/catalogue.ts'
import type { SectionKey } from '../../fields/field.ts'
import type { PurposeKey } from './purposes.ts'

/** What each section is kept for, unless a field of it says otherwise. A new section does not compile without its purpose. */
const ofSection: Record<SectionKey, PurposeKey> = {
  identity: 'identify',
  work: 'employment',
  treatment: 'treatment',
  party: 'party',
  home: 'service',
  health: 'medical',
  talent: 'talent',
  death: 'bereavement',
  keeping: 'keeping',
}
/** 第二十九条: health told in words goes beyond what medical treatment needs by law. */
const otherwise: Readonly<Record<string, PurposeKey>> = {
  medicalHistory: 'health_text',
  longTermMedicine: 'health_text',
  medicalInsuranceNo: 'medical',
}

/** The register of fields: written out field by field, so that one that is not in the catalogue has no purpose. */
export const purposeOfField: ReadonlyMap<string, PurposeKey> = new Map(
  catalogue.map((field) => [field.key, otherwise[field.key] ?? ofSection[field.section]]),
)

/** What stands beside the fields, by table. Whatever points to a person and is not here may not be written. */
export const purposeOfTable = {
  person: 'identify',
  person_phone: 'contact',
  person_contact: 'contact',
  family_member: 'contact',
  person_event: 'keeping',
  person_change: 'keeping',
  affiliation: 'service',
  person_file: 'proof',
  consent: 'proof',
  correction_request: 'proof',
  erasure: 'proof',
  reveal: 'proof',
  duplicate_pair: 'keeping',
  person_merge: 'keeping',
  import_row: 'keeping',
  gathering_sign_up: 'talent',
  gathering_attendance: 'talent',
  gathering_feedback: 'talent',
  person_code: 'talent',
  calendar_address: 'talent',
  group_member: 'talent',
  group_officer: 'talent',
  volunteer: 'talent',
  team_member: 'talent',
  trainee: 'talent',
  post_holding: 'talent',
  shift: 'service',
  shift_turn: 'talent',
  shift_swap: 'talent',
  service_record: 'talent',
  service_certificate: 'talent',
  star_award: 'talent',
  need: 'service',
  bank_earning: 'talent',
  bank_finding: 'talent',
  bank_finding_record: 'talent',
  bank_gift: 'talent',
  bank_grant: 'service',
  bank_notice_line: 'talent',
  bank_redemption: 'talent',
  bank_request: 'talent',
  bank_unnamed: 'talent',
  message: 'contact',
  message_choice: 'contact',
  own_authority: 'contact',
} as const satisfies Record<string, PurposeKey>

/** Refuses in code what nobody has given a reason for (个人信息保护法 第六条): that is a mistake of ours, not of whoever typed. */
export function ensurePurpose(field: string): void {
  if (!purposeOfField.has(field)) throw new Error(`the field ${field} is in no purpose and may not be stored`)
}
