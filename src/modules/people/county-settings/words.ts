import { refusal } from '#platform/refuse.ts'

export const badAreaCode = refusal('county.bad_area_code', 422, (p: { areaCode: string }) => ({
  zh: `“${p.areaCode}”不是电话区号。请写以 0 开头的三位或四位数字，例如 0534。`,
  en: `"${p.areaCode}" is not a telephone area code. Write three or four digits that begin with 0, such as 0534.`,
}))
export const unknownRequired = refusal('county.unknown_required', 422, (p: { keys: string[] }) => ({
  zh: `必填项中有系统没有的字段：${p.keys.join('、')}。请从列表中选择。`,
  en: `The required fields name some that do not exist: ${p.keys.join(', ')}. Choose from the list.`,
}))
