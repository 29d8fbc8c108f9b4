// Runs on any Node from 20 on, before anything is installed: no dependency, no TypeScript.
export { ensureChromium } from './ensure/chromium.mjs'
export { ensureInstalled } from './ensure/installed.mjs'
export { openTestRun } from './ensure/test-run.mjs'
