/** The parts of a person's page: the record, who belongs to them, where they belong, what happened, who changed what, who may look. */
export const personTabs = [
  'record',
  'ties',
  'affiliations',
  'gatherings',
  'access',
  'timeline',
  'changes',
  'privacy',
  'seen',
] as const
export type PersonTab = (typeof personTabs)[number]
