import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Compared } from '../compare.ts'
import type { ImportTimes } from '../roster/import.ts'
import type { Sheets } from '../service/attendance.ts'
import type { ElderHome } from '../service/elder-home.ts'
import type { Matching } from '../service/matching.ts'
import type { Postings } from '../service/posting.ts'
import type { Redemptions } from '../service/redemption.ts'
import type { Cost } from '../trust/cost.ts'
import { costTable } from './costs.ts'
import { importTable } from './imports.ts'
import { growth, memory, table } from './people.ts'
import { elderTable, matchingTable, postingTable, redemptionTable, sheetTable } from './service.ts'
import type { Starts } from './starts.ts'

/** What the parts that were run have found. */
export type Findings = {
  compared: Compared[]
  costs: Cost[]
  imports: ImportTimes[]
  starts?: Starts
  postings?: Postings
  sheets?: Sheets
  elderHome?: ElderHome
  matching?: Matching
  redemptions?: Redemptions
}

const FILE = join(import.meta.dirname, '../results.md')

/** Writes bench/results.md. Absolute numbers belong to the machine of the day; the ratios are what is compared over time. */
export async function writeReport(found: Findings): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 1024 ** 3)} GiB`
  const head = [
    '# Bench\n',
    `Made by \`npm run bench\` on ${machine}, Node ${process.version}, embedded PostgreSQL with full durability. The floor is bare node:http and pg with prepared statements`,
    'sending the very statements the product was heard sending, as the same role with the same row-level security; both run in turn in one run.',
    'That is all but finding out who asks: writes between begin and commit, rows of the audit trail with their commit (looks that wait share one), equally durable.\n',
  ].join('\n')
  const former = (await readFile(FILE, 'utf8')).split(/^(?=## )/m).slice(1)
  await writeFile(FILE, `${[head, ...together(former, sectionsOf(found))].join('\n').trimEnd()}\n`)
}

function sectionsOf(found: Findings): string[] {
  const { compared, costs, imports, starts, postings, redemptions, sheets, matching, elderHome } = found
  return [
    ...compared.map(table),
    growth(compared),
    ...costs.map(costTable),
    imports.length ? importTable(imports) : '',
    starts
      ? `## Starts\n\nFirst start with an empty home ${starts.first.toFixed(1)} s, later start ${starts.later.toFixed(1)} s (command to first answer).\n`
      : '',
    compared.length ? memory(compared) : '',
    postings ? postingTable(postings) : '',
    redemptions ? redemptionTable(redemptions) : '',
    sheets ? sheetTable(sheets) : '',
    matching ? matchingTable(matching) : '',
    elderHome ? elderTable(elderHome) : '',
  ].flatMap((text) => (text ? [dated(text)] : []))
}

/** Parts may have been run on different days, beside different neighbours. */
function dated(section: string): string {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
  return `${section.trimEnd()}\n\n${new Date().toISOString().slice(0, 10)}, load average ${load}.\n`
}

const titleOf = (section: string) => section.split(/ \(|\n/, 1)[0] ?? ''

/** What was found now takes the place of what stood under the same title; what was not run stays. */
function together(former: readonly string[], fresh: readonly string[]): string[] {
  const left = new Map(fresh.map((section) => [titleOf(section), section]))
  const kept = former.map((section) => {
    const again = left.get(titleOf(section))
    left.delete(titleOf(section))
    return again ?? `${section.trimEnd()}\n`
  })
  return [...kept, ...left.values()]
}
