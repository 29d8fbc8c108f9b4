import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

/** A page needs only how to send a request: each contract is run here and written out as plain values, so no validation library travels to the browser. */
function contractsWithoutSchemas(): Plugin {
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

const serverUrl = process.env['SANGYU_URL'] ?? 'http://localhost:8080'

export default defineConfig({
  root,
  base: '/',
  cacheDir: join(root, '../../node_modules/.vite'),
  plugins: [contractsWithoutSchemas(), react()],
  build: {
    outDir: join(root, '../../dist/console'),
    emptyOutDir: true,
    target: ['chrome100', 'firefox100', 'safari15'],
    assetsInlineLimit: 0,
    // One sheet for all rooms: it is small, and pages need not wait for a second one.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': { target: serverUrl, changeOrigin: false } } },
})
