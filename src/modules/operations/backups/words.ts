import { refusal } from '#platform/refuse.ts'

export const alreadyAsked = refusal('backups.already_asked', 409, () => ({
  zh: '正在进行，请等它结束再试。',
  en: 'It is being done already; wait for it to end.',
}))
