import { sendAnchor } from '#platform/audit/anchors/send.ts'
import { anchor, chainsOf, cutExpired, verify } from '#platform/audit/keep.ts'
import type { House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'

/** Every night: each chain is walked, what is too old is cut off a sound one, and the heads are written down outside the database. */
const watchJob: Job = {
  task: 'audit.watch',
  daily: { hour: 2, minute: 40 },
  run: async (house) => {
    for (const county of await chainsOf(house)) await watch(house, county)
    const line = await anchor(house, { daily: true })
    if (line) await sendAnchor(line, process.env)
  },
}

async function watch(house: House, county: number): Promise<void> {
  const { rows, head, faults } = await verify(house, county)
  if (!head) return
  const [first] = faults
  await house.act({ system: county }, { readOnly: false }, async (ctx) => {
    const detail = { rows, faults: faults.length, ...(first ? { first: first.seq, kind: first.kind } : {}) }
    ctx.note({ action: 'audit.verified', result: first ? 'failed' : 'done', detail })
    // A broken chain keeps all it has: what is left of it is evidence.
    if (!first) await cutExpired(ctx)
  })
  if (first)
    process.stderr.write(
      `审计链 ${county} 不完整：${first.words.zh} The audit chain ${county} is broken: ${first.words.en}\n`,
    )
}

export const auditJobs: readonly Job[] = [watchJob]
