import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractsWithoutSchemas } from './without-schemas.config.ts'

/** Pages of people outside the office, each with a bundle of its own: old telephones read ES2019 and little of it. Built by scripts/build/pages.mjs. */
export default defineConfig({
  cacheDir: join(import.meta.dirname, '../../node_modules/.vite-light'),
  plugins: [contractsWithoutSchemas(), react()],
  // The same pages at a quarter of the weight: an old telephone has to fetch and read all of it before it shows anything.
  resolve: {
    alias: {
      'react-dom/client': 'preact/compat/client',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      react: 'preact/compat',
    },
  },
  build: {
    emptyOutDir: true,
    target: ['es2019', 'chrome69', 'safari13'],
    cssTarget: ['chrome69', 'safari13'],
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // The list of what each page needs weighs more on the first page than it saves on the others.
    modulePreload: false,
  },
})
