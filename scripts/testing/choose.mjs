import { importsOf } from '../gates/imports.mjs'
import { isCode, openTree } from '../gates/tree.mjs'

const DATABASE = /^test\/cluster(\.ts|\/server\.ts)$/
// What holds the house up, and what goes through all its rooms.
const WHOLE = /^(test|src\/platform|src\/commands|src\/modules\/ledger)\//
const TEST = /^(src|test|trust)\/.*\.test\.tsx?$|^scripts\/.*\.test\.mjs$/

function needsDatabase(tree, file) {
  const seen = new Set([file])
  for (const path of seen) {
    if (DATABASE.test(path)) return true
    for (const { to, erased } of importsOf(tree, path)) if (to && !erased && tree.has(to) && isCode(to)) seen.add(to)
  }
  return false
}

export function chooseTests(root, only) {
  const tree = openTree(root)
  const files = tree.files.filter(
    (path) => TEST.test(path) && (only.length === 0 || only.some((part) => path.includes(part))),
  )
  const browser = files.filter((path) => path.startsWith('test/browser/') || path.startsWith('trust/'))
  const onDatabase = files.filter((path) => !browser.includes(path) && needsDatabase(tree, path))
  return { files, browser, onDatabase, ofTheWhole: onDatabase.filter((path) => WHOLE.test(path)) }
}
