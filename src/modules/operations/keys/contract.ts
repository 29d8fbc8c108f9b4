import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'
import { alreadyTurning, stillNeeded } from './words.ts'

const purpose = z.enum(['data', 'index'])

export const keyLine = z.object({
  purpose,
  id: z.int(),
  algorithm: z.string(),
  state: z.enum(['live', 'kept', 'destroyed']),
  createdAt: z.string(),
  rotatedAt: z.string().nullable(),
  destroyedAt: z.string().nullable(),
  note: z.string().nullable(),
  fingerprint: z.string(),
  /** Seals what is written now. */
  isNewest: z.boolean(),
  can: z.object({ destroy: z.boolean() }),
})

export const turningLine = z.object({
  purpose: z.enum(['data', 'index', 'none']),
  keyId: z.int().nullable(),
  askedBy: z.string().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  fault: z.string().nullable(),
})

export const contract = {
  listKeys: endpoint({
    method: 'get',
    path: '/operations/keys',
    permission: 'operations.manage',
    summary: {
      zh: '密钥清单与更换进度（不含密钥本身）',
      en: 'The keys and how far a change has come; never the keys themselves',
    },
    input: nothing,
    output: z.object({
      provider: z.string(),
      items: z.array(keyLine),
      total: z.int(),
      turning: turningLine.nullable(),
      can: z.object({ turn: z.boolean() }),
    }),
  }),
  changeKey: endpoint({
    method: 'post',
    path: '/operations/keys/change',
    permission: 'operations.manage',
    summary: {
      zh: '更换密钥：立即启用新密钥，旧数据在后台逐批重新加密，业务不停',
      en: 'Change a key: the new one seals at once, the rest is sealed anew in the background while the office works',
    },
    input: z.object({ purpose, profile: z.enum(['sm4', 'aes']).default('sm4') }),
    output: done,
    refusals: [alreadyTurning],
  }),
  destroyKey: endpoint({
    method: 'post',
    path: '/operations/keys/destroy',
    permission: 'operations.manage',
    summary: {
      zh: '销毁已停用的数据密钥：此后更换之前的备份只能凭当时的恢复单打开',
      en: 'Destroy a data key that was replaced: backups from before then open only with the recovery sheet of their day',
    },
    input: z.object({ id: z.int().min(1).max(255), note: z.string().trim().min(2).max(200) }),
    output: done,
    refusals: [alreadyTurning, stillNeeded],
  }),
}
