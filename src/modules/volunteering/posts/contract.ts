import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { keysOf, postKinds } from '../codes/index.ts'
import * as volunteers from '../volunteers/words.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择楼栋或单元')
const kind = z.enum(keysOf(postKinds))
const reason = z.string().trim().min(2, '请写明原因').max(200)
const strength = z.enum(['fine', 'warn', 'consent', 'refuse'])

const line = z.object({
  id: rowId,
  kind,
  placeCode: z.string(),
  place: z.string(),
  community: z.string().nullable(),
  duties: z.string().nullable(),
  intensity: z.int(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
  isHeld: z.boolean(),
  holderId: rowId.nullable(),
  /** Not told of people of other areas. */
  holder: z.string().nullable(),
  heldSince: z.string().nullable(),
  /** Households of retired cadres in the house. */
  people: z.int(),
  can: z.object({ claim: z.boolean(), resign: z.boolean(), close: z.boolean() }),
})

const holding = z.object({
  id: rowId,
  personId: rowId,
  name: z.string(),
  sinceOn: z.string(),
  untilOn: z.string().nullable(),
  strength,
  consentBy: z.enum(['self', 'family']).nullable(),
  reason: z.string().nullable(),
})

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listPosts: endpoint({
    method: 'get',
    look: { people: ['items.holderId'] },
    path: '/volunteering/posts',
    permission: 'volunteering.read',
    summary: { zh: '楼长、单元长岗位', en: 'Posts of heads of buildings and entrances' },
    input: z.object({
      under: placeCode.optional(),
      kind: kind.optional(),
      held: z.boolean().optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readPost: endpoint({
    method: 'get',
    look: { people: ['holdings.personId'] },
    path: '/volunteering/posts/:id',
    permission: 'volunteering.read',
    summary: { zh: '一个岗位：现任、历任', en: 'A post: who holds it and who held it' },
    input: z.object({ id: rowId }),
    output: line.extend({ holdings: z.array(holding) }),
    refusals: [noRow],
  }),
  openPost: endpoint({
    method: 'post',
    path: '/volunteering/posts',
    permission: 'volunteering.manage',
    summary: { zh: '设立岗位', en: 'Open a post' },
    input: z.object({
      kind,
      placeCode,
      duties: z.string().trim().max(500).nullable().default(null),
      intensity: z.int().min(1).max(4).default(2),
    }),
    output: z.object({ postId: rowId }),
    refusals: [noRow, no.outsideArea, no.wrongPlace, no.openBefore],
  }),
  judgeClaim: endpoint({
    method: 'get',
    path: '/volunteering/posts/:id/strength/:personId',
    permission: 'volunteering.record',
    summary: { zh: '量力而行：这位老同志是否宜担任', en: 'Whether a post is within somebody’s strength' },
    input: z.object({ id: rowId, personId: rowId }),
    output: z.object({
      outcome: strength,
      reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
      posts: z.int(),
    }),
    refusals: [noRow, volunteers.notAVolunteer],
  }),
  claimPost: endpoint({
    method: 'post',
    path: '/volunteering/posts/:id/claim',
    permission: 'volunteering.record',
    summary: { zh: '认领岗位', en: 'Claim a post' },
    input: z.object({
      id: rowId,
      personId: rowId,
      since: z.iso.date().optional(),
      consentBy: z.enum(['self', 'family']).nullable().default(null),
    }),
    output: z.object({ holdingId: rowId, strength: z.enum(['fine', 'warn', 'consent']) }),
    refusals: [
      noRow,
      no.closed,
      no.outsideArea,
      no.taken,
      no.tooMany,
      no.beyondStrength,
      no.consentNeeded,
      volunteers.notAVolunteer,
    ],
  }),
  resignPost: endpoint({
    method: 'post',
    path: '/volunteering/posts/:id/resign',
    permission: 'volunteering.record',
    summary: { zh: '卸任，写明原因', en: 'Resign a post, with the reason' },
    input: z.object({ id: rowId, reason }),
    output: done,
    refusals: [noRow, no.outsideArea, no.closed, no.notHeld],
  }),
  closePost: endpoint({
    method: 'post',
    path: '/volunteering/posts/:id/close',
    permission: 'volunteering.manage',
    summary: { zh: '撤销岗位，写明原因', en: 'Close a post, with the reason' },
    input: z.object({ id: rowId, reason }),
    output: done,
    refusals: [noRow, no.outsideArea, no.closed, no.taken],
  }),
}
