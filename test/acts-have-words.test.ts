import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { actWords } from '#modules/accounts/audit-trail/words.ts'
import { allParts } from '../src/main.ts'

test('whatever the office notes has its words in the audit trail, in both languages', () => {
  const root = join(import.meta.dirname, '../src')
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const noted = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bnote\(\{\s*action: '([\w.]+)'/g)].map(
      (found) => found[1] ?? '',
    ),
  )
  const doors = new Set(allParts().rooms.flatMap((room) => Object.keys(room.contract)))
  assert.ok(noted.length > 10 && doors.size > 100)
  assert.deepEqual(
    noted.filter((action) => !doors.has(action) && !actWords[action]),
    [],
  )
})
