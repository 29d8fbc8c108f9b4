import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { day, unitName, versioned } from '../contract.ts'
import { newUnit } from '../founding/unit-facts.ts'
import * as founding from '../founding/words.ts'
import { changedMeanwhile, nameTaken, outsideUnits, unitClosed, wrongDay } from '../words.ts'
import * as no from './words.ts'

const noUnit = { code: 'row.not_found', status: 404 }
const always = [noUnit, outsideUnits, unitClosed, wrongDay]
const followed = z.object({ id: rowId, people: z.int() })

export const contract = {
  renameUnit: endpoint({
    method: 'post',
    path: '/units/:id/rename',
    permission: 'units.manage',
    summary: { zh: '单位更名（旧名称成为曾用名）', en: 'Rename a unit; the old name becomes a former one' },
    input: versioned.extend({ name: unitName, short: unitName.nullable().default(null), on: day.optional() }),
    output: versioned,
    refusals: [...always, changedMeanwhile, nameTaken, no.alreadyNamed],
  }),
  mergeUnits: endpoint({
    method: 'post',
    path: '/units-merge',
    permission: 'units.manage',
    summary: { zh: '单位合并（人员随转，历史保留）', en: 'Merge units; people follow, history stays' },
    input: z.object({ from: z.array(rowId).min(1).max(50), into: rowId, on: day.optional() }),
    output: followed,
    refusals: [...always, no.sameUnit],
  }),
  splitUnit: endpoint({
    method: 'post',
    path: '/units/:id/split',
    permission: 'units.manage',
    summary: { zh: '单位分设（指定人员转入新单位）', en: 'Split a unit; named people go to the new ones' },
    input: versioned.extend({
      parts: z
        .array(z.object({ unit: newUnit, people: z.array(rowId).max(5000).default([]) }))
        .min(1)
        .max(10),
      /** The part that takes over everybody else and ends the old unit; without it the old unit stays with the rest. */
      rest: z.int().min(0).optional(),
      on: day.optional(),
    }),
    output: z.object({ id: rowId, parts: z.array(followed) }),
    refusals: [
      ...always,
      changedMeanwhile,
      nameTaken,
      no.notItsPeople,
      no.sameUnit,
      founding.badCreditCode,
      founding.creditCodeTaken,
      founding.codeTaken,
      founding.badParent,
      founding.noSuchPlace,
    ],
  }),
  closeUnit: endpoint({
    method: 'post',
    path: '/units/:id/close',
    permission: 'units.manage',
    summary: { zh: '撤销单位（名下有人时须指定承接单位）', en: 'Close a unit; its people need a successor' },
    input: z.object({ id: rowId, on: day.optional(), successor: rowId.optional() }),
    output: followed,
    refusals: [...always, no.peopleNeedSuccessor, no.sameUnit],
  }),
  reopenUnit: endpoint({
    method: 'post',
    path: '/units/:id/reopen',
    permission: 'units.manage',
    summary: {
      zh: '恢复已撤销的单位（人员不自动转回）',
      en: 'Reopen a closed unit; its people do not come back by themselves',
    },
    input: z.object({ id: rowId, on: day.optional() }),
    output: versioned,
    refusals: [noUnit, outsideUnits, wrongDay, no.notClosed, nameTaken],
  }),
}
