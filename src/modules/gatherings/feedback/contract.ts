import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import { givenBefore, wasNotThere } from './words.ts'

const onBehalf = z.enum(['self', 'family', 'clerk'])
/** How well it was liked. */
export const stars = z.int().min(1, '请给一至五星').max(5, '请给一至五星')
const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listFeedback: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/gatherings/:id/feedback',
    permission: 'gatherings.read',
    summary: { zh: '到场老同志的评价', en: 'What those who came say of it' },
    input: z.object({ id: rowId }),
    output: z.object({
      items: z.array(
        z.object({
          id: rowId,
          personId: rowId,
          name: z.string(),
          stars,
          words: classed(z.string().nullable(), 'pi', 'hide'),
          onBehalf,
          by: z.string().nullable(),
          givenAt: z.string(),
        }),
      ),
      others: z.int(),
      /** Of all, also of those whose names the reader does not see; null while nobody has said anything. */
      averageStars: z.number().nullable(),
    }),
    refusals: [noRow],
  }),
  giveFeedback: endpoint({
    method: 'post',
    path: '/gatherings/:id/feedback',
    permission: 'gatherings.sign_up',
    summary: {
      zh: '登记评价：一至五星，可附一句话',
      en: 'Record what somebody thinks: one to five stars and a sentence',
    },
    input: z.object({
      id: rowId,
      personId: rowId,
      stars,
      words: z.string().trim().min(1).max(300, '最多 300 个字').nullable().default(null),
      onBehalf: onBehalf.default('clerk'),
    }),
    output: done,
    refusals: [noRow, wasNotThere, givenBefore],
  }),
}
