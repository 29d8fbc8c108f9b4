import { refusal } from '#platform/refuse.ts'
import type { LifeFault } from './rules.ts'

type Conflict = { section: string; by: string; at: string; version: number; current: Record<string, unknown> }

/** Two people wrote the same section: the second is shown what the first wrote, and loses nothing of what was typed. */
export const sectionChanged = refusal('people.section_changed', 409, (p: Conflict) => ({
  zh: `${p.by}刚刚（${p.at}）改过这一部分。下面并排列出对方的内容和您填写的内容，请核对后再保存。`,
  en: `${p.by} changed this section at ${p.at}. Both versions are shown side by side; check and save again.`,
}))
export const alreadyDeceased = refusal('people.already_deceased', 409, () => ({
  zh: '这位干部已登记离世。如登记有误，请用“撤销离世登记”。',
  en: 'This person is already recorded as deceased. If that is wrong, take the record of death back.',
}))
const lifeFaults: Record<LifeFault, { zh: string; en: string }> = {
  birth_to_come: { zh: '出生日期在今天之后', en: 'The date of birth is after today' },
  death_to_come: { zh: '离世时间在今天之后', en: 'The date of death is after today' },
  death_before_birth: { zh: '离世时间早于出生日期', en: 'The date of death is before the date of birth' },
}
export const impossibleLife = refusal('people.impossible_life', 422, (p: { fault: LifeFault }) => ({
  zh: `${lifeFaults[p.fault].zh}，没有保存。请对照档案核对后再填；只知道年份的，只填年份。`,
  en: `${lifeFaults[p.fault].en}; nothing was saved. Check with the archive; where only the year is known, enter the year.`,
}))
export const notAPhoto = refusal('people.not_a_photo', 422, () => ({
  zh: '照片请用完整的 JPEG 或 PNG 文件，不超过 3 MB、4000 万像素。手机拍的照片一般就是 JPEG。',
  en: 'A photograph is a whole JPEG or PNG of at most 3 MB and 40 million pixels; pictures taken by phone usually are.',
}))
export const notDeceased = refusal('people.not_deceased', 409, () => ({
  zh: '这位干部没有离世登记，无需撤销。',
  en: 'No death is recorded for this person; there is nothing to take back.',
}))

/** The kinds of line a timeline has. */
export const eventWords: Record<string, { zh: string; en: string }> = {
  recorded: { zh: '建立档案', en: 'Record opened' },
  retired: { zh: '办理离退休', en: 'Retired' },
  moved_in: { zh: '调入', en: 'Moved in' },
  moved_out: { zh: '调出', en: 'Moved out' },
  moved_home: { zh: '迁居', en: 'Moved home' },
  died: { zh: '离世', en: 'Died' },
  restored: { zh: '撤销离世登记', en: 'Death record taken back' },
  treatment_changed: { zh: '待遇变更', en: 'Treatment changed' },
  unit_changed: { zh: '单位归属变更', en: 'Unit changed' },
  merged: { zh: '与重复记录合并', en: 'Merged with a duplicate' },
  unmerged: { zh: '撤销合并', en: 'Merge undone' },
  verified: { zh: '核实', en: 'Verified' },
  changed: { zh: '更正', en: 'Corrected' },
}
