export {
  identityTypeCodes,
  kindCodes,
  type LixiuPeriod,
  lixiuPeriod,
  lixiuPeriodCodes,
  type PeriodAnswer,
  suggestionCodes,
  unitNatureCodes,
} from './cadre.ts'
export {
  type Ability,
  abilityCodes,
  abilityOf,
  chronicCodes,
  livingFlagCodes,
  plainLivingFlags,
  type SelfCare,
  selfCareCodes,
  selfCareOf,
} from './care.ts'
export { type CodeOf, type CodeTable, codeTable, isCode, wordOf } from './code-table.ts'
export { ethnicityCodes } from './ethnicity.ts'
export { candidateCount, type Known } from './id-candidates.ts'
export { checkIdNumber, holdsIdNumber, type IdCheck, idBirth, idGender } from './id-number.ts'
export {
  educationCodes,
  familyRelationCodes,
  genderCodes,
  healthCodes,
  maritalCodes,
  politicalCodes,
} from './personal.ts'
export { gradeCodes, medicalTreatmentCodes, rankCodes } from './rank.ts'
