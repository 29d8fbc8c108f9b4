import assert from 'node:assert/strict'
import test from 'node:test'
import { isHandOverOver, type Progress, type Stage, stageOf } from './rules.ts'

const none: Progress = { mustChange: false, isEnrolled: false, isRequired: false, hasGivenCode: false }

test('a session goes from the password over the second factor to being complete', () => {
  const table: [progress: Partial<Progress>, stage: Stage][] = [
    [{}, 'complete'],
    [{ isRequired: true }, 'enrolment'],
    [{ isEnrolled: true }, 'second_factor'],
    [{ isEnrolled: true, isRequired: true }, 'second_factor'],
    [{ isEnrolled: true, isRequired: true, hasGivenCode: true }, 'complete'],
    [{ isRequired: true, hasGivenCode: true }, 'complete'],
    [{ hasGivenCode: true }, 'complete'],
    [{ mustChange: true }, 'password_expired'],
    [{ mustChange: true, isRequired: true }, 'password_expired'],
    [{ mustChange: true, isEnrolled: true }, 'password_expired'],
    [{ mustChange: true, isEnrolled: true, hasGivenCode: true }, 'password_expired'],
  ]
  for (const [progress, stage] of table)
    assert.equal(stageOf({ ...none, ...progress }), stage, JSON.stringify(progress))
})

test('a password that was handed over is good for a day', () => {
  const setAt = new Date('2026-03-02T01:00:00Z')
  assert.equal(isHandOverOver(setAt, new Date('2026-03-03T01:00:00Z')), false)
  assert.equal(isHandOverOver(setAt, new Date('2026-03-03T01:00:01Z')), true)
})
