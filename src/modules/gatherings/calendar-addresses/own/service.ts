import { actingFor } from '#modules/accounts/index.ts'
import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Service } from '#platform/http/bind.ts'
import { qrOf } from '#platform/qr/index.ts'
import { ensure, notFound } from '#platform/refuse.ts'
import { addressesOf, give, type Subject, subjectOf, takeBack } from '../giving/index.ts'
import type { contract } from './contract.ts'

type Doors = typeof contract
type In<K extends keyof Doors> = Input<Doors[K]>
type Out<K extends keyof Doors> = Promise<Output<Doors[K]>>

const calendarOf = (personId: string): Subject => ({ of: 'person', subject: personId })

async function myCalendarAddresses(ctx: Ctx, { personId }: In<'myCalendarAddresses'>): Out<'myCalendarAddresses'> {
  await actingFor(ctx, personId)
  return addressesOf(ctx, calendarOf(personId))
}

async function makeMyCalendarAddress(ctx: Ctx, asked: In<'makeMyCalendarAddress'>): Out<'makeMyCalendarAddress'> {
  const { as } = await actingFor(ctx, asked.personId)
  const made = await give(ctx, { ...calendarOf(asked.personId), origin: asked.origin, onBehalf: as })
  return { ...made, qr: qrOf(made.link) }
}

async function stopMyCalendarAddress(ctx: Ctx, { personId, id }: In<'stopMyCalendarAddress'>): Promise<{ ok: true }> {
  await actingFor(ctx, personId)
  const found = await subjectOf(ctx, id)
  ensure(found?.of === 'person' && found.subject === personId, notFound)
  await takeBack(ctx, id)
  return { ok: true }
}

export const service: Service<Doors> = { myCalendarAddresses, makeMyCalendarAddress, stopMyCalendarAddress }
