import { refusal } from '#platform/refuse.ts'
import type { Bilingual } from '#platform/words.ts'
import { DOUBTING, REFUSING, reasonWords } from './reading/index.ts'

export const notPlanned = refusal('import.not_planned', 409, (p: { status: string }) => ({
  zh:
    p.status === 'reading'
      ? '这个批次还在读取，请等预览完成后再操作。'
      : '这个批次已经执行或撤销，不能再改。如需更正，请重新上传文件。',
  en:
    p.status === 'reading'
      ? 'This batch is still being read; wait for its preview.'
      : 'This batch was applied or undone and cannot be changed. Upload the file again to correct it.',
}))
export const ownFileOnly = refusal('import.own_file_only', 403, () => ({
  zh: '名单里的完整号码只给上传的人看。请由上传的人改正，或由您重新上传一份。',
  en: 'The whole numbers in a roster are for who brought it. Let them correct it, or upload it yourself.',
}))
export const notApplied = refusal('import.not_applied', 409, () => ({
  zh: '只有已执行完的批次可以撤销。',
  en: 'Only an applied batch can be undone.',
}))
export const emptyFile = refusal('import.empty_file', 422, () => ({
  zh: '没有收到文件内容，请重新选择文件上传。',
  en: 'No file arrived; choose the file again.',
}))
type BuiltUpon = { count: number; examples: { name: string; what: string; at: string }[] }
export const builtUpon = refusal('import.built_upon', 409, (p: BuiltUpon) => ({
  zh: `有 ${p.count} 人的记录在导入之后又有改动（如${p.examples.map((one) => `${one.name}：${one.what}`).join('；')}），撤销会丢掉这些工作，因此不能整批撤销。请逐人更正，或先撤销后来的改动。`,
  en: `${p.count} records were worked on after the import (such as ${p.examples.map((one) => `${one.name}: ${one.what}`).join('; ')}). Undoing would lose that work. Correct them one by one, or undo the later changes first.`,
}))

const own: Record<string, Bilingual> = {
  ID_ELSEWHERE: {
    zh: '这个身份证号已登记在另一条不同姓名的记录上。请核对是否录错号码，或是否同一人改名。',
    en: 'This identity number stands on a record with another name. Check the number, or whether the person changed names.',
  },
  MATCH_UNSURE: {
    zh: '库中有同名且出生年月或手机相同的人，但没有身份证号可以确认。请看对照后选择“就是此人”或“另建一人”。',
    en: 'Somebody of this name with the same birth month or phone is recorded, but no identity number confirms it. Compare, then choose “the same person” or “a new person”.',
  },
  UNIT_NOT_ADDED: {
    zh: '名单上的单位没有加到这个人名下（单位已撤销，或已有这个归属）。需要时请在个人页的“归属”里办理。',
    en: 'The roster’s unit was not added (it is closed, or stands there already). Add it on the person’s page if needed.',
  },
  HOME_NOT_MOVED: {
    zh: '名单上的社区与库中不同，但没有改动居住地（日期与现有记录冲突）。请在个人页的“归属”里办理迁居。',
    en: 'The roster names another community, but the home was not moved: the dates clash. Move it on the person’s page.',
  },
  PLACE_UNKNOWN: {
    zh: '社区不在本县名录中，居住地留空。',
    en: 'The community is not in the county’s list; the home stays open.',
  },
}

/** A reason's code in words: what is wrong and what to do next. */
export function wordsOf(code: string): Bilingual {
  const reason = [...REFUSING, ...DOUBTING].find((known) => known === code)
  return own[code] ?? (reason ? reasonWords(reason) : { zh: code, en: code })
}
