import { z } from 'zod'
import { classed, endpoint, rowId } from '#platform/contract.ts'
import { keysOf, skills } from '../../codes/index.ts'

const reason = z.object({ speaks: z.enum(['for', 'against', 'note']), zh: z.string(), en: z.string() })

export const contract = {
  listCandidates: endpoint({
    method: 'get',
    look: { people: ['people.personId'] },
    path: '/needs/:id/candidates',
    permission: 'volunteering.manage',
    summary: {
      zh: '谁能帮上忙：志愿者和服务队，写明理由',
      en: 'Who could help: volunteers and teams, with the reasons',
    },
    input: z.object({ id: rowId, most: z.int().min(1).max(50).default(10) }),
    output: z.object({
      people: z.array(
        z.object({
          personId: rowId,
          name: z.string(),
          number: z.string(),
          community: z.string().nullable(),
          age: classed(z.int().nullable(), 'pi', 'hide'),
          skills: z.array(z.enum(keysOf(skills))),
          score: z.int(),
          /** May speak of health: told to who may see it. */
          reasons: classed(z.array(reason).nullable(), 'pi', 'hide'),
        }),
      ),
      teams: z.array(
        z.object({
          id: rowId,
          name: z.string(),
          place: z.string(),
          leader: z.string().nullable(),
          score: z.int(),
          reasons: z.array(reason),
        }),
      ),
      /** How many volunteers were looked at. */
      considered: z.int(),
    }),
    refusals: [{ code: 'row.not_found', status: 404 }],
  }),
  proposeHelpers: endpoint({
    method: 'get',
    look: { people: ['items.people.personId'] },
    path: '/needs/candidates',
    permission: 'volunteering.manage',
    summary: {
      zh: '所有待派人的需求，各列出最合适的几位志愿者',
      en: 'For every need that waits for somebody, the volunteers who fit best',
    },
    input: z.object({ most: z.int().min(1).max(5).default(3) }),
    output: z.object({
      items: z.array(
        z.object({
          needId: rowId,
          people: z.array(z.object({ personId: rowId, name: z.string(), score: z.int() })),
        }),
      ),
      /** How many needs wait beyond those listed. */
      others: z.int(),
    }),
  }),
}
