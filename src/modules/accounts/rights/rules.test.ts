import assert from 'node:assert/strict'
import test from 'node:test'
import { PERMISSIONS, powersOf, ROLES } from '../rules.ts'
import { FIELD_CLASSES, matrixRows, ROOMS, roomOf } from './rules.ts'

test('every right stands in the matrix once, under its own room, and so does every field class', () => {
  for (const permission of PERMISSIONS) assert.ok(permission.startsWith(`${roomOf(permission)}.`), permission)
  const keys = matrixRows().map(({ key }) => key)
  assert.deepEqual(keys.toSorted(), [...PERMISSIONS, ...FIELD_CLASSES].toSorted())
})

test('every room of the matrix has a right', () => {
  assert.deepEqual([...new Set(PERMISSIONS.map(roomOf))].toSorted(), Object.keys(ROOMS).toSorted())
})

test('the matrix says of each role what the server asks of it', () => {
  for (const { key, holders } of matrixRows())
    for (const [at, role] of ROLES.entries()) {
      const { permissions, sees } = powersOf([role])
      assert.equal(
        holders[at],
        permissions.has(key) || FIELD_CLASSES.some((one) => one === key && sees.has(one)),
        `${role} ${key}`,
      )
    }
})
