import { z } from 'zod'
import { classed, done, endpoint, rowId } from '#platform/contract.ts'
import { consentKeys } from '../registry/index.ts'

const purpose = z.enum(consentKeys)
const who = z.enum(['self', 'family', 'worker'])
const way = z.enum(['signed', 'spoken', 'phone'])
const refusalOf = (code: string, status: number) => ({ code, status })

const consent = z.object({
  id: rowId,
  purpose,
  givenBy: who,
  giver: classed(z.string().nullable(), 'pi', 'hide'),
  way,
  evidenceId: rowId.nullable(),
  givenAt: z.string(),
  recordedBy: z.string().nullable(),
  withdrawnBy: who.nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawalRecordedBy: z.string().nullable(),
})

export const contract = {
  listConsents: endpoint({
    method: 'get',
    look: { shows: ['consents'] },
    path: '/people/:id/consents',
    permission: 'people.read',
    summary: { zh: '此人的同意：现有的和撤回的', en: 'Consents of a person, live and withdrawn' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(consent), can: z.object({ record: z.boolean() }) }),
    refusals: [refusalOf('row.not_found', 404)],
  }),
  giveConsent: endpoint({
    method: 'post',
    path: '/people/:id/consents',
    permission: 'people.write',
    summary: { zh: '登记一项同意（一次只登记一项）', en: 'Record one consent, for one purpose' },
    input: z.object({
      id: rowId,
      purpose,
      agreed: z.literal(true, '请先向本人读完说明，得到同意后再勾选'),
      givenBy: who.default('self'),
      giver: z.string().trim().max(60).nullable().default(null),
      way: way.default('signed'),
      evidenceId: rowId.nullable().default(null),
    }),
    output: z.object({ consentId: rowId }),
    refusals: [
      refusalOf('privacy.consent_live', 409),
      refusalOf('privacy.consent_changed', 409),
      refusalOf('privacy.proxy_unproved', 422),
    ],
  }),
  withdrawConsent: endpoint({
    method: 'post',
    path: '/people/:id/consents/withdraw',
    permission: 'people.write',
    summary: { zh: '撤回一项同意，并删除据此保存的内容', en: 'Withdraw a consent and delete what stood on it' },
    input: z.object({ id: rowId, purpose, withdrawnBy: who.default('self') }),
    output: done,
    refusals: [refusalOf('privacy.no_consent', 409)],
  }),
}
