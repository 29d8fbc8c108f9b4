import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Starts = { first: number; later: number }

export async function timeStarts(): Promise<Starts> {
  const home = mkdtempSync(join(tmpdir(), 'sangyu-start-'))
  try {
    return { first: await oneStart(home), later: await oneStart(home) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const PORT = 18_070

async function oneStart(home: string): Promise<number> {
  const started = performance.now()
  const main = join(import.meta.dirname, '../../src/main.ts')
  const child = spawn(process.execPath, [main, 'start', '--port', String(PORT), '--host', '127.0.0.1'], {
    env: { ...process.env, SANGYU_HOME: home },
    stdio: 'ignore',
  })
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 10))
  const seconds = (performance.now() - started) / 1000
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  return seconds
}

async function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  )
}
