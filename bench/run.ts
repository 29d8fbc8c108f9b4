import { parseArgs } from 'node:util'
import { type Compared, compare } from './compare.ts'
import { writeReport } from './report/report.ts'
import { timeStarts } from './report/starts.ts'
import { type ImportTimes, timeImport } from './roster/import.ts'
import { benchCluster } from './servers/cluster.ts'
import { type Cost, costOfTrust } from './trust/cost.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '3397,200000,2000000' },
    rosters: { type: 'string', default: '3397,200000' },
    trust: { type: 'string', default: '3397' },
    seconds: { type: 'string', default: '3' },
  },
})
const numbers = (text: string) => text.split(',').filter(Boolean).map(Number)

const cluster = await benchCluster()
const compared: Compared[] = []
const imports: ImportTimes[] = []
const costs: Cost[] = []
try {
  const starts = await timeStarts()
  // Written after each part, so that a run that is cut short leaves what it has.
  const write = () => writeReport({ compared, costs, imports, starts })
  for (const rows of numbers(values.rosters)) {
    imports.push(await timeImport(await cluster.database(`roster_${rows}`), rows))
    await write()
  }
  for (const size of numbers(values.trust)) {
    costs.push(await costOfTrust(cluster.database, size))
    await write()
  }
  for (const size of numbers(values.sizes)) {
    const run = { size, seconds: Number(values.seconds) }
    compared.push(await compare(await cluster.database(`people_${size}`), run))
    await write()
  }
} finally {
  await cluster.stop()
}
