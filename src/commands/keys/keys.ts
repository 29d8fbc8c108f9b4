import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { keyJobs } from '#modules/operations/index.ts'
import { openOwnerPool } from '#platform/db/pool.ts'
import { homePath, openKeys } from '#platform/home.ts'
import { Refusal } from '#platform/refuse.ts'
import type { Command, CommandCall } from '../command.ts'
import { withAttached } from '../serve/attached.ts'
import { withInstallation } from '../serve/installation.ts'

export const keysCommand: Command = {
  name: 'keys',
  summary: { zh: '密钥：查看、更换、销毁', en: 'Keys: list, change, destroy' },
  usage: `sangyu keys list
sangyu keys rotate [--purpose data|index] [--profile sm4|aes]
sangyu keys destroy ID --note 原因

  list      有哪些密钥、何时启用、更换到哪一步；从不显示密钥本身
            which keys there are and how far a change has come; never the keys themselves
  rotate    启用新密钥并把全部数据重新加密；服务运行时由服务在后台完成，业务不停
            a new key, and everything sealed anew under it; a running server does it in the background
  destroy   销毁已停用的数据密钥；此后更换之前的备份只能凭当时的恢复单打开
            destroy a replaced data key; backups from before then open only with the recovery sheet of their day`,
  options: { purpose: { type: 'string' }, profile: { type: 'string' }, note: { type: 'string' } },
  run: async (call) => {
    const [act, id] = call.args
    const { purpose = 'data', profile = 'sm4', note = '' } = call.values
    const isKnown = ['data', 'index'].includes(purpose) && ['sm4', 'aes'].includes(profile)
    if (act === 'list' && call.args.length === 1) return list(call)
    if (act === 'rotate' && isKnown && call.args.length === 1)
      return ask(call, { task: 'keys.change', payload: { purpose, profile, by: '命令行' } })
    if (act === 'destroy' && note.trim() && Number.isInteger(Number(id)))
      return ask(call, { task: 'keys.destroy', payload: { id: Number(id), note: `命令行：${note}` } })
    call.log(keysCommand.usage)
    return 2
  },
}

const states = { live: '使用中 live', kept: '已停用 kept', destroyed: '已销毁 destroyed' }
const purposes = { data: '加密 data', index: '检索 index' }

async function list({ env, log }: CommandCall): Promise<number> {
  const { ring } = await openKeys(homePath(env))
  log(`保管方式 held by: ${ring.provider ?? ''}`)
  for (const key of ring.keys) {
    const dates = [key.createdAt, key.rotatedAt, key.destroyedAt].map((at) => at?.slice(0, 10) ?? '–').join('  ')
    log(
      `${purposes[key.purpose]} ${key.id}  ${key.algorithm.padEnd(11)}  ${states[key.state]}  ${dates}  ${key.fingerprint}`,
    )
    if (key.note) log(`    ${key.note}`)
  }
  return 0
}

type Task = { task: string; payload: Record<string, unknown> }

/** Does it here when nothing runs on this home; otherwise asks the running server and waits. */
async function ask(call: CommandCall, wanted: Task): Promise<number> {
  try {
    return await withInstallation(call.parts, { env: call.env, log: () => {} }, async (place) => {
      const job = keyJobs(call.parts.spellings).find(({ task }) => task === wanted.task)
      await job?.run(place.house, wanted.payload)
      return tell(call, place.owner)
    })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'home.in_use') throw error
    return askServer(call, wanted)
  }
}

const LOOK_MS = 1_000

async function askServer(call: CommandCall, { task, payload }: Task): Promise<number> {
  return withAttached({ env: call.env, log: () => {} }, async ({ config }) => {
    const owner = openOwnerPool(config, 1)
    try {
      const added = await owner.query<{ id: string }>(
        'select id from graphile_worker.add_job($1, payload := $2::json, max_attempts := 8)',
        [task, JSON.stringify(payload)],
      )
      call.log('已交给正在运行的服务。 The running server has been asked.')
      for (let isWaiting = true; isWaiting; ) {
        await wait(LOOK_MS)
        const job = await owner.query('select from graphile_worker.jobs where id = $1', [added.rows[0]?.id])
        isWaiting = job.rows.length > 0
        if (isWaiting) await tell(call, owner)
      }
      return await tell(call, owner)
    } finally {
      await owner.end()
    }
  })
}

type Turning = { purpose: string; done: number; total: number; finished: boolean; fault: string | null }

/** How far the last change has come. Answers the exit code. */
async function tell({ log }: CommandCall, owner: Pool): Promise<number> {
  const { rows } = await owner.query<Turning>(
    'select purpose, done, total, finished_at is not null as finished, fault from key_rotation order by started_at desc limit 1',
  )
  const [turning] = rows
  if (!turning) return 0
  const { done, total, finished, fault } = turning
  log(`${finished ? '已完成 done' : '重新加密 sealing anew'}: ${Math.min(done, total)} / ${total}`)
  if (fault) log(fault)
  return fault ? 1 : 0
}
