import { budgets } from './budgets/index.mjs'
import { ciphers } from './ciphers.mjs'
import { closedList } from './files.mjs'
import { layers } from './layers/index.mjs'
import { outside } from './outside.mjs'
import { deadCode, format, lint, tables, types } from './tools.mjs'
import { words } from './words.mjs'

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
