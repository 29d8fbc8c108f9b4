import assert from 'node:assert/strict'
import test from 'node:test'
import { parseSearch, stringifySearch } from '../../search-params.ts'
import { conditionsOf, isNarrowed, questionOf, readPeopleSearch, whereText } from './people-search.ts'

const alone = { field: 'livingFlags', op: 'in', value: ['lives_alone'] } as const

test('an address asks the same question again after it was sent to somebody', () => {
  const where = whereText([{ ...alone, value: [...alone.value] }])
  const search = readPeopleSearch({ q: '371424', status: 'all', sort: 'name', descending: '1', offset: '50', where })
  const again = readPeopleSearch(parseSearch(stringifySearch(search)))
  assert.deepEqual(again, search)
  assert.deepEqual(questionOf(again), { q: '371424', status: 'all', where: [alone] })
})

test('what an address has wrong is left out, so that an old or mangled link still opens a list', () => {
  const cases: [where: string | undefined, count: number][] = [
    [undefined, 0],
    ['', 0],
    ['{', 0],
    ['{"field":"age"}', 0],
    ['[1,null,"x",{"field":"age"}]', 0],
    ['[{"field":"health","op":"empty"}]', 1],
  ]
  for (const [where, count] of cases) assert.equal(conditionsOf(where).length, count, `${where}`)
  assert.deepEqual(conditionsOf('[{"field":"health","op":"empty"}]'), [{ field: 'health', op: 'empty', value: null }])
  const read = readPeopleSearch({ status: 'asleep', sort: 'shoe', offset: '-3', limit: 'many' })
  assert.deepEqual(
    Object.values(read).filter((value) => value !== undefined),
    [],
  )
})

test('a list of everybody on the register is not narrowed; order and columns do not narrow', () => {
  for (const search of [{}, { sort: 'name' as const, columns: 'age' }, { status: 'living' as const }])
    assert.equal(isNarrowed(search), false)
  for (const search of [{ q: '王' }, { place: '3714240000000000000' }, { status: 'all' as const }, { where: '[]' }])
    assert.equal(isNarrowed(search), true)
})
