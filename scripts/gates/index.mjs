import { budgets } from './budgets/index.mjs'
import { ciphers } from './ciphers.mjs'
import { closedList } from './files.mjs'
import { layers } from './layers/index.mjs'
import { outside } from './outside.mjs'
import { deadCode, format, lint, tables, types } from './tools.mjs'
import { words } from './words.mjs'

/** Each gate answers { failures, figures }: sentences that begin with file:line where there is one. The quick ones come first. */
export const GATES = {
  layers,
  files: closedList,
  budgets,
  words,
  outside,
  ciphers,
  format,
  types,
  lint,
  'dead code': deadCode,
  tables,
}
