import {
  abilityCodes,
  type CodeTable,
  chronicCodes,
  educationCodes,
  ethnicityCodes,
  genderCodes,
  gradeCodes,
  healthCodes,
  identityTypeCodes,
  kindCodes,
  livingFlagCodes,
  maritalCodes,
  medicalTreatmentCodes,
  politicalCodes,
  rankCodes,
  unitNatureCodes,
} from '../codes/index.ts'
import type { Field } from './field.ts'

const tables: Record<string, CodeTable<string>> = {
  gender: genderCodes,
  ethnicity: ethnicityCodes,
  kind: kindCodes,
  rank: rankCodes,
  grade: gradeCodes,
  nature: unitNatureCodes,
  identityType: identityTypeCodes,
  medicalTreatment: medicalTreatmentCodes,
  political: politicalCodes,
  education: educationCodes,
  marital: maritalCodes,
  livingFlag: livingFlagCodes,
  health: healthCodes,
  chronic: chronicCodes,
  ability: abilityCodes,
}

export function codesOf(field: Field): CodeTable<string> | undefined {
  return field.codes ? tables[field.codes] : undefined
}
