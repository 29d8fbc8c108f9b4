import { posix } from 'node:path'
import { isCode, isListing, isTest } from '../tree.mjs'

const BUDGET = { lines: 300, median: 60, p90: 200, folder: 12, tests: 0.7 }

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

const lines = (text) => (text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0))
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)
const isOurs = (path) => /^(src|test|trust|bench|scripts|bin|migrations)\//.test(path)

/** Declarations hold nothing that could be wrong in two ways, and pages are tried as journeys: docs/decisions/gates.md. */
const decides = (path) => !/(^src\/web\/|\/(contract|words)\.ts$|\/codes\/)/.test(path)

function crowdedFolders(tree) {
  const folders = new Map()
  for (const path of tree.files.filter((one) => isOurs(one) && !/\.test\.\w+$/.test(one))) {
    const folder = posix.dirname(path)
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  // Migrations only ever grow, rows of the scorecard are sixty; their number is their order.
  const numbered = ['migrations', 'trust/rows']
  return [...folders].filter(([folder, count]) => !numbered.includes(folder) && count > BUDGET.folder)
}

export function sizes(tree) {
  const measured = tree.files
    .filter((path) => isOurs(path) && !isListing(path) && (isCode(path) || /\.(css|sql)$/.test(path)))
    .map((path) => ({ path, lines: lines(tree.text(path)) }))
  const code = measured.filter(({ path }) => isCode(path))
  const source = code.filter(({ path }) => /^(src|scripts|bin)\//.test(path) && !isTest(path))
  const deciding = source.filter(({ path }) => decides(path)).map((one) => one.lines)
  const tests = code.filter(({ path }) => isTest(path)).map((one) => one.lines)
  const all = code.map((one) => one.lines)
  const [median, p90, ratio] = [quantile(all, 0.5), quantile(all, 0.9), sum(tests) / Math.max(1, sum(deciding))]
  const failures = measured
    .filter((one) => one.lines > BUDGET.lines)
    .map((one) => `${one.path}:${BUDGET.lines + 1} has ${one.lines} lines (${BUDGET.lines} at most)`)
  if (median > BUDGET.median) failures.push(`the median file has ${median} lines (${BUDGET.median} at most)`)
  if (p90 > BUDGET.p90) failures.push(`a tenth of the files have more than ${p90} lines (${BUDGET.p90} at most)`)
  for (const [folder, count] of crowdedFolders(tree)) {
    failures.push(`${folder}:1 holds ${count} files (${BUDGET.folder} at most): make sub-folders`)
  }
  if (sum(deciding) > 0 && ratio < BUDGET.tests)
    failures.push(`tests are ${ratio.toFixed(2)} of the code that decides (${BUDGET.tests} at least)`)
  const figures = [
    `${code.length} files, median ${median} lines, p90 ${p90}, longest ${Math.max(0, ...all)}`,
    `source ${sum(source.map((one) => one.lines))} lines, of which ${sum(deciding)} decide, tests ${sum(tests)} (ratio ${ratio.toFixed(2)})`,
  ]
  return { failures, figures }
}
