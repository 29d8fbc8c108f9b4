import { refusal } from '#platform/refuse.ts'

export const noCounter = refusal('bank.no_counter', 403, () => ({
  zh: '这个账号还没有关联到商户。请联系老干部局办理关联。',
  en: 'This account stands behind no counter yet. Ask the bureau to link it to its partner.',
}))
