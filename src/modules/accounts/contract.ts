import { z } from 'zod'
import { done, endpoint, listOf, paging, rowId } from '#platform/contract.ts'
import { grantLine } from './grants/contract.ts'
import { loginName } from './sessions/contract.ts'
import * as no from './words.ts'

const accountLine = z.object({
  id: rowId,
  login: z.string(),
  name: z.string(),
  status: z.enum(['open', 'closed']),
  mustChangePassword: z.boolean(),
  lastSignedInAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  /** Grants that count today or later. */
  grants: z.array(grantLine),
  /** What the reader may do with this account, by the same rules that will judge the act. */
  can: z.object({ close: z.boolean(), resetPassword: z.boolean(), grant: z.boolean() }),
})

const handedOver = z.object({ id: rowId, login: z.string(), password: z.string() })

export const contract = {
  listAccounts: endpoint({
    method: 'get',
    path: '/accounts',
    permission: 'accounts.read',
    summary: { zh: '账号列表', en: 'Accounts' },
    input: z.object({
      q: z.string().trim().max(60).default(''),
      status: z.enum(['open', 'closed']).optional(),
      ...paging,
    }),
    output: listOf(accountLine),
  }),
  openAccount: endpoint({
    method: 'post',
    path: '/accounts',
    permission: 'accounts.request',
    summary: {
      zh: '开设账号；返回只显示一次的初始密码',
      en: 'Open an account; answers with a password shown only once',
    },
    input: z.object({ login: loginName, name: z.string().trim().min(1).max(40) }),
    output: handedOver,
    refusals: [no.loginTaken],
  }),
  closeAccount: endpoint({
    method: 'post',
    path: '/accounts/:id/close',
    permission: 'accounts.request',
    summary: { zh: '停用账号，立即退出所有设备', en: 'Close an account; it is signed out everywhere at once' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.notOneself, no.isClosed, no.lastAdministrator],
  }),
  resetPassword: endpoint({
    method: 'post',
    path: '/accounts/:id/password',
    permission: 'accounts.approve',
    summary: {
      zh: '重置密码并解除锁定；返回只显示一次的密码',
      en: 'Reset a password and unlock; answers with a password shown only once',
    },
    input: z.object({ id: rowId }),
    output: handedOver,
    refusals: [no.notOneself, no.isClosed],
  }),
}
