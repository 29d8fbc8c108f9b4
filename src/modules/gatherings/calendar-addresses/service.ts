import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { outsideArea } from '../words.ts'
import type { contract } from './contract.ts'
import { addressesOf, give, subjectOf, takeBack } from './giving/index.ts'
import { seeSubject } from './policy.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>

async function listCalendarAddresses(ctx: Ctx, asked: In<'listCalendarAddresses'>): Out<'listCalendarAddresses'> {
  const { name, mayGive } = await seeSubject(ctx, asked)
  return { name, ...(await addressesOf(ctx, asked)), can: { give: mayGive } }
}

async function giveCalendarAddress(ctx: Ctx, asked: In<'giveCalendarAddress'>): Out<'giveCalendarAddress'> {
  const { mayGive } = await seeSubject(ctx, asked)
  ensure(mayGive, outsideArea)
  return give(ctx, asked.of === 'person' ? { ...asked, label: null, onBehalf: 'clerk' } : asked)
}

async function stopCalendarAddress(ctx: Ctx, { id }: In<'stopCalendarAddress'>): Out<'stopCalendarAddress'> {
  const subject = await subjectOf(ctx, id)
  ensure(subject, notFound)
  const { mayGive } = await seeSubject(ctx, subject)
  ensure(mayGive, outsideArea)
  await takeBack(ctx, id)
  return { ok: true }
}

export const service: Service<Doors> = { listCalendarAddresses, giveCalendarAddress, stopCalendarAddress }
