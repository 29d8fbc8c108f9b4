import { z } from 'zod'
import { kinds } from '#modules/gatherings/codes/index.ts'
import { endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { noRow, placeCode } from '../contract.ts'

const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]] // Object.keys widens the record's own keys to string

const kind = z.enum(keysOf(kinds))
const status = z.enum(['planned', 'held', 'cancelled'])
const instant = z.iso.datetime({ offset: true, message: '时间请写成 2026-01-31T09:00:00+08:00' })

/** A line of the calendar as the room of gatherings writes it. */
const line = z.object({
  id: rowId,
  kind,
  title: z.string(),
  placeCode: z.string(),
  place: z.string(),
  siteId: rowId.nullable(),
  site: z.string().nullable(),
  address: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  intensity: z.literal([1, 2, 3, 4]),
  status,
  signUp: z.enum(['none', 'open', 'invited']),
  capacity: z.int().nullable(),
  taken: z.int(),
  waiting: z.int(),
  present: z.int(),
})

export const contract = {
  listGroupCalendar: endpoint({
    method: 'get',
    path: '/groups/:id/calendar',
    permission: 'gatherings.read',
    summary: { zh: '小组或协会的活动日历', en: 'Calendar of one group' },
    input: z.object({
      id: rowId,
      from: instant.optional(),
      to: instant.optional(),
      under: placeCode.optional(),
      siteId: rowId.optional(),
      personId: rowId.optional(),
      kind: kind.optional(),
      status: status.optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
    refusals: [noRow],
  }),
}
