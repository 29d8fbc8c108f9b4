import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { contractsWithoutSchemas } from './without-schemas.config.ts'

const root = import.meta.dirname

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
