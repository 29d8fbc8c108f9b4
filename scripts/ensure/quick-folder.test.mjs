import assert from 'node:assert/strict'
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { quickFolder, quickFolders } from './quick-folder.mjs'

test('without memory to keep files in, the temporary files are the place', () => {
  assert.equal(quickFolder('/nowhere/at/all'), tmpdir())
  assert.equal(quickFolder('/proc'), tmpdir(), 'a file system without room')
})

test('wherever a run may be, the next one looks for its remains', () => {
  assert.ok(quickFolders().includes(quickFolder()))
  for (const folder of quickFolders()) assert.ok(statfsSync(folder))
})
