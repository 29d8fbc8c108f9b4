import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IDS, whyNotYet } from './not-yet.ts'
import type { Row } from './row.ts'
import { findRow, runRow } from './run-row.ts'

type Line = { id: string; passed: boolean; value: string; threshold: string; seconds: number } & Partial<
  Pick<Row, 'about' | 'blocksMerge'>
>

const PROJECT = join(import.meta.dirname, '..')

/** Runs rows in turn, all of them or those that are named; tells a line each, writes var/trust.json, and answers whether all passed. */
async function score(wanted: readonly string[], tell: (line: string) => void): Promise<boolean> {
  const lines: Line[] = []
  for (const id of IDS.filter((one) => wanted.length === 0 || wanted.includes(one))) {
    const line = await judge(id)
    lines.push(line)
    tell(
      `${id} ${line.passed ? 'PASS' : 'FAIL'} ${line.value} ${line.threshold && `[${line.threshold}] ${line.seconds} s`}`,
    )
  }
  const passed = lines.filter((line) => line.passed).length
  keep(lines, wanted.length === 0)
  tell(`${passed} passed, ${lines.length - passed} failed`)
  return passed === lines.length
}

async function judge(id: string): Promise<Line> {
  const row = await findRow(id)
  if (!row) return { id, passed: false, value: whyNotYet(id), threshold: '', seconds: 0 }
  const { about, threshold, blocksMerge } = row
  return { id, about, threshold, blocksMerge, ...(await runRow(row)) }
}

function keep(rows: Line[], isWhole: boolean): void {
  mkdirSync(join(PROJECT, 'var'), { recursive: true })
  const at = new Date().toISOString()
  const machine = `${process.platform} ${process.arch}, Node ${process.versions.node}`
  const text = JSON.stringify({ at, commit: commit(), machine, isWhole, rows }, null, 2)
  writeFileSync(join(PROJECT, 'var/trust.json'), `${text}\n`)
}

/** Which state of the sources was judged; an unpacked archive does not know. */
function commit(): string | null {
  try {
    const words = ['-c', 'safe.directory=*', 'rev-parse', 'HEAD']
    return execFileSync('git', words, { cwd: PROJECT, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return null
  }
}

const wanted = process.argv.slice(2).map((word) => word.toUpperCase())
const unknown = wanted.filter((id) => !IDS.includes(id))
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}? Rows are T01 to T60.\n`)
  process.exitCode = 2
} else if (!(await score(wanted, (line) => process.stdout.write(`${line}\n`)))) process.exitCode = 1
