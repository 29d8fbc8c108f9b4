import { z } from 'zod'
import { rowId } from '#platform/contract.ts'
import { day, unitKind, unitLevel, unitName, unitNature } from '../contract.ts'

const text = (most: number) => z.string().trim().min(1).max(most).nullable().default(null)

/** What is known of a unit apart from its name, which has its own acts. Only the kind is required. */
export const unitFacts = z.object({
  kind: unitKind,
  code: text(30),
  nature: unitNature.nullable().default(null),
  level: unitLevel.nullable().default(null),
  creditCode: text(30),
  isVertical: z.boolean().default(false),
  parentId: rowId.nullable().default(null),
  placeCode: z
    .string()
    .regex(/^[1-8]\d{18}$/)
    .nullable()
    .default(null),
  address: text(200),
  openedOn: day.nullable().default(null),
  note: text(500),
})
export type UnitFacts = z.output<typeof unitFacts>

const names = z.array(unitName).max(30).default([])
export const newUnit = unitFacts.extend({
  name: unitName,
  short: unitName.nullable().default(null),
  aliases: names,
  formerNames: names,
})
export type NewUnit = z.input<typeof newUnit>
