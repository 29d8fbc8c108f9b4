import { z } from 'zod'
import { done, endpoint, listOf, rowId } from '#platform/contract.ts'
import { given, line, origin } from '../contract.ts'
import { enough } from '../words.ts'

const noRow = { code: 'row.not_found', status: 404 }
const aPerson = { personId: rowId }

export const contract = {
  myCalendarAddresses: endpoint({
    method: 'get',
    path: '/own/:personId/calendar-addresses',
    permission: 'own.use',
    summary: { zh: '我的日历放进了哪些手机', en: 'Telephones that have my calendar' },
    input: z.object(aPerson),
    output: listOf(line),
    refusals: [noRow],
  }),
  makeMyCalendarAddress: endpoint({
    method: 'post',
    path: '/own/:personId/calendar-addresses',
    permission: 'own.use',
    summary: { zh: '把我的日历放进手机', en: 'Put my calendar on a telephone' },
    input: z.object({ ...aPerson, origin }),
    output: given.extend({ qr: z.array(z.string()) }),
    refusals: [noRow, enough],
  }),
  stopMyCalendarAddress: endpoint({
    method: 'post',
    path: '/own/:personId/calendar-addresses/:id/stop',
    permission: 'own.use',
    summary: { zh: '停用我的一个日历地址', en: 'Take one address of my calendar back' },
    input: z.object({ ...aPerson, id: rowId }),
    output: done,
    refusals: [noRow],
  }),
}
