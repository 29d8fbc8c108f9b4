import { z } from 'zod'
import { done, endpoint, listOf, rowId } from '#platform/contract.ts'
import { outsideArea } from '../words.ts'
import { enough } from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }

/** Where the page of the asker is: the address is told, and drawn, whole. */
export const origin = z.url({ protocol: /^https?$/ }).max(100)

export const line = z.object({
  id: rowId,
  /** Where it hangs or who has it, as whoever made it wrote; never of a person's own calendar. */
  label: z.string().nullable(),
  /** Of a person's calendar: whether they made it, a relative or the community. */
  onBehalf: z.enum(['self', 'family', 'clerk']).nullable(),
  madeAt: z.string(),
  madeBy: z.string().nullable(),
})

/** Told once: only its fingerprint is kept. Telephones offer to subscribe to the `link`, and only open or save what begins with http. */
export const given = z.object({ id: rowId, address: z.string(), link: z.string() })

const subject = {
  of: z.enum(['place', 'site', 'group', 'team', 'person']),
  /** The code of a place, else an id. */
  subject: z.union([z.string().regex(/^[1-8]\d{18}$/), rowId]),
}

export const contract = {
  listCalendarAddresses: endpoint({
    method: 'get',
    path: '/calendar-addresses/:of/:subject',
    permission: 'gatherings.read',
    summary: {
      zh: '一个社区、场地、小组、团队或一位老同志的日历给出过哪些地址',
      en: 'Addresses in use of the calendar of a place, venue, group, team or person',
    },
    input: z.object(subject),
    output: listOf(line).extend({ name: z.string(), can: z.object({ give: z.boolean() }) }),
    refusals: [noRow],
  }),
  giveCalendarAddress: endpoint({
    method: 'post',
    path: '/calendar-addresses/:of/:subject',
    permission: 'gatherings.sign_up',
    summary: { zh: '生成一个日历地址，给手机订阅', en: 'Make an address of this calendar for telephones' },
    input: z.object({ ...subject, origin, label: z.string().trim().min(1).max(40).nullable().default(null) }),
    output: given,
    refusals: [noRow, outsideArea, enough],
  }),
  stopCalendarAddress: endpoint({
    method: 'post',
    path: '/calendar-address/:id/stop',
    permission: 'gatherings.sign_up',
    summary: { zh: '停用一个日历地址，立即生效', en: 'Take a calendar address back, at once' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [noRow, outsideArea],
  }),
}
