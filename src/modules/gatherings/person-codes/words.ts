import { refusal } from '#platform/refuse.ts'

export const unknownCode = refusal('person_code.unknown', 404, () => ({
  zh: '没有这个编码，或已停用。请核对卡片，或按姓名查找登记。',
  en: 'There is no such code, or it was taken back. Check the card, or look the person up by name.',
}))
export const noCode = refusal('person_code.none', 409, () => ({
  zh: '这位老同志没有在用的编码，无需停用。',
  en: 'This person has no code in use; there is nothing to take back.',
}))
