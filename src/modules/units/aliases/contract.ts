import { z } from 'zod'
import { endpoint, rowId } from '#platform/contract.ts'
import { unitName, versioned } from '../contract.ts'
import { outsideUnits, unitClosed } from '../words.ts'
import { aliasAmbiguous, aliasExists, nameStays } from './words.ts'

const noUnit = { code: 'row.not_found', status: 404 }

export const contract = {
  addAlias: endpoint({
    method: 'post',
    path: '/units/:id/aliases',
    permission: 'units.manage',
    summary: { zh: '增加别名或曾用名（花名册这样写也能找到）', en: 'Add an alias or former name that finds the unit' },
    input: z.object({ id: rowId, name: unitName, kind: z.enum(['alias', 'former']).default('alias') }),
    output: versioned,
    refusals: [noUnit, outsideUnits, unitClosed, aliasExists, aliasAmbiguous],
  }),
  removeAlias: endpoint({
    method: 'delete',
    path: '/units/:id/aliases/:nameId',
    permission: 'units.manage',
    summary: { zh: '移除别名', en: 'Remove an alias' },
    input: z.object({ id: rowId, nameId: rowId }),
    output: versioned,
    refusals: [noUnit, outsideUnits, unitClosed, nameStays],
  }),
}
