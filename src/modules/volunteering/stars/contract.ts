import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { answered, objection, said } from '../objections/index.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const level = z.int().min(1).max(5)
const of = z.enum(['person', 'team'])
const hours = z.array(z.int().min(1).max(10_000)).length(5)
const isRising = (list: number[]) => list.every((one, at) => at === 0 || one > (list[at - 1] ?? 0))

/** The holidays of that year are not announced: only Saturdays and Sundays were passed over. */
const byWeekdays = z.boolean()

const subject = { of, subjectId: rowId, name: z.string(), place: z.string().nullable() }

export const contract = {
  listStarCandidates: endpoint({
    method: 'get',
    look: { people: ['items.subjectId'] },
    path: '/stars/candidates',
    permission: 'volunteering.read',
    summary: {
      zh: '达到星级标准、还没有公示的人和队',
      en: 'Who reached a star by the records and is not published yet',
    },
    input: z.object({ of: of.default('person'), ...paging }),
    output: listOf(
      z.object({ ...subject, minutes: z.int(), level, current: z.int(), services: z.int(), lastOn: z.string() }),
    ),
  }),
  listStars: endpoint({
    method: 'get',
    look: { people: ['items.subjectId'] },
    path: '/stars',
    permission: 'volunteering.read',
    summary: { zh: '星级：公示中的、已评定的、撤下的', en: 'Stars: published, awarded, withdrawn' },
    input: z.object({
      of: of.optional(),
      subjectId: rowId.optional(),
      status: z.enum(['published', 'awarded', 'withdrawn']).optional(),
      level: z.coerce.number().pipe(level).optional(),
      ...paging,
    }),
    output: listOf(
      z.object({
        id: rowId,
        ...subject,
        level,
        minutes: z.int(),
        status: z.enum(['published', 'awarded', 'withdrawn']),
        publishedOn: z.string(),
        untilOn: z.string(),
        isByWeekdays: byWeekdays,
        awardedOn: z.string().nullable(),
        reason: z.string().nullable(),
        objections: z.array(objection),
        can: z.object({ award: z.boolean(), object: z.boolean() }),
      }),
    ),
  }),
  publishStars: endpoint({
    method: 'post',
    path: '/stars',
    permission: 'volunteering.certify',
    summary: { zh: '公示星级（不少于 5 个工作日）', en: 'Publish stars for five working days at least' },
    input: z.object({
      items: z
        .array(z.object({ of, subjectId: rowId, level }))
        .min(1)
        .max(200),
    }),
    output: z.object({ ids: z.array(rowId), untilOn: z.string(), isByWeekdays: byWeekdays }),
    refusals: [noRow, no.notReached, no.publishedBefore],
  }),
  objectToStar: endpoint({
    method: 'post',
    path: '/stars/:id/objections',
    permission: 'volunteering.record',
    summary: { zh: '登记异议', en: 'Enter an objection' },
    input: said,
    output: z.object({ objectionId: rowId }),
    refusals: [noRow, no.settled],
  }),
  answerObjection: endpoint({
    method: 'post',
    path: '/star-objections/:id/answer',
    permission: 'volunteering.certify',
    summary: { zh: '答复异议；成立的撤下星级', en: 'Answer an objection; upheld, the star is withdrawn' },
    input: answered(500),
    output: done,
    refusals: [noRow, no.answeredBefore, no.ownObjection],
  }),
  awardStars: endpoint({
    method: 'post',
    path: '/stars/award',
    permission: 'volunteering.certify',
    summary: { zh: '公示期满，评定星级', en: 'Award stars whose publicity period is over' },
    input: z.object({ ids: z.array(rowId).min(1).max(200) }),
    output: z.object({ awarded: z.int() }),
    refusals: [noRow, no.settled, no.stillPublic, no.objections, no.notReached],
  }),
  readStarScheme: endpoint({
    method: 'get',
    path: '/stars/scheme',
    permission: 'volunteering.read',
    summary: { zh: '星级标准', en: 'What makes a star' },
    input: z.object({}),
    output: z.object({
      hours,
      validFrom: z.string().nullable(),
      next: z.object({ hours, validFrom: z.string() }).nullable(),
      /** Days of this county that are otherwise than in the national calendar, and up to which year that calendar is known. */
      shiftedDays: z.array(z.object({ day: z.string(), isWorking: z.boolean() })),
      lastKnownYear: z.int(),
    }),
  }),
  setStarScheme: endpoint({
    method: 'put',
    path: '/stars/scheme',
    permission: 'volunteering.certify',
    summary: {
      zh: '设定星级标准和本县另行放假、上班的日子',
      en: 'Set what makes a star, and the days on which this county rests or works otherwise than the nation',
    },
    input: z.object({
      hours: hours.refine(isRising, '每一星的小时数要比前一星多'),
      validFrom: z.iso.date(),
      shiftedDays: z
        .array(z.object({ day: z.iso.date(), isWorking: z.boolean() }))
        .max(200)
        .optional(),
    }),
    output: done,
    refusals: [no.schemeOfPast],
  }),
}
