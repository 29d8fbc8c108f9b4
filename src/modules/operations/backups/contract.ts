import { z } from 'zod'
import { done, endpoint, nothing } from '#platform/contract.ts'
import { alreadyAsked } from './words.ts'

const said = z.object({ zh: z.string(), en: z.string() })

const backupRun = z.object({
  id: z.uuid(),
  kind: z.enum(['backup', 'drill', 'restore', 'base']),
  status: z.enum(['running', 'done', 'failed']),
  askedBy: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  file: z.string().nullable(),
  bytes: z.number().nullable(),
  rows: z.number().nullable(),
  note: said.nullable(),
})

const keeping = z.object({
  days: z.int().min(7).max(90),
  weeks: z.int().min(4).max(53),
  months: z.int().min(3).max(60),
  momentDays: z.int().min(1).max(90),
})

const diskState = z.enum(['fine', 'low', 'full'])
const disk = z.object({ free: z.number(), total: z.number(), state: diskState })

const moments = z.object({
  spans: z.array(z.object({ from: z.string(), to: z.string() })),
  isLate: z.boolean(),
  waitingBytes: z.number(),
  fault: said.nullable(),
})

export const contract = {
  listBackups: endpoint({
    method: 'get',
    path: '/operations/backups',
    permission: 'operations.manage',
    summary: { zh: '备份与恢复演练的记录', en: 'Backups and tried restores' },
    input: nothing,
    output: z.object({
      items: z.array(backupRun),
      total: z.int(),
      lastBackup: z.object({ at: z.string(), bytes: z.number(), isOverdue: z.boolean() }).nullable(),
      proof: z.object({ at: z.string().nullable(), days: z.int().nullable(), isOverdue: z.boolean() }),
      keeping,
      /** Nothing where the log is not archived here, as with an external database. */
      moments: moments.nullable(),
      disk: disk.nullable(),
      /** Nothing where they lie on the same disk. */
      backupDisk: disk.nullable(),
      can: z.object({ backUp: z.boolean(), prove: z.boolean() }),
    }),
  }),
  backUpNow: endpoint({
    method: 'post',
    path: '/operations/backups/now',
    permission: 'operations.manage',
    summary: { zh: '立即备份', en: 'Back up now' },
    input: nothing,
    output: done,
    refusals: [alreadyAsked],
  }),
  proveBackup: endpoint({
    method: 'post',
    path: '/operations/backups/prove',
    permission: 'operations.manage',
    summary: {
      zh: '演练恢复：把最近的备份恢复到临时库核对',
      en: 'Try a restore: the newest backup into a scratch database',
    },
    input: nothing,
    output: done,
    refusals: [alreadyAsked],
  }),
  keepBackups: endpoint({
    method: 'put',
    path: '/operations/backups/keeping',
    permission: 'operations.manage',
    summary: { zh: '设置备份保留多久', en: 'Say how long backups are kept' },
    input: keeping,
    output: done,
  }),
  readDiskState: endpoint({
    method: 'get',
    path: '/operations/disk',
    permission: 'accounts.self',
    summary: { zh: '服务器磁盘是否将满', en: 'Whether the server’s disk is filling up' },
    input: nothing,
    output: z.object({ state: diskState, backups: diskState }),
  }),
}
