import assert from 'node:assert/strict'
import test from 'node:test'
import { pageOfStage } from './stage-page.ts'

test('each stage of a session has its page, and the way home is kept', () => {
  assert.equal(pageOfStage('complete'), '/')
  assert.equal(pageOfStage('complete', '/units?q=1'), '/units?q=1')
  assert.equal(pageOfStage('second_factor'), '/second-factor')
  assert.equal(pageOfStage('enrolment', '/units?q=1'), '/enrolment?to=%2Funits%3Fq%3D1')
  assert.equal(pageOfStage('password_expired', '/people'), '/first-password?to=%2Fpeople')
})
