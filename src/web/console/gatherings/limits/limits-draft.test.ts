import assert from 'node:assert/strict'
import test from 'node:test'
import { limitsOf, typedOf } from './limits-draft.ts'

const none = { warn: null, consent: null, refuse: null }
const limits = {
  ages: [none, { ...none, warn: 85 }, { ...none, warn: 75, consent: 80 }, { warn: 65, consent: 70, refuse: 80 }],
  consentHealth: ['31', '41'],
  weekMinutes: { warn: 600, consent: 1_200 },
}

test('limits come back from the form as they went in, hours for minutes and nothing for no limit', () => {
  const typed = typedOf(limits, '2026-05-01')
  assert.deepEqual([typed.ages[0]?.warn, typed.ages[3]?.refuse, typed.weekHours.warn], ['', '80', '10'])
  assert.deepEqual(limitsOf(typed), limits)
})
