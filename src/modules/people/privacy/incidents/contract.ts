import { z } from 'zod'
import { classed, endpoint, fileAnswer, rowId } from '#platform/contract.ts'

/** What the audit trail answers to "who was looked at": ids, names of fields and times, never a value. */
export const touched = z.object({
  personId: rowId,
  fields: z.array(z.string().max(60)).max(200).default([]),
  firstAt: z.string().max(40),
  lastAt: z.string().max(40),
  times: z.int().min(1).default(1),
})
const question = {
  people: z.array(touched).min(1, '请先选入审计导出的人员清单').max(5000),
  from: z.string().max(40),
  until: z.string().max(40),
}

export const contract = {
  readIncidentPeople: endpoint({
    method: 'post',
    path: '/incidents/people',
    permission: 'people.approve',
    summary: { zh: '泄露事件：涉及哪些人、哪些项目', en: 'An incident: who was touched, and which fields' },
    input: z.object(question),
    output: z.object({
      people: z.array(
        touched.extend({
          name: z.string(),
          unit: z.string().nullable(),
          place: z.string().nullable(),
          phone: classed(z.string().nullable(), 'pi', 'phone'),
          fieldNames: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
        }),
      ),
      /** Ids that are nobody one may see: outside the area, erased or restricted. */
      unknown: z.int(),
    }),
  }),
  printIncident: endpoint({
    method: 'post',
    path: '/incidents/report',
    permission: 'people.approve',
    summary: { zh: '泄露事件报告和通知名单', en: 'Report of an incident, with whom to notify' },
    input: z.object({
      ...question,
      what: z.string().trim().min(2, '请写明发生了什么').max(500),
      measures: z.string().trim().max(500).default(''),
      lang: z.enum(['zh', 'en']).default('zh'),
    }),
    output: fileAnswer,
    answer: 'file',
  }),
}
