import { asOwner } from '#test/office/owner.ts'
import type { Office } from '#test/office.ts'
import { officeDayOf, type World, type Year } from './world.ts'

const CHUNK = 2_000

/** Rows of a year that is over, as a restored archive would bring them: the rules read them, no book is posted. */
async function lay(o: Office, rows: readonly object[], statement: string): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await asOwner(o.house, statement, [o.county, JSON.stringify(rows.slice(from, from + CHUNK))])
}

const INSTANT = (name: string) => `to_timestamp((x->>'${name}')::float8 / 1000)`
const ROWS = 'jsonb_array_elements($2::jsonb) x'

const ITEMS = `insert into bank_item (county, id, partner_id, name, points, created_at)
  select $1, (x->>'id')::uuid, (x->>'id')::uuid, '一件', 1, now() from ${ROWS}`
const REDEMPTIONS = `insert into bank_redemption (county, id, person_id, partner_id, item_id, item_name, quantity, points, status, on_behalf, masked_name,
    code_index, reserved_by, reserved_at, expires_at, handed_over_at, handed_over_by, confirm_key, settle_id, ended_at)
  select $1, (x->>'id')::uuid, (x->>'personId')::uuid, (x->>'partnerId')::uuid, (x->>'partnerId')::uuid, '一件', 1, (x->>'points')::int, x->>'status',
    x->>'onBehalf', '*', decode(md5(x->>'id'), 'hex'), (x->>'by')::uuid, ${INSTANT('at')}, ${INSTANT('at')} + interval '15 minutes', ${INSTANT('handedAt')},
    (x->>'handedBy')::uuid, case when x->>'handedAt' is not null then gen_random_uuid() end, case when x->>'handedAt' is not null then gen_random_uuid() end,
    case when x->>'handedAt' is null then ${INSTANT('at')} + interval '15 minutes' end from ${ROWS}`
const DURING = `tstzrange(${INSTANT('at')}, ${INSTANT('at')} + make_interval(mins => (x->>'minutes')::int))`
const PLACE = "(select place_code from person p where p.county = $1 and p.id = (x->>'personId')::uuid)"
const GATHERINGS = `insert into gathering (county, id, kind, title, place_code, during, created_at)
  select $1, (x->>'id')::uuid, 'shift', '志愿服务', ${PLACE}, ${DURING}, now() from ${ROWS}`
const SHIFTS = `insert into shift (county, id, gathering_id, task, open_to, served_code, created_at)
  select $1, (x->>'id')::uuid, (x->>'id')::uuid, 'care', 'volunteers', '123456', now() from ${ROWS}`
const WAY = "case when x->>'lateBy' is not null then 'late' when x->>'wordOf' is not null then 'clerk' else 'code' end"
const BY = "coalesce(x->>'lateBy', x->>'wordOf')::uuid"
const TURNS = `insert into shift_turn (county, id, shift_id, person_id, during, status, on_behalf, claimed_at, in_at, in_way, in_by, out_at, out_way, out_by,
    minutes, late_reason, late_by, approved_by)
  select $1, (x->>'id')::uuid, (x->>'id')::uuid, (x->>'personId')::uuid, ${DURING}, 'confirmed', 'self', ${INSTANT('at')}, ${INSTANT('at')}, ${WAY}, ${BY},
    upper(${DURING}), ${WAY}, ${BY}, (x->>'minutes')::int, case when x->>'lateBy' is not null then '当天没有网络' end, (x->>'lateBy')::uuid,
    (x->>'approvedBy')::uuid from ${ROWS}`
const RECORDS = `insert into service_record (county, id, turn_id, person_id, shift_id, title, task, place_code, during, served_on, minutes, is_late, confirmed_way,
    confirmed_by, recorded_at)
  select $1, (x->>'id')::uuid, (x->>'id')::uuid, (x->>'personId')::uuid, (x->>'id')::uuid, '志愿服务', 'care', ${PLACE}, ${DURING},
    (${INSTANT('at')} at time zone 'Asia/Shanghai')::date, (x->>'minutes')::int, x->>'lateBy' is not null,
    case when x->>'wordOf' is null and x->>'lateBy' is null then 'served' else 'clerk' end, coalesce(x->>'wordOf', x->>'approvedBy')::uuid,
    upper(${DURING}) from ${ROWS}`
const GIFTS = `insert into bank_gift (county, id, kind, giver_id, taker_id, points, on_behalf, given_at)
  select $1, (x->>'id')::uuid, 'gift', (x->>'personId')::uuid, (x->>'takerId')::uuid, (x->>'points')::int, 'self', ${INSTANT('at')} from ${ROWS}`
const CODES = `insert into bank_code_try (county, id, partner_id, tried_at)
  select $1, (x->>'id')::uuid, (x->>'partnerId')::uuid, ${INSTANT('at')} from ${ROWS}`
const DEATHS = `update person set status = 'deceased', died_on = x->>'on' from ${ROWS} where county = $1 and id = (x->>'personId')::uuid`

export async function layDown(
  o: Office,
  world: World,
  { year, deaths }: { year: Year; deaths: readonly { personId: string; day: number }[] },
): Promise<void> {
  await lay(o, world.partners, ITEMS)
  await lay(o, year.redemptions, REDEMPTIONS)
  for (const statement of [GATHERINGS, SHIFTS, TURNS, RECORDS]) await lay(o, year.services, statement)
  await lay(o, year.gifts, GIFTS)
  await lay(o, year.codes, CODES)
  await lay(
    o,
    deaths.map(({ personId, day }) => ({ personId, on: officeDayOf(day) })),
    DEATHS,
  )
}
