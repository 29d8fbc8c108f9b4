import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/**
 * A page needs of a contract only how to send a request; the schemas stay on the server. Each contract is run here, and what
 * remains is written out as plain values, so no validation library travels to the browser.
 */
export function contractsWithoutSchemas(): Plugin {
  return {
    name: 'contracts-without-schemas',
    enforce: 'pre',
    async load(id) {
      const path = id.replace(/\?.*$/, '')
      if (!/\/src\/modules\/.*\/contract\.ts$/.test(path)) return null
      const exported = (await import(pathToFileURL(path).href)) as Record<string, unknown> // whatever a contract exports
      return Object.entries(exported)
        .filter(([, value]) => isPlain(value))
        .map(
          ([name, value]) => `export const ${name} = ${JSON.stringify(name === 'contract' ? doorsOf(value) : value)}`,
        )
        .join('\n')
    },
  }
}

/** Lists and records of plain values; a schema is neither. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'function') return false
  return !(value && typeof value === 'object' && '_zod' in value)
}

function doorsOf(contract: unknown): Record<string, unknown> {
  const entries = Object.entries(contract as Record<string, Record<string, unknown>>) // the shape of every contract
  return Object.fromEntries(
    entries.map(([name, { method, path, body, answer }]) => [name, { method, path, body, answer }]),
  )
}
