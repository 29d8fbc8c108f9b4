import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openTestRun } from './ensure/test-run.mjs'
import { ensureChromium } from './ensure.mjs'
import { onPinnedNode, PROJECT } from './pinned-node.mjs'
import { readOptions, USAGE } from './testing/options.mjs'

const isScorecard = (file) => file.startsWith('trust/')
const SCORECARD_MS = 30 * 60_000
const say = (line) => console.log(`\n${line}`)

/** Built once, so that the browser tests see what a bureau would see. */
function buildPages() {
  const script = join(PROJECT, 'scripts/build.mjs')
  if (!existsSync(script)) return true
  say('pages are built')
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0
}

/** The server to repeat the database tests on, or the reason why there is none. */
async function findExternal(wanted, files) {
  if (files.length === 0) return { why: 'no chosen test stands on a database' }
  if (wanted === 'never') return { why: 'not asked for' }
  const url = process.env.SANGYU_TEST_DATABASE_URL
  if (url) return { url, name: 'the server of SANGYU_TEST_DATABASE_URL', stop: () => undefined }
  const { findServer, startServer } = await import('./testing/external-postgres.mjs')
  const found = findServer()
  if (!found) return { why: 'this machine has no PostgreSQL 15 or later of its own', isMissing: true }
  try {
    return { ...(await startServer(found)), name: `PostgreSQL ${found.version} of this machine` }
  } catch (error) {
    return { why: `PostgreSQL ${found.version} of this machine does not start: ${error.message}`, isMissing: true }
  }
}

/** By itself it repeats what concerns the whole house; asked for, every test of a database. */
async function runAgain({ onDatabase, ofTheWhole }, options, run) {
  const files = options.external === 'always' ? onDatabase : ofTheWhole
  const external = await findExternal(options.external, files)
  if (!external.url) {
    say(`external PostgreSQL: skipped, ${external.why}`)
    return options.external === 'always' && external.isMissing ? { counts: {}, isContent: false } : null
  }
  try {
    const what = `external PostgreSQL: ${files.length} test files again on ${external.name}`
    return await run(files, what, { SANGYU_TEST_DATABASE_URL: external.url })
  } finally {
    external.stop()
  }
}

function runner(env) {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort())
  return async (files, what, more) => {
    const { runFiles } = await import('./testing/run-files.mjs')
    if (stop.signal.aborted) return { counts: {}, isContent: false }
    say(what)
    const limit = files.some(isScorecard) ? { fileLimitMs: SCORECARD_MS } : {}
    return runFiles(files, { cwd: PROJECT, env: { ...env, ...more }, signal: stop.signal, ...limit })
  }
}

async function runAll(chosen, options, env) {
  const testRun = openTestRun()
  const run = runner({ ...testRun.env, ...env })
  const runs = []
  try {
    if (options.gates) runs.push(await run(['scripts/testing/gates-hold.mjs'], 'the gates of npm run check'))
    const rows = chosen.files.filter(isScorecard)
    const files = chosen.files.filter((file) => !isScorecard(file))
    if (files.length > 0) runs.push(await run(files, `${files.length} test files`))
    // Alone, because some of its rows measure.
    if (rows.length > 0) runs.push(await run(rows, 'the rows of the scorecard that block a merge'))
    runs.push(await runAgain(chosen, options, run))
  } finally {
    testRun.close()
  }
  return runs.filter(Boolean)
}

async function test(words) {
  const options = readOptions(words)
  if (options.help || options.wrong) {
    console.log(options.wrong ? `${options.wrong}?\n${USAGE}` : USAGE)
    return options.help
  }
  const { chooseTests } = await import('./testing/choose.mjs')
  const { closingLines } = await import('./testing/run-files.mjs')
  const chosen = chooseTests(PROJECT, options.only)
  if (chosen.files.length === 0) {
    console.log('no test file was chosen\n# tests 0\n# pass 0\n# fail 0')
    return false
  }
  const needsPages = chosen.browser.length > 0 || options.gates
  const browser = chosen.browser.length > 0 ? { CHROMIUM_PATH: ensureChromium() } : {}
  const isBuilt = needsPages ? buildPages() : true
  const { SANGYU_TEST_DATABASE_URL: _later, ...env } = { ...process.env, ...browser }
  const runs = await runAll(chosen, options, { ...env, SANGYU_TEST_DATABASE_URL: '' })
  if (!isBuilt) console.log('the pages could not be built')
  say(closingLines(runs.map((one) => one.counts)))
  return isBuilt && runs.every(({ counts, isContent }) => isContent && counts.tests > 0)
}

await onPinnedNode(import.meta.url, test)
