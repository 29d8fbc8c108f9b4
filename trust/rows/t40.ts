import { contract as findings } from '#modules/volunteering/bank/anomalies/contract.ts'
import {
  completed,
  FINDING_KINDS,
  findAnomalies,
  type Limits,
  USUAL_LIMITS,
} from '#modules/volunteering/bank/anomalies/finding/index.ts'
import { lookJob } from '#modules/volunteering/bank/anomalies/index.ts'
import { bankRoutes } from '#modules/volunteering/bank/index.ts'
import { type Office, office } from '#test/office.ts'
import {
  DAY,
  DAYS,
  type Deed,
  FIRST,
  fraudYear,
  layDown,
  passes,
  peopled,
  type Raised,
  scoreOf,
  type Year,
} from '../kit/fraud/index.ts'
import type { Row, Verdict } from '../row.ts'

const SEED = Number(process.env['SANGYU_FRAUD_SEED'] ?? 40)
const WEEK = 7
const MONTH = 28

/** Every week the nightly job looks; every month somebody judges what waits, so that the year shows too what is raised twice. */
async function live(o: Office, deeds: readonly Deed[]): Promise<void> {
  const planted = new Set(deeds.flatMap(({ records }) => records))
  for (let day = WEEK; day <= DAYS + WEEK; day += WEEK) {
    o.clock.set(new Date(FIRST + day * DAY + 5 * 3_600_000))
    await lookJob.run(o.house, {})
    if (day % MONTH === 0) await judge(o, planted)
  }
}

async function judge(o: Office, planted: ReadonlySet<string>): Promise<void> {
  const desk = o.as(await o.hire()).call(findings)
  const { items } = await desk.listFindings({ status: 'waiting', limit: 200 })
  for (const { id } of items) {
    const { list } = await desk.readFinding({ id })
    const isWrong = list.some((row) => planted.has(row.id))
    await desk.judgeFinding({ id, isWrong, reason: isWrong ? '与签收记录不符' : '核对无误' })
  }
}

async function raisedIn(o: Office): Promise<Raised[]> {
  const desk = o.as(await o.hire()).call(findings)
  const raised: Raised[] = []
  for (let offset = 0; ; offset += 200) {
    const { items, total } = await desk.listFindings({ offset, limit: 200 })
    for (const { id, kind, personId, partnerId, accountId } of items) {
      const { list } = await desk.readFinding({ id })
      raised.push({ kind, subject: personId ?? partnerId ?? accountId ?? '', records: list.map((row) => row.id) })
    }
    if (raised.length >= total || !items.length) return raised
  }
}

function raisedBy(limits: Limits, year: Year): Raised[] {
  return findAnomalies({ ...year, since: FIRST }, limits).map(({ kind, subject, rows }) => ({
    kind,
    subject: subject.id,
    records: rows.map(({ id }) => id),
  }))
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

async function run(): Promise<Verdict> {
  const o = await office({ rooms: bankRoutes, at: new Date(FIRST).toISOString() })
  try {
    const world = await peopled(o)
    const { year, deeds, deaths } = fraudYear(world, SEED)
    await layDown(o, world, { year, deaths })
    await live(o, deeds)
    const raised = await raisedIn(o)
    const score = scoreOf(raised, deeds, world)
    // A row that would also pass with a rule switched off would say nothing about that rule.
    const needless = FINDING_KINDS.filter((kind) => {
      const without = raisedBy(completed({ [kind]: { isOn: false, numbers: {} } }), year)
      return passes(scoreOf(without, deeds, world))
    })
    const isSound = passes(score) && passes(scoreOf(raisedBy(USUAL_LIMITS, year), deeds, world)) && !needless.length
    const { found, missed, blind, falseOnes, honest } = score
    const parts = [
      `seed ${SEED}: ${found} of ${deeds.length} deeds found (recall ${percent(score.recall)})`,
      `${percent(score.falseShare)} of ${honest} honest flagged in ${falseOnes.length} of ${raised.length} findings`,
      `${year.redemptions.length} redemptions, ${year.services.length} services`,
      needless.length ? `passes without ${needless.join(', ')}` : `fails with any of ${FINDING_KINDS.length} rules off`,
      missed.length ? `missed ${missed.join(', ')}` : '',
      blind.length ? `blind to ${blind.join(', ')}` : '',
      falseOnes.length ? `false: ${[...new Set(falseOnes.map(({ kind }) => kind))].join(', ')}` : '',
    ]
    return { passed: isSound, value: parts.filter(Boolean).join('; ') }
  } finally {
    await o.close()
  }
}

export const row: Row = {
  id: 'T40',
  about: {
    zh: '一年的积分往来中埋入二十一种舞弊：异常清单找得到舞弊，也不冤枉人',
    en: 'a year of the bank with twenty-one kinds of fraud planted: the list of anomalies finds them and blames few others',
  },
  threshold: 'recall ≥ 90 %, false flags ≤ 2 %, no kind missed, fails with any rule off',
  blocksMerge: false,
  minutes: 12,
  run,
}
