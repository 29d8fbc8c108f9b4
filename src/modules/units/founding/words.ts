import { refusal } from '#platform/refuse.ts'

type Holder = { code: string; name: string }

const reasonWords = {
  length: { zh: '应为 18 位', en: 'it has 18 characters' },
  character: {
    zh: '含有不允许的字符（没有 I、O、S、V、Z）',
    en: 'it contains a character that does not occur (no I, O, S, V, Z)',
  },
  checksum: { zh: '校验位不对，可能有一位录错', en: 'its check character is wrong; one character may be mistyped' },
}

export const badCreditCode = refusal(
  'units.bad_credit_code',
  422,
  (p: { code: string; reason: keyof typeof reasonWords }) => ({
    zh: `统一社会信用代码“${p.code}”不正确：${reasonWords[p.reason].zh}。请核对证照。`,
    en: `The social credit code “${p.code}” is not right: ${reasonWords[p.reason].en}. Check the certificate.`,
  }),
)
export const creditCodeTaken = refusal('units.credit_code_taken', 409, (p: Holder) => ({
  zh: `统一社会信用代码 ${p.code} 已登记在“${p.name}”名下。请核对是否同一单位。`,
  en: `The social credit code ${p.code} already belongs to “${p.name}”. Check whether it is the same unit.`,
}))
export const codeTaken = refusal('units.code_taken', 409, (p: Holder) => ({
  zh: `单位编号 ${p.code} 已用于“${p.name}”。请换一个编号。`,
  en: `Number ${p.code} already belongs to “${p.name}”. Take another.`,
}))
export const badParent = refusal('units.bad_parent', 422, () => ({
  zh: '上级单位必须是另一个在册单位，且不能是本单位的下级。请重新选择。',
  en: 'The parent must be another open unit that is not below this one. Choose again.',
}))
export const noSuchPlace = refusal('units.no_such_place', 422, () => ({
  zh: '所选的所在地不存在，请重新选择。',
  en: 'The place chosen does not exist. Choose again.',
}))
