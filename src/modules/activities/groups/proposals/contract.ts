import { z } from 'zod'
import { endpoint } from '#platform/contract.ts'
import { placeCode } from '../contract.ts'

export const contract = {
  listProposals: endpoint({
    method: 'get',
    path: '/group-proposals',
    permission: 'groups.read',
    summary: {
      zh: '可以成立的兴趣小组：同一社区、同样爱好、还没有小组',
      en: 'Groups that could be founded: people of one community who like the same and have none',
    },
    input: z.object({ under: placeCode.optional(), least: z.int().min(3).max(50).default(8) }),
    output: z.object({
      items: z.array(
        z.object({
          interest: z.string(),
          placeCode: z.string(),
          place: z.string(),
          /** Of the reader's own people: the list of people shows as many. */
          people: z.int(),
          /** A group of a wider area that does the same. */
          wider: z.string().nullable(),
          can: z.object({ found: z.boolean() }),
        }),
      ),
      total: z.int(),
    }),
  }),
}
