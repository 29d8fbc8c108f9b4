import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Compared, Line } from '../compare.ts'
import type { ImportTimes } from '../roster/import.ts'
import type { Cost } from '../trust/cost.ts'
import { costTable } from './costs.ts'
import type { Starts } from './starts.ts'

export type Findings = {
  compared: readonly Compared[]
  costs: readonly Cost[]
  imports: readonly ImportTimes[]
  starts: Starts
}

const MIB = 1024 ** 2

/** Writes bench/results.md. Absolute numbers belong to the machine of the day; the ratios are what is compared over time. */
export async function writeReport({ compared, costs, imports, starts }: Findings): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 1024 ** 3)} GiB`
  const parts = [
    '# Bench\n',
    `Made by \`npm run bench\` on ${machine}, Node ${process.version}, embedded PostgreSQL with full durability. The floor is bare node:http and pg with prepared statements`,
    'sending the very statements the product was heard sending, as the same role with the same row-level security; both run in turn in one run.',
    'That is all but finding out who asks: writes between begin and commit, rows of the audit trail with their commit (looks that wait share one), equally durable.\n',
    ...compared.map(table),
    growth(compared),
    ...costs.map(costTable),
    importTable(imports),
    `## Starts and memory\n\nFirst start with an empty home ${starts.first.toFixed(1)} s, later start ${starts.later.toFixed(1)} s (command to first answer).`,
    ...compared.map(
      (one) =>
        `Server memory at ${one.size.toLocaleString('en')} people: ${mib(one.rssBefore)} before the load, ${mib(one.rssAfter)} after it.`,
    ),
  ]
  await writeFile(join(import.meta.dirname, '../results.md'), `${parts.join('\n')}\n`)
}

function mib(bytes: number): string {
  return `${Math.round(bytes / MIB)} MiB`
}

function table({ size, lines, fillSeconds }: Compared): string {
  const rows = lines.map(
    (line) =>
      `| ${line.words} | ${line.connections} | ${Math.round(line.product.perSecond)} | ${Math.round(line.floor.perSecond)} | **${(line.product.perSecond / line.floor.perSecond).toFixed(2)}** | ${line.product.p50.toFixed(1)} | ${line.product.p95.toFixed(1)} | ${line.floor.p95.toFixed(1)} | ${line.statements} | ${line.product.errors} |`,
  )
  return [
    `## ${size.toLocaleString('en')} people (filled in ${fillSeconds.toFixed(0)} s)\n`,
    '| act | connections | product /s | floor /s | ratio | p50 ms | p95 ms | floor p95 ms | statements | errors |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** How the 95th percentile grows from the smallest to the largest size. */
function growth(compared: readonly Compared[]): string {
  const [small, large] = [compared[0], compared.at(-1)]
  if (!small || !large || small === large) return ''
  const rows = small.lines.flatMap((line) => {
    const big = large.lines.find((one: Line) => one.key === line.key && one.connections === line.connections)
    return big
      ? [
          `| ${line.words} | ${line.connections} | ${line.product.p95.toFixed(1)} | ${big.product.p95.toFixed(1)} | **${(big.product.p95 / line.product.p95).toFixed(2)}** |`,
        ]
      : []
  })
  return [
    `## Growth of p95 from ${small.size.toLocaleString('en')} to ${large.size.toLocaleString('en')} people\n`,
    'Up to 200,000 people stand in one county, far more than any has; 2,000,000 stand in 589 counties of the usual 3,397, as a deployment grows county by county.\n',
    '| act | connections | p95 small | p95 large | ratio |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function importTable(imports: readonly ImportTimes[]): string {
  const rows = imports.map(
    (one) =>
      `| ${one.rows.toLocaleString('en')} | ${one.megabytes.toFixed(1)} | ${one.preview.toFixed(2)} | ${one.apply.toFixed(2)} | ${one.copy.toFixed(2)} | ${(one.apply / one.copy).toFixed(1)} | ${one.created.toLocaleString('en')} |`,
  )
  return [
    '## Import (xlsx)\n',
    '| rows | MB | preview s | apply s | COPY s | apply ÷ COPY | people made |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
