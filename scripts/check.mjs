import { onPinnedNode, PROJECT } from './pinned-node.mjs'

async function check(wanted) {
  const { GATES } = await import('./gates/index.mjs')
  const { runGates } = await import('./gates/run-gates.mjs')
  const { openTree } = await import('./gates/tree.mjs')
  const unknown = wanted.filter((name) => !(name in GATES))
  if (unknown.length > 0) {
    console.log(`${unknown.join(', ')} is not a gate: ${Object.keys(GATES).join(', ')}`)
    return false
  }
  const chosen = Object.entries(GATES).filter(([name]) => wanted.length === 0 || wanted.includes(name))
  return runGates(Object.fromEntries(chosen), openTree(PROJECT), console.log)
}

await onPinnedNode(import.meta.url, check)
