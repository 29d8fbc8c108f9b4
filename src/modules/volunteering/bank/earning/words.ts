import { refusal } from '#platform/refuse.ts'

export const neverEarned = refusal('bank.never_earned', 404, () => ({
  zh: '这条服务记录没有记过账，不需要冲正。请刷新页面核对。',
  en: 'This service record never earned anything, so there is nothing to take back. Reload the page and check.',
}))
