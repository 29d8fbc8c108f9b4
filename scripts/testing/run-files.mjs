import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { reportingTo, watch } from './watchdog.mjs'

const REPORTER = join(import.meta.dirname, 'reporter.mjs')
// No test takes this long, nor a file.
const LIMIT_MS = { test: 120_000, file: 480_000 }
const FLAGS = ['--test', '--test-isolation=process', '--test-concurrency=2', `--test-timeout=${LIMIT_MS.test}`]

export function countsIn(output) {
  const lines = [...output.matchAll(/^# (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/gm)]
  return Object.fromEntries(lines.map(([, what, number]) => [what, Number(number)]))
}

export function closingLines(runs) {
  const total = {}
  for (const counts of runs)
    for (const [what, number] of Object.entries(counts)) total[what] = (total[what] ?? 0) + number
  return Object.entries(total)
    .map(([what, number]) => `# ${what} ${number}`)
    .join('\n')
}

export function runFiles(files, { cwd, env, signal, fileLimitMs = LIMIT_MS.file }) {
  const reporting = [`--test-reporter=${REPORTER}`, '--test-reporter-destination=stdout']
  const reports = mkdtempSync(join(tmpdir(), 'sangyu-stuck-'))
  const clean = { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} ${reportingTo(reports)}` }
  // Set when a test starts a runner of its own: it would report to its parent instead of here.
  delete clean.NODE_TEST_CONTEXT
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...FLAGS, ...reporting, ...files], {
      cwd,
      env: clean,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const closing = []
    let isEmpty = false
    // The closing lines are withheld: they come last, when nothing more is to run.
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('# ')) closing.push(line)
      else console.log(line)
      // node:test counts a file without tests as one that passes.
      if (line.startsWith('FAIL') && line.endsWith(' holds no test')) isEmpty = true
    })
    signal?.addEventListener('abort', () => child.kill('SIGINT'))
    const unwatch = watch(child.pid, { limitMs: fileLimitMs, tell: console.log, reports })
    child.on('close', (code) => {
      unwatch()
      rmSync(reports, { recursive: true, force: true })
      resolve({ counts: countsIn(closing.join('\n')), isContent: code === 0 && !isEmpty })
    })
  })
}
