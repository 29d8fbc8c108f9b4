import { bookOf, chainsOf, verify } from '#platform/audit/keep.ts'
import type { House } from '#platform/house/house.ts'

type Finding = { ok: boolean; zh: string; en: string }

/** A night may be slept through, two may not. */
const OLDEST_HOURS = 50
const HOUR_MS = 3_600_000

/** Whether the chains hold, and how old the last word outside the database is. */
export async function auditFindings(house: House): Promise<Finding[]> {
  const { anchors, faults } = bookOf(house)
  const findings: Finding[] = [await chains(house)]
  if (faults.length)
    findings.push({
      ok: false,
      zh: `锚簿有 ${faults.length} 行被改动`,
      en: `${faults.length} lines of the book of anchors were altered`,
    })
  const last = anchors.at(-1)
  if (!last)
    return [
      ...findings,
      {
        ok: true,
        zh: '审计链尚未锚定，夜间会自动锚定',
        en: 'the audit chain is not anchored yet; the night will do it',
      },
    ]
  const hours = Math.floor((house.clock().getTime() - new Date(last.at).getTime()) / HOUR_MS)
  return [
    ...findings,
    {
      ok: hours < OLDEST_HOURS,
      zh: `审计链最近一次锚定在 ${hours} 小时前`,
      en: `the audit chain was anchored ${hours} hours ago`,
    },
  ]
}

async function chains(house: House): Promise<Finding> {
  let [rows, faults] = [0, 0]
  for (const county of await chainsOf(house)) {
    const found = await verify(house, county)
    rows += found.rows
    faults += found.faults.length
  }
  return faults
    ? {
        ok: false,
        zh: `审计链不完整：${faults} 处不符，请运行 sangyu audit verify`,
        en: `the audit chain is broken in ${faults} places; run sangyu audit verify`,
      }
    : { ok: true, zh: `审计链完整（${rows} 行）`, en: `the audit chain holds (${rows} rows)` }
}
