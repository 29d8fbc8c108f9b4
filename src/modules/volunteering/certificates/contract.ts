import { z } from 'zod'
import { done, endpoint, fileAnswer, listOf, paging, rowId } from '#platform/contract.ts'
import * as no from './words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const standing = z.enum(['public', 'valid', 'overtaken', 'revoked'])
const day = z.iso.date()

const line = z.object({
  id: rowId,
  number: z.string(),
  personId: rowId,
  name: z.string(),
  fromOn: z.string(),
  toOn: z.string(),
  minutes: z.int(),
  /** What stands today of these minutes. */
  stands: z.int(),
  services: z.int(),
  issuedOn: z.string(),
  untilOn: z.string(),
  standing,
  revokedOn: z.string().nullable(),
  reason: z.string().nullable(),
})

export const contract = {
  /** Whoever holds the paper asks here; nobody signs in, and nothing is told but what proves it. */
  verifyCertificate: endpoint({
    method: 'post',
    path: '/certificates/verify',
    permission: 'public',
    pace: 'search',
    summary: { zh: '核验志愿服务证明', en: 'Verify a certificate of service' },
    input: z.object({ number: z.string().trim().min(5).max(40), code: z.string().trim().min(4).max(20) }),
    output: z.object({
      number: z.string(),
      /** Masked: the family name and stars. */
      name: z.string(),
      fromOn: z.string(),
      toOn: z.string(),
      minutes: z.int(),
      /** What stands of these minutes, and on which day. */
      stands: z.int(),
      asOf: z.string(),
      issuer: z.string(),
      issuedOn: z.string(),
      untilOn: z.string(),
      standing,
      revokedOn: z.string().nullable(),
    }),
    refusals: [no.unknown],
  }),
  listCertificates: endpoint({
    method: 'get',
    look: { people: ['items.personId'] },
    path: '/certificates',
    permission: 'volunteering.read',
    summary: { zh: '已出具的志愿服务证明', en: 'Certificates of service that were issued' },
    input: z.object({
      personId: rowId.optional(),
      standing: standing.optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readCertificate: endpoint({
    method: 'get',
    look: { people: ['personId'] },
    path: '/certificates/:id',
    permission: 'volunteering.read',
    summary: { zh: '一份志愿服务证明', en: 'One certificate of service' },
    input: z.object({ id: rowId }),
    output: line.extend({
      code: z.string(),
      issuer: z.string(),
      head: z.string(),
      handler: z.string(),
      phone: z.string(),
      lines: z.array(
        z.object({ servedOn: z.string(), title: z.string(), task: z.string(), place: z.string(), minutes: z.int() }),
      ),
      can: z.object({ revoke: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  issueCertificate: endpoint({
    method: 'post',
    path: '/certificates',
    permission: 'volunteering.certify',
    summary: { zh: '出具志愿服务证明（免费，出具后公示）', en: 'Issue a certificate of service, free of charge' },
    input: z.object({
      personId: rowId,
      fromOn: day.nullable().default(null),
      toOn: day.nullable().default(null),
      /** 单位负责人. */
      head: z.string().trim().min(2, '请填写单位负责人').max(40),
      /** Unless said, who issues it and the office's telephone. */
      handler: z.string().trim().max(40).nullable().default(null),
      phone: z.string().trim().max(40).nullable().default(null),
    }),
    output: z.object({ id: rowId, number: z.string() }),
    refusals: [noRow, no.nothingServed, no.noIssuer],
  }),
  revokeCertificate: endpoint({
    method: 'post',
    path: '/certificates/:id/revoke',
    permission: 'volunteering.certify',
    summary: { zh: '作废证明，写明原因', en: 'Revoke a certificate, with the reason' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, no.revokedBefore],
  }),
  printCertificate: endpoint({
    method: 'post',
    path: '/certificates/:id/print',
    permission: 'volunteering.certify',
    summary: { zh: '打印证明（PDF，带核验二维码）', en: 'Print a certificate as PDF, with the code that verifies it' },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [noRow, no.revokedBefore, no.overtaken, no.noSite],
  }),
}
