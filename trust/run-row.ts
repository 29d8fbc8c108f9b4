import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, Verdict } from './row.ts'

const ROWS = join(import.meta.dirname, 'rows')
const PROJECT = join(import.meta.dirname, '..')
const MINUTES = 8

export const rowFile = (id: string): string => join(ROWS, `${id.toLowerCase()}.ts`)

/** The row of that id, if it is written. */
export async function findRow(id: string): Promise<Row | undefined> {
  if (!existsSync(rowFile(id))) return undefined
  const { row } = (await import(rowFile(id))) as { row: Row } // each file of rows/ exports one
  if (row.id !== id) throw new Error(`${rowFile(id)} says of itself that it is ${row.id}`)
  return row
}

/** Runs a row in a process of its own: its memory is measured alone, and a row that crashes takes nobody with it. */
export async function runRow({ id, minutes = MINUTES }: Row): Promise<Verdict & { seconds: number }> {
  const started = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-trust-'))
  const answer = join(folder, 'verdict.json')
  try {
    const said = await run([join(import.meta.dirname, 'run-one.ts'), id, answer], minutes)
    const seconds = Math.round((performance.now() - started) / 100) / 10
    if (existsSync(answer)) return { ...(JSON.parse(readFileSync(answer, 'utf8')) as Verdict), seconds } // run-one wrote it
    return { passed: false, value: `ended without a verdict: ${said.slice(-400)}`, seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything the process said, once it has ended or its time is over. */
async function run(words: string[], minutes: number): Promise<string> {
  const { NODE_TEST_CONTEXT: _ofOurs, ...env } = process.env
  const child = spawn(process.execPath, words, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  const tooLong = setTimeout(() => {
    said.push(Buffer.from(` (stopped after ${minutes} minutes)`))
    child.kill('SIGKILL')
  }, minutes * 60_000)
  await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(tooLong)
  return Buffer.concat(said).toString('utf8').trim()
}
