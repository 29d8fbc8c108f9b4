import { z } from 'zod'
import { classed, done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { tooManyNumbers } from '../../by-number/words.ts'
import { fieldInput, fieldOutput, sectionKeys } from '../../fields/index.ts'
import { numberParts } from './number/rules.ts'
import { correctionStates } from './rules.ts'
import { evidenceNeeded, paperNotNow } from './words.ts'

const refusalOf = (code: string, status: number) => ({ code, status })
const askedBy = z.enum(['elder', 'family', 'liaison', 'worker'])
const reason = z.string().trim().min(2, '请写明为什么要更正').max(500)

const proposal = {
  section: z.enum(sectionKeys),
  values: fieldInput,
  reason,
  askedBy: askedBy.default('elder'),
  asker: z.string().trim().max(60).nullable().default(null),
}
/** A number is masked for whoever decides too: they go by these. */
const number = z.object({
  checksOut: z.boolean(),
  birthFits: z.boolean().nullable(),
  genderFits: z.boolean().nullable(),
  changes: z.array(z.enum(numberParts)).nullable(),
  isTaken: z.boolean(),
})
const line = z.object({
  id: rowId,
  personId: rowId,
  name: z.string().nullable(),
  section: z.enum(sectionKeys),
  fields: z.array(z.string()),
  status: z.enum(correctionStates),
  askedBy,
  requestedBy: z.string().nullable(),
  requestedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  can: z.object({ decide: z.boolean(), withdraw: z.boolean() }),
})

export const contract = {
  proposeCorrection: endpoint({
    method: 'post',
    path: '/people/:id/corrections',
    permission: 'people.write',
    summary: { zh: '提出更正申请', en: 'Propose a correction' },
    input: z.object({ id: rowId, ...proposal, evidenceId: rowId.nullable().default(null) }),
    output: z.object({ requestId: rowId }),
    refusals: [
      evidenceNeeded,
      refusalOf('privacy.nothing_proposed', 422),
      refusalOf('privacy.same_already', 422),
      refusalOf('people.bad_code', 422),
      refusalOf('people.name_needed', 422),
      refusalOf('privacy.consent_needed', 422),
    ],
  }),
  proposeByPaper: endpoint({
    method: 'post',
    path: '/corrections',
    permission: 'people.write',
    summary: {
      zh: '为管理范围以外的人提出更正（凭姓名和身份证号）',
      en: 'Propose a correction for somebody outside the own area, by name and identity number',
    },
    input: z.object({
      name: z.string().trim().min(1).max(60),
      idNumber: z.string().trim().min(15).max(20),
      ...proposal,
    }),
    output: z.object({ requestId: rowId }),
    refusals: [
      refusalOf('privacy.no_such_person', 404),
      refusalOf('privacy.nothing_proposed', 422),
      refusalOf('privacy.consent_needed', 422),
      tooManyNumbers,
    ],
  }),
  bringPaper: endpoint({
    method: 'post',
    path: '/corrections/:id/paper',
    permission: 'people.write',
    summary: {
      zh: '为自己提出的更正补交依据（JPEG、PNG 或 PDF），一件一份',
      en: 'Bring the paper for a correction one proposed oneself (JPEG, PNG or PDF), one for each',
    },
    input: z.object({ id: rowId, name: z.string().min(1).max(200) }),
    output: done,
    body: 'bytes',
    maxBytes: 5 * 1024 * 1024,
    refusals: [
      paperNotNow,
      refusalOf('row.not_found', 404),
      refusalOf('privacy.not_evidence', 422),
      refusalOf('privacy.secret_marking', 422),
    ],
  }),
  listCorrections: endpoint({
    method: 'get',
    path: '/corrections',
    permission: 'people.read',
    summary: { zh: '更正申请', en: 'Requests for correction' },
    input: z.object({
      status: z.enum(correctionStates).optional(),
      personId: rowId.optional(),
      mine: z.boolean().default(false),
      ...paging,
    }),
    output: listOf(line),
  }),
  readCorrection: endpoint({
    method: 'get',
    look: { people: ['personId'], shows: ['correction'] },
    path: '/corrections/:id',
    permission: 'people.read',
    summary: { zh: '一件更正申请：原来的内容和申请的内容', en: 'One request: what stands there and what is asked for' },
    input: z.object({ id: rowId }),
    output: line.extend({
      before: fieldOutput,
      now: fieldOutput,
      values: fieldOutput,
      number: number.nullable(),
      baseVersion: z.int(),
      version: z.int(),
      reason: z.string(),
      asker: classed(z.string().nullable(), 'pi', 'name'),
      evidenceId: rowId.nullable(),
      decision: z.string().nullable(),
    }),
    refusals: [refusalOf('row.not_found', 404)],
  }),
  decideCorrection: endpoint({
    method: 'post',
    path: '/corrections/:id/decide',
    permission: 'people.approve',
    summary: { zh: '决定更正申请（须非提出人）', en: 'Decide a request somebody else made' },
    input: z.object({
      id: rowId,
      approve: z.boolean(),
      note: z.string().trim().max(500).default(''),
      version: z.int().optional(),
    }),
    output: done,
    refusals: [
      refusalOf('privacy.not_decidable', 409),
      refusalOf('privacy.decision_needs_words', 422),
      refusalOf('people.section_changed', 409),
      refusalOf('people.id_taken', 409),
      refusalOf('privacy.consent_needed', 422),
    ],
  }),
  withdrawCorrection: endpoint({
    method: 'post',
    path: '/corrections/:id/withdraw',
    permission: 'people.write',
    summary: { zh: '撤回自己提出的更正申请', en: 'Withdraw one’s own request' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [refusalOf('privacy.not_decidable', 409)],
  }),
}
