import { writeFileSync } from 'node:fs'
import type { Row, Verdict } from './row.ts'
import { rowFile } from './run-row.ts'

/** The process of one row: runs it and writes its verdict into the file that was named. */
const [id = '', answer = ''] = process.argv.slice(2)
const { row } = (await import(rowFile(id))) as { row: Row } // each file of rows/ exports one
const verdict: Verdict = await row.run().catch((error: unknown) => ({
  passed: false,
  value: `broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
}))
writeFileSync(answer, JSON.stringify(verdict))
// A row that leaves a line open has ended all the same.
process.exit(0)
