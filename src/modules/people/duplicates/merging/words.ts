import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { officeTime } from '../words.ts'

/** Something done to the kept record since the merge. */
export type Obstacle = { zh: string; en: string; by: string | null; at: string | null }

export const mergeUndone = refusal('people.merge_undone', 409, (p: { by: string; at: string }) => ({
  zh: `这次合并已由${p.by}于 ${officeTime(p.at)} 撤销，无需再次撤销。`,
  en: `${p.by} undid this merge at ${officeTime(p.at)} already.`,
}))
export const mergeBuiltUpon = refusal('people.merge_built_upon', 409, (p: { obstacles: Obstacle[] }) => ({
  zh: `合并以后保留的记录又有改动：${p.obstacles.map(zhLine).join('；')}。请先核对这些改动属于哪一位；确认留在保留的记录上的，可选择“保留后来的改动”再撤销。`,
  en: `The kept record was changed since the merge: ${p.obstacles.map(enLine).join('; ')}. Check whose these changes are; if they belong to the kept record, undo again and leave them there.`,
}))

const zhLine = ({ zh, by, at }: Obstacle) => [zh, by, at && officeTime(at)].filter(Boolean).join('，')
const enLine = ({ en, by, at }: Obstacle) => [en, by, at && officeTime(at)].filter(Boolean).join(', ')

/** Parts of a record beside the sections of the form. */
export const touchedWords: Record<string, Bilingual> & { affiliations: Bilingual } = {
  phones: { zh: '电话', en: 'Telephones' },
  contacts: { zh: '联系人', en: 'Contacts' },
  family: { zh: '家庭成员', en: 'Family' },
  affiliations: { zh: '单位或居住地', en: 'Units or home' },
}

export const alsoMerged: Bilingual = {
  zh: '保留的记录后来又并入了另一条记录，请先撤销那次合并',
  en: 'The kept record was merged into another one since; undo that merge first',
}
