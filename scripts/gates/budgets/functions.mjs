import { eachNode, isFunction } from '../ast.mjs'
import { isCode, isListing, isTest } from '../tree.mjs'
import { quantile } from './sizes.mjs'

const BUDGET = { lines: 60, p90: 40, parameters: 3 }

function functionsOf(tree, path) {
  const { program, line } = tree.source(path)
  const found = []
  eachNode(program, (node) => {
    if (!isFunction(node)) return
    const hasBody = node.body?.type === 'BlockStatement'
    const lines = line(node.end - 1) - line(node.start) + 1
    found.push({ path, line: line(node.start), lines, parameters: node.params.length, hasBody })
  })
  return found
}

/** Lengths and parameters. Tests may be long scenes, but nobody remembers the order of a fourth parameter. */
export function functions(tree) {
  const code = tree.files.filter((path) => isCode(path) && !isListing(path))
  const all = code.flatMap((path) => functionsOf(tree, path))
  const judged = all.filter((one) => one.hasBody && !isTest(one.path))
  const lengths = judged.map((one) => one.lines)
  const p90 = quantile(lengths, 0.9)
  const failures = [
    ...judged
      .filter((one) => one.lines > BUDGET.lines)
      .map((one) => `${one.path}:${one.line} function of ${one.lines} lines (${BUDGET.lines} at most)`),
    ...all
      .filter((one) => one.parameters > BUDGET.parameters)
      .map((one) => `${one.path}:${one.line} ${one.parameters} parameters (${BUDGET.parameters} at most)`),
  ]
  if (p90 > BUDGET.p90) failures.push(`a tenth of the functions have more than ${p90} lines (${BUDGET.p90} at most)`)
  return { failures, figures: [`${judged.length} functions, p90 ${p90} lines, longest ${Math.max(0, ...lengths)}`] }
}
