import { ensureProven } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import { newest } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import type { contract } from './contract.ts'
import { mayDestroy } from './rules.ts'
import { alreadyTurning, stillNeeded } from './words.ts'

async function listKeys(ctx: Ctx): Promise<Output<typeof contract.listKeys>> {
  const { ring } = ctx.vault
  const turning = await latest(ctx)
  const isIdle = turning === null || turning.finishedAt !== null
  const items = ring.keys.map(({ material: _, ...key }) => ({
    ...key,
    isNewest: key.id === newest(ring, key.purpose).id,
    can: { destroy: isIdle && mayDestroy(key) },
  }))
  return { provider: ring.provider ?? '', items, total: items.length, turning, can: { turn: isIdle } }
}

async function latest(ctx: Ctx): Promise<Output<typeof contract.listKeys>['turning']> {
  const row = await ctx.db
    .selectFrom('key_rotation')
    .selectAll()
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    purpose: row.purpose as 'data', // the column's check is the contract's list
    keyId: row.key_id,
    askedBy: row.asked_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    done: Math.min(row.done, row.total),
    total: row.total,
    fault: row.fault,
  }
}

async function ensureIdle(ctx: Ctx): Promise<void> {
  const turning = await latest(ctx)
  ensure(turning === null || turning.finishedAt !== null, alreadyTurning)
}

/** Asks for a new key; the office's own hand makes it after the commit. */
async function changeKey(ctx: Ctx, { purpose, profile }: Input<typeof contract.changeKey>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  await ensureIdle(ctx)
  ctx.enqueue({ task: 'keys.change', payload: { purpose, profile, by: ctx.actor.name }, key: 'keys.change' })
  return { ok: true }
}

async function destroyKey(ctx: Ctx, { id, note }: Input<typeof contract.destroyKey>): Promise<{ ok: true }> {
  await ensureProven(ctx)
  await ensureIdle(ctx)
  const key = ctx.vault.ring.keys.find((one) => one.purpose === 'data' && one.id === id)
  ensure(key, notFound)
  ensure(mayDestroy(key), stillNeeded)
  ctx.note({ action: 'keys.destroyed', subject: key.fingerprint, detail: { id } })
  ctx.enqueue({ task: 'keys.destroy', payload: { id, note: `${ctx.actor.name}：${note}` } })
  return { ok: true }
}

export const service: Service<typeof contract> = { listKeys, changeKey, destroyKey }
