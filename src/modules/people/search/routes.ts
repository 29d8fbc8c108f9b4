import { bind } from '#platform/http/bind.ts'
import { listBirthdays } from './birthdays/service.ts'
import { tagPeople } from './bulk/service.ts'
import { contract } from './contract.ts'
import { readQuality } from './quality/service.ts'
import { countPeople, listPeople, listTags } from './service.ts'
import { listViews, removeView, saveView } from './views/service.ts'

export const routes = bind(contract, {
  listPeople,
  countPeople,
  listBirthdays,
  tagPeople,
  listTags,
  listViews,
  saveView,
  removeView,
  readQuality,
})
