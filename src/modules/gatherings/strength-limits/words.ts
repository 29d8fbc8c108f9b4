import { refusal } from '#platform/refuse.ts'

export const tooEarly = refusal('strength.too_early', 422, () => ({
  zh: '新标准从今天或以后的日子起施行，以前的报名不受影响。请改日期。',
  en: 'New limits begin today or later: what was decided before stands. Choose another day.',
}))
