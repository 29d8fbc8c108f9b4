import { z } from 'zod'
import { done, endpoint, fileAnswer } from '#platform/contract.ts'

const noRow = { code: 'row.not_found', status: 404 }

export const contract = {
  readFeed: endpoint({
    method: 'get',
    path: '/calendar-feed',
    permission: 'gatherings.read',
    summary: { zh: '我的日历订阅地址是否在用', en: 'Whether my calendar address is in use' },
    input: z.object({}),
    output: z.object({ madeAt: z.string().nullable() }),
  }),
  makeFeed: endpoint({
    method: 'post',
    path: '/calendar-feed',
    permission: 'gatherings.read',
    summary: {
      zh: '生成日历订阅地址；原来的地址随即失效',
      en: 'Make a calendar address; the former one stops at once',
    },
    input: z.object({}),
    output: z.object({ path: z.string() }),
  }),
  revokeFeed: endpoint({
    method: 'delete',
    path: '/calendar-feed',
    permission: 'gatherings.read',
    summary: { zh: '停用日历订阅地址', en: 'Stop the calendar address' },
    input: z.object({}),
    output: done,
  }),
  readCalendar: endpoint({
    method: 'get',
    path: '/calendars/:token',
    permission: 'public',
    summary: {
      zh: '手机日历订阅（只有活动名称、时间、地点）',
      en: 'Calendar for a telephone: titles, times and places only',
    },
    input: z.object({ token: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: fileAnswer,
    answer: 'file',
    pace: 'read',
    refusals: [noRow],
  }),
}
