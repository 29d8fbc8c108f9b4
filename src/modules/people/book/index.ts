export { contactRows, familyRows, phoneRows } from './around.ts'
export { bump, changeFields, differences, noteChange, sectionStates } from './change.ts'
export { completenessOf } from './completeness.ts'
export { checkCodes, type Draft, idTaken, nameNeeded } from './draft.ts'
export { insertPeople, insertRows } from './insert.ts'
export { nameKeys, questionKeys } from './name-keys.ts'
export { presentRecord, treatmentCodes } from './proof/index.ts'
export {
  type Columns,
  holdsId,
  idPurpose,
  type PersonRow,
  phoneDigits,
  phonePurpose,
  sealedKeys,
  spellings,
  valuesFrom,
} from './row.ts'
export { destroyPersonKey } from './secret.ts'
export { areaCode, requiredFields } from './settings.ts'
