import { affiliationsRoutes, peopleFollowPlaces } from './affiliations/index.ts'
import { treatmentCodes } from './book/index.ts'
import { countySettingsRoutes, recountJob } from './county-settings/index.ts'
import { duplicatesAreLookedFor, duplicatesRoutes, searchJobs } from './duplicates/index.ts'
import { consentCodes, privacyJobs, privacyRoutes } from './privacy/index.ts'
import { recordRoutes } from './record/index.ts'
import { importJobs, importRoutes } from './roster-import/index.ts'
import { exportJobs, exportRoutes } from './search/export/index.ts'
import { routes as searchRoutes } from './search/routes.ts'

export { type Draft, destroyPersonKey, presentRecord, spellings } from './book/index.ts'
export {
  educationCodes,
  genderCodes,
  healthCodes,
  kindCodes,
  livingFlagCodes,
  politicalCodes,
  rankCodes,
  wordOf,
} from './codes/index.ts'
export { mergesAreFollowed, type PersonTie } from './duplicates/index.ts'
export { type FieldValues, shaanxiFields, showDate } from './fields/index.ts'
export { type Death, deathOf, hadDied, lastDeath } from './lives/index.ts'
export { ageRangeToBirthBounds, textBounds } from './partial-date.ts'
export { inheritErasures, replayErasures } from './privacy/index.ts'
export { ageOf, recordDeath, registerPeople, verifySection } from './record/index.ts'
export { exportRoster } from './roster-export/index.ts'
export { importFileNow } from './roster-import/at-once/index.ts'
export {
  collectExport,
  ensureAtOnce,
  exportContract,
  fillExport,
  leave,
  noteTaken,
  requestPaper,
} from './search/export/index.ts'

/** Every door of the room and of its sub-rooms. Search comes first: its fixed paths stand before `/people/:id`. */
export const routes = [
  searchRoutes,
  ...privacyRoutes,
  exportRoutes,
  recordRoutes,
  affiliationsRoutes,
  duplicatesRoutes,
  countySettingsRoutes,
  importRoutes,
]
export const listeners = [peopleFollowPlaces, ...duplicatesAreLookedFor]
export const codes = [consentCodes, treatmentCodes]
export const jobs = [recountJob, ...importJobs, ...searchJobs, ...exportJobs, ...privacyJobs]
