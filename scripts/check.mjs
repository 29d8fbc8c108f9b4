import { onPinnedNode, PROJECT } from './pinned-node.mjs'

const SHOWN = 40

async function judged(gate, tree) {
  const started = performance.now()
  const answer = await Promise.resolve(gate(tree)).catch((error) => ({ failures: [error.stack], figures: [] }))
  return { ...answer, seconds: (performance.now() - started) / 1000 }
}

function report(name, { failures, figures, seconds }) {
  const verdict = failures.length === 0 ? 'ok  ' : 'FAIL'
  const count = failures.length === 0 ? [] : [`${failures.length} to repair`]
  console.log(
    `${verdict}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  ${[...count, ...figures].join(' · ')}`,
  )
  for (const failure of failures.slice(0, SHOWN)) console.log(`        ${failure}`)
  if (failures.length > SHOWN) console.log(`        … and ${failures.length - SHOWN} more`)
}

async function check(wanted) {
  const started = performance.now()
  const { GATES } = await import('./gates/index.mjs')
  const { openTree } = await import('./gates/tree.mjs')
  const tree = openTree(PROJECT)
  const names = Object.keys(GATES).filter((name) => wanted.length === 0 || wanted.includes(name))
  const failed = []
  for (const name of names) {
    const answer = await judged(GATES[name], tree)
    report(name, answer)
    if (answer.failures.length > 0) failed.push(name)
  }
  const verdict = failed.length === 0 ? 'all hold' : `${failed.length} failed (${failed.join(', ')})`
  console.log(`check: ${names.length} gates, ${verdict}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return names.length > 0 && failed.length === 0
}

await onPinnedNode(import.meta.url, check)
