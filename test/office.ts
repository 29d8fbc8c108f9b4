import type { FastifyInstance } from 'fastify'
import { doorkeeper, type Role } from '#modules/accounts/index.ts'
import { type Client, clientOf, type Got, type Sent } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'
import { vault } from '#platform/crypto/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type ConnectionConfig, closePools, openOwnerPool, openPools } from '#platform/db/pool.ts'
import type { HomeKeys } from '#platform/home.ts'
import { type House, openHouse } from '#platform/house/house.ts'
import { deliver, type Listener } from '#platform/house/outbox.ts'
import type { Routes } from '#platform/http/bind.ts'
import { buildServer } from '#platform/http/server.ts'
import { Refusal } from '#platform/refuse.ts'
import { foundCounty, takeOn } from './office/county.ts'
import { freshOffice } from './office/database.ts'

/** Where a worker works and as what; by default the bureau's own staff over the whole county. */
export type Post = { role?: Role; place?: string; unit?: string; name?: string }
export type Worker = { id: string; login: string; name: string; token: string }
export type Counter = { call: <C extends Contract>(contract: C) => Client<C> }

export type OfficeOptions = {
  /** The rooms whose doors are open; a test of a service needs none. */
  rooms?: readonly Routes[]
  /** What the rooms listen to; `o.deliver()` tells them. */
  listeners?: readonly Listener[]
  at?: string
  /** What stands between the office and its database, for tests that listen there or break the line. */
  line?: (config: ConnectionConfig) => Promise<ConnectionConfig>
  /** False for a house without any county, as it is before the first-run page. */
  isSetUp?: boolean
  /** The keys of a home, for tests that change them; the house then has the owner's connections too. */
  keys?: HomeKeys
}

export type Office = {
  app: FastifyInstance
  house: House
  county: number
  /** Hires somebody with a grant over the place or the unit (both give two grants), or the whole county, and signs them in. */
  hire: (post?: Post) => Promise<Worker>
  /** The counter as this worker sees it, or as somebody who has not signed in. */
  as: (worker?: Pick<Worker, 'token'>) => Counter
  /** Runs a service as the office itself: every permission, the whole county. */
  act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** Tells the listeners what has happened since the last time; answers how many events there were. */
  deliver: () => Promise<number>
  clock: { now: () => Date; set: (instant: string | Date) => void; pass: (minutes: number) => void }
  close: () => Promise<void>
}

/** 临邑县. */
export const COUNTY = 371424

const MONDAY = '2026-03-02T09:00:00+08:00'
const KEYS = { id: 1, data: Buffer.alloc(32, 7), index: Buffer.alloc(32, 9), profile: 'sm4' } as const

/** A small working office on a database of its own: real doors, real rows, a clock that only tests move. */
export async function office({
  rooms = [],
  listeners = [],
  at = MONDAY,
  isSetUp = true,
  line = async (config) => config,
  keys,
}: OfficeOptions = {}): Promise<Office> {
  const database = await freshOffice()
  const pools = openPools(await line(database.config), 4)
  let now = new Date(at)
  const owner = keys && openOwnerPool(database.config, 2)
  const safe = vault(keys ? keys.ring : KEYS)
  const house = openHouse({ pools, vault: safe, clock: () => now, doorkeeper, listeners, keys, owner })
  const app = await buildServer(house, rooms, { version: 'test', paceFactor: 0 })
  const faults: Error[] = []
  app.addHook('onError', async (_request, _reply, error) => {
    if (!(error instanceof Refusal)) faults.push(error)
  })
  const act: Office['act'] = (work) => house.act({ system: COUNTY }, { readOnly: false }, work)
  if (isSetUp) await act(foundCounty)
  return {
    app,
    house,
    county: COUNTY,
    act,
    hire: (post = {}) => act((ctx) => takeOn(ctx, post)),
    as: (worker) => ({
      call: (contract) => clientOf(contract, (sent) => send({ app, faults, token: worker?.token }, sent)),
    }),
    deliver: () => deliver(house, COUNTY),
    clock: {
      now: () => now,
      set: (instant) => {
        now = new Date(instant)
      },
      pass: (minutes) => {
        now = new Date(now.getTime() + minutes * 60_000)
      },
    },
    close: async () => {
      await app.close()
      await closePools(pools)
      await owner?.end()
      await database.drop()
    },
  }
}

type Line = { app: FastifyInstance; faults: Error[]; token: string | undefined }

/** What the program itself did wrong is thrown as it is: a test learns more from it than from a 500. */
async function send({ app, faults, token }: Line, sent: Sent): Promise<Got> {
  const answer = await app.inject({
    method: sent.method as 'GET', // one of the methods of a contract
    url: sent.url,
    ...(sent.body === undefined
      ? {}
      : { payload: sent.body instanceof Uint8Array ? Buffer.from(sent.body) : sent.body }),
    headers: {
      ...(sent.contentType ? { 'content-type': sent.contentType } : {}),
      ...(token ? { cookie: `sangyu=${token}` } : {}),
    },
  })
  const fault = answer.statusCode >= 500 && faults.pop()
  if (fault) throw fault
  const name = /filename\*=UTF-8''(.+)$/.exec(answer.headers['content-disposition']?.toString() ?? '')?.[1]
  return {
    status: answer.statusCode,
    json: async () => answer.json(),
    bytes: async () => answer.rawPayload,
    fileName: name && decodeURIComponent(name),
  }
}

export { BUREAU, PLACES } from './office/county.ts'
