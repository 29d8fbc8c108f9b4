import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { discardRun } from './cluster/run.ts'

const project = join(import.meta.dirname, '..')

type Wish = { path?: string; mode?: number; owner?: { uid: number; gid: number } | undefined }

/** A test, or all tests of a file: whatever undoes things when it is over. */
export type Afterwards = { after: (undo: () => void | Promise<void>) => void }

/** A home for one test; its server is ended and everything removed afterwards, wherever the cluster lies. */
export function trialHome(t: Afterwards, { path = 'home', mode, owner }: Wish = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-trial-'))
  chmodSync(folder, 0o755)
  const home = join(folder, path)
  mkdirSync(home, { recursive: true })
  chmodSync(home, mode ?? (process.getuid?.() === 0 ? 0o711 : 0o700))
  if (owner) chownSync(home, owner.uid, owner.gid)
  t.after(() => {
    discardRun(home)
    discardRun(folder)
  })
  return home
}

type Runner = { uid?: number; gid?: number }

/** Runs a few lines of TypeScript in a process of their own, which can then be killed. They read their argument from process.argv[1]. */
export function startProgram(code: string, argument: string, as: Runner = {}): ChildProcess {
  const words = ['--input-type=module-typescript', '--eval', code, '--', argument]
  return spawn(process.execPath, words, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'], ...as })
}

/** Everything the program printed, once it has ended in order. */
export async function runProgram(code: string, argument: string, as: Runner = {}): Promise<string> {
  const program = startProgram(code, argument, as)
  const printed: Buffer[] = []
  program.stdout?.on('data', (piece: Buffer) => printed.push(piece))
  const [code_] = await once(program, 'close')
  if (code_ !== 0) throw new Error(`the program ended with ${String(code_)}: ${Buffer.concat(printed).toString()}`)
  return Buffer.concat(printed).toString('utf8').trim()
}

/** Waits until the program prints a line. */
export async function firstLine(program: ChildProcess): Promise<string> {
  for await (const piece of program.stdout ?? []) return String(piece).trim()
  throw new Error('the program ended without a word')
}
