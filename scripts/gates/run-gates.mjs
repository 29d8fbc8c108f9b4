const SHOWN = 40

async function judged(gate, tree) {
  const started = performance.now()
  const answer = await new Promise((resolve) => resolve(gate(tree))).catch((error) => ({
    failures: [error.stack],
    figures: [],
  }))
  return { ...answer, seconds: (performance.now() - started) / 1000 }
}

function lineOf(name, { failures, figures, seconds }) {
  const count = failures.length > 0 ? [`${failures.length} to repair`] : []
  const verdict = failures.length > 0 ? 'FAIL' : 'ok  '
  return `${verdict}  ${name.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  ${[...count, ...figures].join(' · ')}`
}

/** Runs gates one after the other, all of them whatever happens; tells one line each and answers whether all hold. */
export async function runGates(gates, tree, tell) {
  const started = performance.now()
  const failed = []
  for (const [name, gate] of Object.entries(gates)) {
    const answer = await judged(gate, tree)
    tell(lineOf(name, answer))
    for (const failure of answer.failures.slice(0, SHOWN)) tell(`        ${failure}`)
    if (answer.failures.length > SHOWN) tell(`        … and ${answer.failures.length - SHOWN} more`)
    if (answer.failures.length > 0) failed.push(name)
  }
  const verdict = failed.length === 0 ? 'all hold' : `${failed.length} failed (${failed.join(', ')})`
  tell(`check: ${Object.keys(gates).length} gates, ${verdict}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return failed.length === 0
}
