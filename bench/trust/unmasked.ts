// Loaded before the product by the bench alone: in this process the module that masks answers is another, which lets everything through.
import { registerHooks } from 'node:module'

const unmasked = 'export const present = (_schema, value) => value; export const ensurePresentable = () => {}'

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/src/platform/present.ts')
      ? { format: 'module', source: unmasked, shortCircuit: true }
      : next(url, context),
})
