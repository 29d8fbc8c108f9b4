import { parseArgs } from 'node:util'
import { compare } from './compare.ts'
import { type Findings, writeReport } from './report/report.ts'
import { timeStarts } from './report/starts.ts'
import { timeImport } from './roster/import.ts'
import { type BenchCluster, benchCluster } from './servers/cluster.ts'
import { timeSheets } from './service/attendance.ts'
import { timeElderHome } from './service/elder-home.ts'
import { timeMatching } from './service/matching.ts'
import { timePostings } from './service/posting.ts'
import { timeRedemptions } from './service/redemption.ts'
import { costOfTrust } from './trust/cost.ts'

const { values } = parseArgs({
  options: {
    parts: { type: 'string' },
    sizes: { type: 'string', default: '3397,200000,2000000' },
    rosters: { type: 'string', default: '3397,200000' },
    trust: { type: 'string', default: '3397' },
    seconds: { type: 'string', default: '3' },
  },
})
const numbers = (text: string) => text.split(',').filter(Boolean).map(Number)
const seconds = Number(values.seconds)

type Part = (cluster: BenchCluster, found: Findings, write: () => Promise<void>) => Promise<void>

/** Each can be run alone: `npm run bench -- --parts postings,matching`. What is not run keeps its former figures in the report. */
const PARTS: Record<string, Part> = {
  starts: async (_, found) => {
    found.starts = await timeStarts()
  },
  imports: async (cluster, found, write) => {
    for (const rows of numbers(values.rosters)) {
      found.imports.push(await timeImport(await cluster.database(`roster_${rows}`), rows))
      await write()
    }
  },
  trust: async (cluster, found, write) => {
    for (const size of numbers(values.trust)) {
      found.costs.push(await costOfTrust(cluster.database, size))
      await write()
    }
  },
  postings: async (cluster, found) => {
    found.postings = await timePostings(await cluster.database('postings'), seconds / 3)
  },
  redemptions: async (cluster, found) => {
    found.redemptions = await timeRedemptions(await cluster.database('redemptions'), seconds * 2)
  },
  attendance: async (cluster, found) => {
    found.sheets = await timeSheets(cluster)
  },
  matching: async (cluster, found) => {
    found.matching = await timeMatching(await cluster.database('matching'))
  },
  elder: async (cluster, found) => {
    found.elderHome = await timeElderHome(await cluster.database('elder'))
  },
  people: async (cluster, found, write) => {
    for (const size of numbers(values.sizes)) {
      found.compared.push(await compare(await cluster.database(`people_${size}`), { size, seconds }))
      await write()
    }
  },
}

const asked = values.parts?.split(',') ?? Object.keys(PARTS)
const unknown = asked.filter((name) => !PARTS[name])
if (unknown.length) throw new Error(`no such part: ${unknown.join()}; there are ${Object.keys(PARTS).join()}`)

const cluster = await benchCluster()
const found: Findings = { compared: [], costs: [], imports: [] }
// Written after each part, so that a run that is cut short leaves what it has.
const write = () => writeReport(found)
try {
  for (const name of asked) {
    await PARTS[name]?.(cluster, found, write)
    await write()
  }
} finally {
  await cluster.stop()
}
