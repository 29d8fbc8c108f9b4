import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'

type Presence = { gatheringId: string; personId: string; minutes: number }

/** Somebody was there, by the word of a room that measured it. The sheet takes it over and says who entered it; sent twice it is as once. */
export async function enterPresence(ctx: Ctx, { gatheringId, personId, minutes }: Presence): Promise<void> {
  await sql`
    insert into gathering_attendance (county, id, gathering_id, person_id, state, minutes, way, marked_by, marked_at)
    values (${ctx.actor.county}, ${newId(ctx.now.getTime())}, ${gatheringId}, ${personId}, 'present', ${minutes}, 'code',
            ${ctx.actor.accountId}::uuid, ${ctx.now.toISOString()}::timestamptz)
    on conflict on constraint gathering_attendance_once do update
       set state = excluded.state, minutes = excluded.minutes, way = excluded.way, marked_by = excluded.marked_by,
           marked_at = excluded.marked_at, version = gathering_attendance.version + 1
     where (gathering_attendance.state, gathering_attendance.minutes) is distinct from (excluded.state, excluded.minutes)`.execute(
    ctx.db,
  )
}
