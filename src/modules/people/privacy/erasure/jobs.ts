import type { House } from '#platform/house/house.ts'
import type { Job } from '#platform/house/jobs.ts'
import { type Logged, logErasure, logTask } from './log/index.ts'

/** Writes a decided erasure down outside the database, so that no backup of it brings the person back. */
export const logJob: Job = {
  task: logTask,
  run: async (house, payload) => {
    if (!house.home) return
    const entry = await entryOf(house, Number(payload['county']), String(payload['erasure']))
    if (entry) logErasure(house.home, entry)
  },
}

async function entryOf(house: House, county: number, id: string): Promise<Logged | null> {
  const row = await house.act({ system: county }, { readOnly: true }, (ctx) =>
    ctx.db.selectFrom('erasure').selectAll().where('county', '=', county).where('id', '=', id).executeTakeFirst(),
  )
  if (!row) return null
  return {
    county,
    erasure: row.id,
    person: row.person_id,
    people: row.people,
    status: row.status as Logged['status'], // the job is asked for when one of these was reached
    ground: row.ground,
    askedBy: row.asked_by,
    kept: row.kept_because,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at ?? '',
  }
}
