import { z } from 'zod'
import { classed, done, endpoint, fileAnswer, rowId } from '#platform/contract.ts'
import { fieldInput, fieldOutput, partialDate, sectionKeys } from '../fields/index.ts'
import { revealContract } from './reveal/contract.ts'

const refusalOf = (code: string, status: number) => ({ code, status })
const sectionChanged = refusalOf('people.section_changed', 409)
const impossibleLife = refusalOf('people.impossible_life', 422)

export const phoneLabels = ['本人', '住宅', '配偶', '子', '女', '子女', '孙辈', '其他'] as const
const label = z.enum(phoneLabels)
const number = z.string().regex(/^[\d-]{5,24}$/, '电话号码只能有数字和连字符，例如 13912345678 或 0534-4231234-802')
const phoneIn = z.object({ number, label })
const phoneOut = z.object({ number: classed(z.string(), 'pi', 'phone'), label })
const contactIn = z.object({
  relation: z.string().regex(/^\d$/),
  name: z.string().min(1).max(60),
  landline: number.nullable().default(null),
  mobile: number.nullable().default(null),
})
const contactOut = z.object({
  relation: z.string(),
  name: classed(z.string(), 'pi', 'name'),
  landline: classed(z.string().nullable(), 'pi', 'phone'),
  mobile: classed(z.string().nullable(), 'pi', 'phone'),
})
const familyIn = z.object({
  id: rowId.optional(),
  relation: z.string().regex(/^\d$/),
  name: z.string().min(1).max(60),
  birthOn: partialDate.nullable().default(null),
  isLiving: z.boolean().nullable().default(null),
  workUnit: z.string().max(200).nullable().default(null),
  health: z.string().max(100).nullable().default(null),
  phone: number.nullable().default(null),
  subsidyCents: z.int().min(0).nullable().default(null),
  linkedPersonId: rowId.nullable().default(null),
  note: z.string().max(500).nullable().default(null),
})
const familyOut = z.object({
  id: rowId,
  relation: z.string(),
  name: classed(z.string(), 'pi', 'name'),
  birthOn: classed(z.string().nullable(), 'pi', 'date'),
  isLiving: z.boolean().nullable(),
  workUnit: classed(z.string().nullable(), 'pi', 'hide'),
  health: classed(z.string().nullable(), 'restricted', 'hide'),
  phone: classed(z.string().nullable(), 'pi', 'phone'),
  subsidyCents: classed(z.number().nullable(), 'restricted', 'hide'),
  linkedPersonId: rowId.nullable(),
  note: classed(z.string().nullable(), 'pi', 'hide'),
})

/** Lists that stand beside the fields; each is versioned like a section. */
export const listSections = ['phones', 'contacts', 'family'] as const
const anySection = z.enum([...sectionKeys, ...listSections])

const sectionOut = z.object({
  key: anySection,
  version: z.int(),
  source: z.string().nullable(),
  verifiedOn: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  values: fieldOutput,
})

const personOut = z.object({
  id: rowId,
  status: z.enum(['living', 'deceased', 'moved_out', 'merged']),
  mergedInto: rowId.nullable(),
  name: z.string(),
  age: z.int().nullable(),
  lixiuPeriod: z.string().nullable(),
  idStatus: z.enum(['valid', 'converted15', 'missing', 'unrecoverable', 'invalid']),
  flags: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  completeness: z.int(),
  missing: z.array(z.string()),
  tags: z.array(z.string()),
  place: z.object({ code: z.string(), name: z.string(), path: z.array(z.string()) }).nullable(),
  unit: z.object({ id: rowId, name: z.string(), status: z.string() }).nullable(),
  managingUnit: z.object({ id: rowId, name: z.string(), status: z.string() }).nullable(),
  sections: z.array(sectionOut),
  phones: z.array(phoneOut),
  contacts: z.array(contactOut),
  family: z.array(familyOut),
  updatedAt: z.string(),
  hasPhoto: z.boolean(),
  can: z.object({
    change: z.boolean(),
    reveal: z.boolean(),
    merge: z.boolean(),
    recordDeath: z.boolean(),
    /** Contact data whole, and illness, hardship and money: what is not seen is cut, and a page says so. */
    seePersonal: z.boolean(),
    seeRestricted: z.boolean(),
  }),
})

const lineOut = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  happenedOn: z.string().nullable(),
  by: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
})
const changeOut = z.object({
  at: z.string(),
  by: z.string().nullable(),
  section: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  cause: z.string(),
})

export const contract = {
  registerPerson: endpoint({
    method: 'post',
    path: '/people',
    permission: 'people.write',
    summary: { zh: '登记一位离退休干部', en: 'Register a cadre' },
    input: z.object({
      values: fieldInput,
      phones: z.array(phoneIn).max(20).default([]),
      unitId: rowId.nullable().default(null),
      managingUnitId: rowId.nullable().default(null),
      placeCode: z
        .string()
        .regex(/^[1-8]\d{18}$/)
        .nullable()
        .default(null),
      tags: z.array(z.string().min(1).max(20)).max(20).default([]),
      source: z.string().max(100).default('登记'),
    }),
    output: z.object({ id: rowId }),
    refusals: [
      refusalOf('people.name_needed', 422),
      refusalOf('people.id_taken', 409),
      refusalOf('people.bad_code', 422),
      impossibleLife,
    ],
  }),
  readPerson: endpoint({
    method: 'get',
    look: true,
    path: '/people/:id',
    permission: 'people.read',
    summary: { zh: '查看一位干部的记录', en: 'Read a record' },
    input: z.object({ id: rowId }),
    output: personOut,
    refusals: [refusalOf('row.not_found', 404)],
  }),
  changeSection: endpoint({
    method: 'put',
    path: '/people/:id/sections/:section',
    permission: 'people.write',
    summary: { zh: '更正记录的一个部分', en: 'Correct one section of a record' },
    input: z.object({
      id: rowId,
      section: z.enum(sectionKeys),
      version: z.int(),
      values: fieldInput,
      source: z.string().max(100).optional(),
    }),
    output: z.object({ version: z.int(), completeness: z.int() }),
    refusals: [sectionChanged, refusalOf('people.id_taken', 409), refusalOf('people.bad_code', 422), impossibleLife],
  }),
  changePhones: endpoint({
    method: 'put',
    path: '/people/:id/phones',
    permission: 'people.write',
    summary: { zh: '更正电话', en: 'Correct the telephones' },
    input: z.object({ id: rowId, version: z.int(), phones: z.array(phoneIn).max(20) }),
    output: z.object({ version: z.int() }),
    refusals: [sectionChanged],
  }),
  changeContacts: endpoint({
    method: 'put',
    path: '/people/:id/contacts',
    permission: 'people.write',
    summary: { zh: '更正联系人（最多四位）', en: 'Correct the contacts (four at most)' },
    input: z.object({ id: rowId, version: z.int(), contacts: z.array(contactIn).max(4, '联系人最多四位') }),
    output: z.object({ version: z.int() }),
    refusals: [sectionChanged],
  }),
  changeFamily: endpoint({
    method: 'put',
    path: '/people/:id/family',
    permission: 'people.write',
    summary: { zh: '更正家庭成员', en: 'Correct the family' },
    input: z.object({ id: rowId, version: z.int(), family: z.array(familyIn).max(30) }),
    output: z.object({ version: z.int() }),
    refusals: [sectionChanged],
  }),
  verifySection: endpoint({
    method: 'post',
    path: '/people/:id/sections/:section/verify',
    permission: 'people.write',
    summary: { zh: '确认一个部分核实无误', en: 'Confirm that a section was checked' },
    input: z.object({ id: rowId, section: anySection, source: z.string().max(100).optional() }),
    output: done,
  }),
  ...revealContract,
  setPhoto: endpoint({
    method: 'put',
    path: '/people/:id/photo',
    permission: 'people.write',
    summary: { zh: '更换照片（JPEG 或 PNG）', en: 'Change the photograph (JPEG or PNG)' },
    input: z.object({ id: rowId }),
    output: done,
    body: 'bytes',
    maxBytes: 3 * 1024 * 1024,
    refusals: [
      refusalOf('people.not_a_photo', 422),
      refusalOf('privacy.consent_needed', 422),
      refusalOf('privacy.secret_marking', 422),
    ],
  }),
  readPhoto: endpoint({
    method: 'get',
    look: { shows: ['photo'] },
    pace: 'read',
    path: '/people/:id/photo',
    permission: 'people.read',
    summary: { zh: '照片', en: 'The photograph' },
    input: z.object({ id: rowId }),
    output: fileAnswer,
    answer: 'file',
    refusals: [refusalOf('row.not_found', 404)],
  }),
  removePhoto: endpoint({
    method: 'delete',
    path: '/people/:id/photo',
    permission: 'people.write',
    summary: { zh: '撤下照片', en: 'Take the photograph down' },
    input: z.object({ id: rowId }),
    output: done,
  }),
  recordDeath: endpoint({
    method: 'post',
    path: '/people/:id/death',
    permission: 'people.write',
    summary: { zh: '登记离世', en: 'Record a death' },
    input: z.object({ id: rowId, values: fieldInput }),
    output: done,
    refusals: [refusalOf('people.already_deceased', 409), impossibleLife],
  }),
  restoreLife: endpoint({
    method: 'post',
    path: '/people/:id/restore',
    permission: 'people.write',
    summary: { zh: '撤销离世登记', en: 'Take back a recorded death' },
    input: z.object({ id: rowId, reason: z.string().trim().min(2).max(200) }),
    output: done,
  }),
  readTimeline: endpoint({
    method: 'get',
    look: { shows: ['timeline'] },
    path: '/people/:id/timeline',
    permission: 'people.read',
    summary: { zh: '经历', en: 'Timeline' },
    input: z.object({ id: rowId }),
    output: z.object({ items: z.array(lineOut) }),
  }),
  readChanges: endpoint({
    method: 'get',
    look: { shows: ['changes'] },
    path: '/people/:id/changes',
    permission: 'people.read',
    summary: { zh: '每次改动：谁、何时、由何改为何', en: 'Every change: who, when, from, to' },
    input: z.object({ id: rowId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    output: z.object({ items: z.array(changeOut), total: z.int() }),
  }),
  readWhoCanSee: endpoint({
    method: 'get',
    path: '/people/:id/who-can-see',
    permission: 'people.read',
    summary: { zh: '谁能看到此人', en: 'Who can see this person' },
    input: z.object({ id: rowId }),
    output: z.object({
      items: z.array(
        z.object({
          accountId: rowId,
          name: z.string(),
          role: z.string(),
          because: z.object({ zh: z.string(), en: z.string() }),
        }),
      ),
    }),
  }),
}
