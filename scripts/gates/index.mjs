import { budgets } from './budgets/index.mjs'
import { closedList } from './files.mjs'
import { layers } from './layers/index.mjs'
import { outside } from './outside.mjs'
import { deadCode, format, lint, tables, types } from './tools.mjs'
import { words } from './words.mjs'

/** Each gate answers { failures, figures }: sentences that begin with file:line where there is one. */
export const GATES = {
  types,
  lint,
  format,
  layers,
  files: closedList,
  'dead code': deadCode,
  budgets,
  words,
  outside,
  tables,
}
