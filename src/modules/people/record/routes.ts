import { bind } from '#platform/http/bind.ts'
import { contract } from './contract.ts'
import { changeContacts, changeFamily, changePhones } from './lists/service.ts'
import { readPhoto, removePhoto, setPhoto } from './photo/service.ts'
import { revealField } from './reveal/service.ts'
import { changeSection, recordDeath, registerPerson, restoreLife, verifySection } from './service.ts'
import { readChanges, readTimeline, readWhoCanSee } from './story/service.ts'
import { readPerson } from './view/service.ts'

export const routes = bind(contract, {
  registerPerson,
  readPerson,
  changeSection,
  changePhones,
  changeContacts,
  changeFamily,
  verifySection,
  revealField,
  setPhoto,
  readPhoto,
  removePhoto,
  recordDeath,
  restoreLife,
  readTimeline,
  readChanges,
  readWhoCanSee,
})
