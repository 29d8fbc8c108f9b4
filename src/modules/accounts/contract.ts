import { z } from 'zod'
import { done, endpoint, listOf, nothing, paging, rowId } from '#platform/contract.ts'
import { grantLine } from './grants/contract.ts'
import { ACCOUNT_STATES } from './rules.ts'
import * as no from './words.ts'

const accountLine = z.object({
  id: rowId,
  login: z.string(),
  name: z.string(),
  status: z.enum(ACCOUNT_STATES),
  mobileTail: z.string().nullable(),
  lastSignedInAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  activationUntil: z.string().nullable(),
  disabledAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closeReason: z.enum(['left', 'moved', 'other']).nullable(),
  /** Grants that count today or later. */
  grants: z.array(grantLine),
  /** What the reader may do with this account, by the same rules that will judge the act. */
  can: z.object({
    close: z.boolean(),
    /** For another code, the authenticator taken off, a link; another administrator decides. */
    ask: z.boolean(),
    unlock: z.boolean(),
    grant: z.boolean(),
    revoke: z.boolean(),
  }),
})

export const contract = {
  listAccounts: endpoint({
    method: 'get',
    path: '/accounts',
    permission: 'accounts.read',
    summary: {
      zh: '账号列表；状态为已注销、已停用时即离岗人员名单',
      en: 'Accounts; the closed and disabled ones are the leavers',
    },
    input: z.object({
      q: z.string().trim().max(60).default(''),
      status: z.enum(ACCOUNT_STATES).optional(),
      ...paging,
    }),
    output: listOf(accountLine),
  }),
  waiting: endpoint({
    method: 'get',
    path: '/accounts-waiting',
    permission: 'accounts.read',
    summary: { zh: '账号方面等待办理的事项数', en: 'How much waits to be done about accounts' },
    input: nothing,
    output: z.object({
      requests: z.int(),
      /** Codes that ran out before they were used. */
      lapsed: z.int(),
      disabled: z.int(),
      /** Grants that end within thirty days. */
      ending: z.int(),
      vacant: z.array(z.string()),
    }),
  }),
  unlockAccount: endpoint({
    method: 'post',
    path: '/accounts/:id/unlock',
    permission: 'accounts.approve',
    summary: { zh: '解除登录锁定', en: 'Lift the lock after wrong passwords' },
    input: z.object({ id: rowId }),
    output: done,
    refusals: [no.notOneself, no.notInThisState],
  }),
  closeAccount: endpoint({
    method: 'post',
    path: '/accounts/:id/close',
    permission: 'accounts.request',
    summary: {
      zh: '注销账号：收回全部授权，立即退出所有设备，不能恢复',
      en: 'Close an account: its grants are revoked and it is signed out everywhere, for good',
    },
    input: z.object({ id: rowId, reason: z.enum(['left', 'moved', 'other']) }),
    output: done,
    refusals: [no.notOneself, no.notInThisState, no.lastAdministrator],
  }),
}
