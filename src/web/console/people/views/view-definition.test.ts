import assert from 'node:assert/strict'
import test from 'node:test'
import type { SavedView } from '../queries.ts'
import { definitionOf, isSameDefinition, searchOf } from './view-definition.ts'

const where = '[{"field":"age","op":"atLeast","value":80}]'
const saved = (definition: SavedView['definition']): SavedView => ({
  id: '1',
  name: '80 岁以上',
  isShared: false,
  isDefault: false,
  isMine: true,
  definition,
})

test('a view keeps the question, its order and the columns, and opens as they were', () => {
  const search = { q: '王', status: 'all' as const, where, sort: 'name' as const, descending: true as const }
  const definition = definitionOf({ ...search, offset: 100, limit: 20, view: '9' }, ['age', 'unit'])
  const opened = searchOf(saved(definition))
  assert.deepEqual(Object.fromEntries(Object.entries(opened).filter(([, value]) => value !== undefined)), {
    ...search,
    columns: 'age,unit',
    view: '1',
  })
  assert.ok(isSameDefinition(definitionOf(opened, ['age', 'unit']), definition))
})

test('turning the page leaves the view as it is; another condition, order or column does not', () => {
  const definition = definitionOf({ where }, ['age', 'unit'])
  assert.ok(isSameDefinition(definitionOf({ where, offset: 50 }, ['age', 'unit']), definition))
  for (const [search, columns] of [
    [{ where, q: '王' }, ['age', 'unit']],
    [{}, ['age', 'unit']],
    [{ where, sort: 'name' as const }, ['age', 'unit']],
    [{ where }, ['unit', 'age']],
    [{ where }, ['age']],
  ] as const)
    assert.equal(isSameDefinition(definitionOf(search, [...columns]), definition), false)
})
