import { refusal } from '#platform/refuse.ts'

export const noTurn = refusal('own.no_turn', 409, () => ({
  zh: '您没有认领这项服务，或者已经取消了。',
  en: 'You have no turn in this, or gave it up before.',
}))
