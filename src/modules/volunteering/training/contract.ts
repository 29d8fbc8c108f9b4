import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import * as volunteers from '../volunteers/words.ts'
import * as no from './words.ts'

const placeCode = z.string().regex(/^[1-8]\d{18}$/, '请选择地点')
const result = z.enum(['attended', 'passed'])

const line = z.object({
  id: rowId,
  title: z.string(),
  heldOn: z.string(),
  minutes: z.int(),
  trainer: z.string().nullable(),
  teamId: rowId.nullable(),
  team: z.string().nullable(),
  placeCode: z.string(),
  place: z.string(),
  people: z.int(),
})

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  listTraining: endpoint({
    method: 'get',
    path: '/volunteering/training',
    permission: 'volunteering.read',
    summary: { zh: '志愿培训', en: 'Training of volunteers' },
    input: z.object({
      teamId: rowId.optional(),
      under: placeCode.optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      ...paging,
    }),
    output: listOf(line),
  }),
  readTraining: endpoint({
    method: 'get',
    look: { people: ['trainees.personId'] },
    path: '/volunteering/training/:id',
    permission: 'volunteering.read',
    summary: { zh: '一次培训和学员', en: 'A training and who was there' },
    input: z.object({ id: rowId }),
    output: line.extend({
      trainees: z.array(
        z.object({ personId: rowId, name: z.string(), result, struck: z.string().nullable(), number: z.string() }),
      ),
      /** People of other areas. */
      others: z.int(),
      can: z.object({ change: z.boolean() }),
    }),
    refusals: [noRow],
  }),
  recordTraining: endpoint({
    method: 'post',
    path: '/volunteering/training',
    permission: 'volunteering.record',
    summary: { zh: '登记一次培训和学员', en: 'Record a training with who was there' },
    input: z.object({
      title: z.string().trim().min(2, '名称至少两个字').max(80),
      heldOn: z.iso.date(),
      minutes: z.int().min(1).max(2880),
      trainer: z.string().trim().max(60).nullable().default(null),
      teamId: rowId.nullable().default(null),
      placeCode,
      people: z.array(rowId).max(500).default([]),
      result: result.default('attended'),
    }),
    output: z.object({ trainingId: rowId }),
    refusals: [noRow, no.outsideArea, no.notYet, volunteers.notAVolunteer],
  }),
  addTrainees: endpoint({
    method: 'post',
    path: '/volunteering/training/:id/trainees',
    permission: 'volunteering.record',
    summary: { zh: '补登学员', en: 'Add people who were there' },
    input: z.object({ id: rowId, people: z.array(rowId).min(1).max(500), result: result.default('attended') }),
    output: z.object({ added: z.int() }),
    refusals: [noRow, no.outsideArea, volunteers.notAVolunteer],
  }),
  strikeTrainee: endpoint({
    method: 'post',
    path: '/volunteering/training/:id/trainees/:personId/strike',
    permission: 'volunteering.record',
    summary: { zh: '更正：此人未参加，写明原因', en: 'Put right: this person was not there' },
    input: z.object({ id: rowId, personId: rowId, reason: z.string().trim().min(2, '请写明原因').max(200) }),
    output: done,
    refusals: [noRow, no.outsideArea, no.notThere],
  }),
}
