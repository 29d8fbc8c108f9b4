import { z } from 'zod'
import { done, endpoint, instant, rowId } from '#platform/contract.ts'
import { openTo, placeCode, span, taskCode } from '../contract.ts'
import * as shifts from '../words.ts'
import * as no from './words.ts'

const change = z.object({
  id: rowId,
  version: z.int().min(1),
  span: span.default('one'),
  title: z.string().trim().min(2, '班次名称至少两个字').max(80, '班次名称最多 80 个字'),
  task: taskCode,
  placeCode,
  siteId: rowId.nullable().default(null),
  address: z.string().trim().max(200).nullable().default(null),
  startsAt: instant,
  endsAt: instant,
  capacity: z.int().min(1).max(200),
  /** Unless said, it asks of the body what it did. */
  intensity: z.literal([1, 2, 3, 4]).optional(),
  openTo,
  teamId: rowId.nullable().default(null),
  note: z.string().trim().max(2_000).nullable().default(null),
})

const refusals = [
  { code: 'row.not_found', status: 404 },
  { code: 'gatherings.bad_time', status: 422 },
  { code: 'gatherings.site_taken', status: 409 },
  { code: 'gatherings.site_closed', status: 409 },
  { code: 'gatherings.outside_area', status: 403 },
  shifts.outsideArea,
  shifts.notOneDay,
  shifts.needsTeam,
  shifts.noSuchTeam,
  no.isOver,
  no.happened,
  no.inThePast,
  no.changedMeanwhile,
  no.tooSmall,
]

export const contract = {
  previewShiftChange: endpoint({
    method: 'post',
    look: { people: ['people.personId'] },
    path: '/shifts/:id/change-preview',
    permission: 'volunteering.manage',
    summary: {
      zh: '修改班次前先看：谁的认领会因时间冲突取消，谁不宜承担、需要同意和陪同',
      en: 'Before a shift is changed: whose turn would end for another at that time, who would be beyond their strength or need consent',
    },
    input: change,
    output: z.object({
      shifts: z.int(),
      /** How many turns the change touches. */
      turns: z.int(),
      people: z.array(
        z.object({
          personId: rowId,
          /** Masked where the reader does not look after them; then the reasons stay untold. */
          name: z.string(),
          isMasked: z.boolean(),
          startsAt: z.string(),
          /** The turn ends for another turn; something else of theirs is at that time; needs consent; too much for them. */
          outcome: z.enum(['released', 'clash', 'consent', 'refuse']),
          reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
        }),
      ),
    }),
    refusals,
  }),
  changeShift: endpoint({
    method: 'put',
    path: '/shifts/:id',
    permission: 'volunteering.manage',
    summary: {
      zh: '修改已发布的班次：只这一班、以后各班或整个系列；认领的人会收到通知',
      en: 'Change a published shift, the following or the whole series; who holds a turn is told',
    },
    input: change,
    output: done,
    refusals,
  }),
}
