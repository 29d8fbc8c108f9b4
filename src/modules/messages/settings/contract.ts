import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 21:00')
const quiet = z.object({ quietFrom: time, quietTo: time })

export const contract = {
  showMessageSettings: endpoint({
    method: 'get',
    path: '/message-settings',
    permission: 'messages.send',
    summary: { zh: '免打扰时段，是否接通短信', en: 'Quiet hours, and whether text messages can leave' },
    input: nothing,
    output: quiet.extend({ hasGateway: z.boolean(), can: z.object({ change: z.boolean() }) }),
  }),
  setQuietHours: endpoint({
    method: 'put',
    path: '/message-settings',
    permission: 'messages.manage',
    summary: { zh: '设置免打扰时段', en: 'Set the quiet hours' },
    input: quiet,
    output: done,
  }),
}
