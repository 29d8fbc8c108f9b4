import { z } from 'zod'
import { done, endpoint, nothing, rowId } from '#platform/contract.ts'
import { ROLES } from '../rules.ts'
import { addressNotAllowed } from '../security-policy/words.ts'
import { STAGES } from './rules.ts'
import * as no from './words.ts'

/** As typed: names are told apart by neither case nor width nor blanks around them. */
export const loginName = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC').toLowerCase())
  .pipe(z.string().min(2).max(40))
export const password = z.string().min(1).max(200)
const lang = z.enum(['zh', 'en'])

const me = z.object({
  account: z.object({ id: rowId, login: z.string(), name: z.string(), lang }),
  /** What is still to be done before anything else opens. */
  stage: z.enum(STAGES),
  /** The password was handed over by somebody else. */
  isFirstPassword: z.boolean(),
  passwordRule: z.object({ leastLength: z.int(), leastKinds: z.int(), remembered: z.int() }),
  hasSecondFactor: z.boolean(),
  county: z.object({ code: z.int(), name: z.string() }),
  roles: z.array(z.enum(ROLES)),
  scope: z.array(z.string()),
  permissions: z.array(z.string()),
})

const device = z.object({
  id: rowId,
  startedAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  isThisOne: z.boolean(),
})

/** What a door answers that opens a session or carries it on: what comes next, and how many of one's own it ended elsewhere. */
export const entered = z.object({ stage: z.enum(STAGES), endedElsewhere: z.int() })

export const contract = {
  signIn: endpoint({
    method: 'post',
    path: '/session',
    permission: 'public',
    summary: { zh: '登录', en: 'Sign in' },
    input: z.object({ login: loginName, password, county: z.int().optional() }),
    output: entered,
    refusals: [no.wrongSignIn, no.nameLocked, no.tooManyTries, no.countyNeeded, no.codeOver, addressNotAllowed],
  }),
  signOut: endpoint({
    method: 'delete',
    path: '/session',
    permission: 'public',
    summary: { zh: '退出登录', en: 'Sign out' },
    input: nothing,
    output: done,
  }),
  whoAmI: endpoint({
    method: 'get',
    path: '/session',
    permission: 'signed-in',
    summary: { zh: '当前登录的账号及其权限', en: 'The account that is signed in, and its rights' },
    input: nothing,
    output: me,
  }),
  changeMyPassword: endpoint({
    method: 'put',
    path: '/my/password',
    permission: 'signed-in',
    summary: {
      zh: '修改自己的密码；其他设备上的登录随即失效',
      en: 'Change my password; my other devices are signed out',
    },
    input: z.object({ old: password, fresh: password }),
    output: entered,
    refusals: [no.oldPasswordWrong, no.weakPassword, no.samePassword, no.tooManyTries],
  }),
  changeMyLanguage: endpoint({
    method: 'put',
    path: '/my/language',
    permission: 'accounts.self',
    summary: { zh: '切换界面语言', en: 'Change my language' },
    input: z.object({ lang }),
    output: done,
  }),
  myDevices: endpoint({
    method: 'get',
    path: '/my/devices',
    permission: 'accounts.self',
    summary: { zh: '我在哪些设备上登录着', en: 'Where I am signed in' },
    input: nothing,
    output: z.object({ items: z.array(device), total: z.int() }),
  }),
  endSession: endpoint({
    method: 'delete',
    path: '/my/devices/:id',
    permission: 'accounts.self',
    summary: { zh: '让一台设备退出登录', en: 'Sign a device out' },
    input: z.object({ id: rowId }),
    output: done,
  }),
}
