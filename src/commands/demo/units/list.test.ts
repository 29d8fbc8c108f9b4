import assert from 'node:assert/strict'
import test from 'node:test'
import { BUREAU, endings, unitPlans } from './list.ts'

const presentNames = unitPlans.map(({ name, renamed }) => renamed?.at(-1)?.[0] ?? name)

test('some seventy units of all three natures, some of them under a line of their own', () => {
  assert.ok(unitPlans.length >= 66)
  assert.deepEqual(new Set(unitPlans.map(({ nature }) => nature)), new Set(['organ', 'institution', 'enterprise']))
  assert.ok(unitPlans.filter(({ isVertical }) => isVertical).length >= 5)
})

test('no two units bear one name, and none that of the bureau', () => {
  assert.equal(new Set(presentNames).size, unitPlans.length)
  assert.ok(!presentNames.includes(BUREAU))
})

test('names follow each other in time', () => {
  for (const { name, openedOn, renamed = [] } of unitPlans) {
    const days = [openedOn, ...renamed.map(([, , on]) => on)]
    assert.deepEqual(days, [...days].sort(), name)
  }
})

for (const { how, units, into, on } of endings)
  test(`${units.join('、')} (${how}) ended into a unit that stood on that day`, () => {
    const successor = unitPlans[presentNames.indexOf(into)]
    assert.ok(successor && successor.openedOn <= on)
    for (const name of units) assert.ok(presentNames.includes(name), name)
    for (const [, , since] of successor.renamed ?? []) assert.ok(since <= on, `${into} had another name on ${on}`)
  })
