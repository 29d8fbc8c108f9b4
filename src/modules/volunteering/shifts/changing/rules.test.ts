import assert from 'node:assert/strict'
import test from 'node:test'
import { TURN_STATES } from '../rules.ts'
import { hasHappened, mayMoveTo, noticedOf, type Plan } from './rules.ts'

const at = (time: string) => `2026-03-10T${time}:00+08:00`

test('a shift is changed until somebody came, was entered, missed or was judged', () => {
  const open = TURN_STATES.filter((state) => !hasHappened([state]))
  assert.deepEqual(open, ['waiting', 'claimed', 'cancelled'])
  assert.equal(hasHappened([]), false)
  assert.equal(hasHappened(['claimed', 'started']), true)
})

const own: Plan = {
  placeCode: '3714240010010000000',
  siteId: null,
  address: null,
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  task: 'company',
}

for (const [what, change, noticed] of [
  ['nothing', {}, []],
  ['the same moment, written otherwise', { startsAt: '2026-03-10T01:00:00.000Z' }, []],
  ['a later beginning', { startsAt: at('09:30') }, ['time']],
  ['an earlier end', { endsAt: at('10:30') }, ['time']],
  ['another place', { placeCode: '3714240010020000000' }, ['place']],
  ['another door', { address: '3 号楼' }, ['place']],
  ['another hall, another task', { siteId: 'x', task: 'patrol' }, ['place', 'task']],
] as const)
  test(`who holds a turn has to hear of ${what}: ${noticed.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(noticedOf(own, { ...own, ...change }), noticed)
  })

for (const [next, may] of [
  [at('09:00'), true],
  [at('09:59'), false],
  [at('10:01'), true],
] as const)
  test(`at ten a shift of nine ${may ? 'may' : 'may not'} begin at ${next.slice(11, 16)}`, () => {
    assert.equal(mayMoveTo({ from: at('09:00'), next }, new Date(at('10:00'))), may)
  })
