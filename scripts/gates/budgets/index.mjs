import { bundle } from './bundle.mjs'
import { functions } from './functions.mjs'
import { reasons } from './reasons.mjs'
import { sizes } from './sizes.mjs'

export function budgets(tree) {
  const parts = [sizes, functions, reasons, bundle].map((part) => part(tree))
  return { failures: parts.flatMap((part) => part.failures), figures: parts.flatMap((part) => part.figures) }
}
