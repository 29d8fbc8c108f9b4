import type { person as zh } from '../zh/person.ts'

export const person: typeof zh = {
  header: 'Summary',
  years: (n) => `${n}`,
  originalUnit: 'Original unit',
  managingUnit: 'Managing unit',
  idNumber: 'Identity number',
  flags: 'What does not fit together',
  completeness: 'Completeness',
  missing: 'Still missing',
  nothingMissing: 'Nothing required is missing',
  edit: 'Edit',
  editOf: (section) => `Edit ${section}`,
  saved: 'Saved',
  verified: (day) => `checked on ${day}`,
}
