import { z } from 'zod'
import { endpoint, nothing } from '#platform/contract.ts'
import { type Kind, kinds, shipped, type TemplateCode } from './shipped/index.ts'
import * as no from './words.ts'

export const templateCode = z.enum(Object.keys(shipped) as [TemplateCode, ...TemplateCode[]]) // the keys of the record
export const messageKind = z.enum(Object.keys(kinds) as [Kind, ...Kind[]]) // the keys of the record
const sentence = z.object({ zh: z.string(), en: z.string() })
const version = z.int().min(0)

const line = z.object({
  code: templateCode,
  kind: messageKind,
  name: sentence,
  text: sentence,
  /** 0 is what was shipped. */
  version,
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
  /** What may stand in braces, and what must. */
  places: z.array(z.object({ place: z.string(), zh: z.string(), en: z.string(), isNeeded: z.boolean() })),
})

export const contract = {
  listTemplates: endpoint({
    method: 'get',
    path: '/message-templates',
    permission: 'messages.manage',
    summary: { zh: '消息模板', en: 'Templates of messages' },
    input: nothing,
    output: z.object({ items: z.array(line), total: z.int() }),
  }),
  readTemplate: endpoint({
    method: 'get',
    path: '/message-templates/:template',
    permission: 'messages.manage',
    summary: { zh: '一条模板及其历次修改', en: 'A template with its former versions' },
    input: z.object({ template: templateCode }),
    output: line.extend({
      versions: z.array(
        z.object({ version, text: sentence, changedBy: z.string().nullable(), changedAt: z.string().nullable() }),
      ),
    }),
  }),
  rewordTemplate: endpoint({
    method: 'put',
    path: '/message-templates/:template',
    permission: 'messages.manage',
    summary: { zh: '修改模板文字', en: 'Word a template anew' },
    input: z.object({
      template: templateCode,
      /** The version its page showed. */
      version,
      zh: z.string().trim().min(2, '请填写中文内容').max(500),
      en: z.string().trim().min(2, '请填写英文内容').max(1_000),
    }),
    output: z.object({ version }),
    refusals: [no.badPlaces, no.changedMeanwhile],
  }),
}
