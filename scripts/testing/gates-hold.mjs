import assert from 'node:assert/strict'
import test from 'node:test'
import { GATES } from '../gates/index.mjs'
import { openTree } from '../gates/tree.mjs'
import { PROJECT } from '../pinned-node.mjs'

// Gates are counted with the tests, so that the closing lines tell the whole truth.
const tree = openTree(PROJECT)

for (const [name, gate] of Object.entries(GATES)) {
  test(`the gate “${name}” holds`, async () => {
    const { failures } = await gate(tree)
    if (failures.length > 0) assert.fail(`${failures.length} to repair\n${failures.slice(0, 40).join('\n')}`)
  })
}
