import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { versioned } from '../contract.ts'
import { newUnit, unitFacts } from '../founding/unit-facts.ts'
import * as founding from '../founding/words.ts'
import { changedMeanwhile, nameTaken, outsideUnits, unitClosed } from '../words.ts'

const factRefusals = [
  outsideUnits,
  founding.badCreditCode,
  founding.creditCodeTaken,
  founding.codeTaken,
  founding.badParent,
  founding.noSuchPlace,
]

export const contract = {
  foundUnit: endpoint({
    method: 'post',
    path: '/units',
    permission: 'units.manage',
    summary: { zh: '新设单位', en: 'Found a unit' },
    input: newUnit,
    output: z.object({ id: rowId }),
    refusals: [nameTaken, ...factRefusals],
  }),
  changeUnitFacts: endpoint({
    method: 'put',
    path: '/units/:id/facts',
    permission: 'units.manage',
    summary: { zh: '修改单位资料', en: 'Change the facts of a unit' },
    input: unitFacts.extend(versioned.shape),
    output: versioned,
    refusals: [{ code: 'row.not_found', status: 404 }, unitClosed, changedMeanwhile, ...factRefusals],
  }),
}
