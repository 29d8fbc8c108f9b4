import assert from 'node:assert/strict'
import test from 'node:test'
import { contract } from '#modules/people/search/contract.ts'
import { routes } from '#modules/people/search/routes.ts'
import { BUREAU, office, PLACES } from '#test/office.ts'
import { type FilterField, filterFields, type Op } from '../src/web/console/people/filter/filter-fields.ts'

/** A value such as somebody would choose or type. */
function example({ kind, options }: FilterField, op: Op): string | number | boolean | null | (string | number)[] {
  if (op === 'empty' || op === 'filled') return null
  const one: Partial<Record<FilterField['kind'], string | number | boolean>> = {
    date: '1949-10',
    cents: 500_000,
    number: 2,
    age: 80,
    percent: 60,
    yesno: true,
    place: PLACES.xingtong,
    unit: BUREAU,
  }
  const value = one[kind] ?? options[0]?.value ?? '县'
  if (op === 'between') return [String(value), String(value)]
  return op === 'in' || op === 'not' ? [String(value)] : value
}

test('the server answers every comparison that the builder of the people list offers', async () => {
  const o = await office({ rooms: [routes] })
  try {
    const desk = o.as(await o.hire()).call(contract)
    for (const field of filterFields)
      for (const op of field.ops) {
        const where = [{ field: field.key, op, value: example(field, op) }]
        const { total } = await desk.listPeople({ where }).catch((error: unknown) => {
          throw new Error(`${field.key} ${op}`, { cause: error })
        })
        assert.equal(total, 0)
      }
  } finally {
    await o.close()
  }
})
