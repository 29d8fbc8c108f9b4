import { refusal } from '#platform/refuse.ts'

export const notHere = refusal('bank.grant_not_here', 409, () => ({
  zh: '公益池只送给在册、健在的老同志。请先核对人员档案。',
  en: 'The pool gives to the living on the register of this county. Check the record first.',
}))
export const groundOff = refusal('bank.ground_off', 422, () => ({
  zh: '县里现行规则不按这一条送。请换一条依据，或先修改“志愿服务银行 · 规则”。',
  en: 'The rules in force do not give on this ground. Choose another, or change “Service bank · Rules” first.',
}))
export const noBirth = refusal('bank.grant_no_birth', 422, () => ({
  zh: '档案里没有出生日期，不能核对年龄。请先在人员档案里补上。',
  en: 'The record has no date of birth, so the age cannot be checked. Enter it in the record first.',
}))
export const tooYoung = refusal('bank.grant_too_young', 422, (p: { from: number }) => ({
  zh: `按现行规则，这一条从 ${p.from} 岁起。请核对出生日期，或换一条依据。`,
  en: `By the rules in force this ground holds from ${p.from} years on. Check the date of birth or choose another ground.`,
}))
export const yearFull = refusal('bank.grant_year_full', 409, (p: { left: number }) => ({
  zh: `超过每人每年上限：今年还能送 ${p.left} 分。`,
  en: `That is more than one person may have in a year: ${p.left} points are left for this one.`,
}))
export const poolShort = refusal('bank.pool_short', 409, (p: { left: number }) => ({
  zh: `公益池不够：还能送 ${p.left} 分（等第二人决定的已除去）。`,
  en: `The pool does not hold that many: ${p.left} points are left, less what waits for a second person.`,
}))
export const keyUsed = refusal('bank.grant_key_used', 422, () => ({
  zh: '这个办理编号已用于另一笔申请。请刷新页面后重新办理。',
  en: 'This number of an act belongs to another request. Reload the page and do it again.',
}))
export const notGiven = refusal('bank.grant_not_given', 409, () => ({
  zh: '只有已送出的才能冲正。请刷新页面核对。',
  en: 'Only what was given can be reversed. Reload the page and check.',
}))
