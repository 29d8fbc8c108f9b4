import { z } from 'zod'
import { done, endpoint, nothing, rowId } from '#platform/contract.ts'
import { authorityLine } from '../contract.ts'
import * as no from '../words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { personId: rowId }

export const contract = {
  myAffairs: endpoint({
    method: 'get',
    path: '/own',
    permission: 'own.use',
    summary: { zh: '我是谁，替谁办事，社区电话', en: 'Who I am, whose affairs I do, and whom to ring' },
    input: nothing,
    output: z.object({
      name: z.string(),
      lang: z.enum(['zh', 'en']),
      county: z.string(),
      people: z.array(
        z.object({
          personId: rowId,
          name: z.string(),
          as: z.enum(['self', 'family']),
          relation: z.string().nullable(),
          community: z.string().nullable(),
          /** The community's telephone, or the bureau's; null where neither is registered. */
          phone: z.string().nullable(),
        }),
      ),
      /** How many one has asked to act for and who have not said yes yet. */
      waiting: z.int(),
    }),
  }),
  readFamily: endpoint({
    method: 'get',
    path: '/own/:personId/family',
    permission: 'own.use',
    summary: { zh: '谁替我办事', en: 'Who acts for me' },
    input: z.object(aPerson),
    output: z.object({ items: z.array(authorityLine) }),
    refusals: [noRow],
  }),
  showFamilyCode: endpoint({
    method: 'post',
    path: '/own/:personId/family-code',
    permission: 'own.use',
    summary: { zh: '显示代办码，给家人用', en: 'Show a code for a relative' },
    /** `origin`: where the page of the asker is, so that the QR opens it on the relative's telephone. */
    input: z.object({
      ...aPerson,
      origin: z
        .string()
        .max(100)
        .regex(/^https?:\/\/[^\s/#?]+$/)
        .optional(),
    }),
    output: z.object({ code: z.string(), minutes: z.int(), qr: z.array(z.string()) }),
    refusals: [noRow, no.ownWord],
  }),
  agreeToFamily: endpoint({
    method: 'post',
    path: '/own/:personId/family/:authorityId/agree',
    permission: 'own.use',
    summary: { zh: '同意家人代办', en: 'Agree that a relative acts' },
    input: z.object({ ...aPerson, authorityId: rowId }),
    output: done,
    refusals: [noRow, no.ownWord, no.authorityOver],
  }),
  endFamily: endpoint({
    method: 'delete',
    path: '/own/:personId/family/:authorityId',
    permission: 'own.use',
    summary: { zh: '不再让家人代办', en: 'A relative acts no longer' },
    input: z.object({ ...aPerson, authorityId: rowId }),
    output: done,
    refusals: [noRow, no.ownWord, no.authorityOver],
  }),
}
