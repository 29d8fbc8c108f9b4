export { personDigest, presentRecord } from './digest.ts'
export { treatmentCode, treatmentCodes } from './treatment.ts'
