import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:net'
import { contract as identity } from '#modules/accounts/identity/contract.ts'
import { contract as gateway } from '#modules/messages/gateway/contract.ts'
import { connect } from '#test/office/identity/connect.ts'
import { COUNTY } from '#test/office.ts'
import { doors, staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

/** Ways to write this machine, its neighbours and its cloud, as they pass careless checks; `@` stands for the canary's port. */
const HOSTS = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.255.255.254',
  '0',
  '0.0.0.0',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '0x7f.0.0.1',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[fe80::1]',
  '[fd00::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'ip6-localhost',
  'a.localhost',
  '127.0.0.1.',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '169.254.169.254',
  'user:pw@127.0.0.1',
  'good.example@127.0.0.1',
  '127.0.0.1#good.example',
  '127.0.0.1%23.good.example',
  '127.0.0.1\\@good.example',
]
const ISSUERS = [
  ...HOSTS.flatMap((host) => [`https://${host}:@/`]),
  'http://127.0.0.1:@/',
  'file:///etc/passwd',
  'ftp://127.0.0.1:@/',
  'gopher://127.0.0.1:@/_x',
  'data:application/json,{}',
  'unix:/run/a.sock',
  '//127.0.0.1:@/',
  'https:127.0.0.1:@',
]

/** A gateway may stand in the office's own network. */
const IN_THE_OFFICE: ReadonlySet<string> = new Set(['[fd00::1]'].map((host) => `https://${host}:@/`))

/** Somebody who listens on every address of this machine and counts who comes. */
async function canary(): Promise<{ port: number; count: () => number; close: () => void }> {
  const met = { count: 0 }
  const servers: Server[] = []
  const listen = (host: string, port: number) =>
    new Promise<number>((resolve) => {
      const server = createServer((socket) => {
        met.count++
        socket.destroy()
      })
      server.on('error', () => resolve(port))
      server.listen(port, host, () => resolve(Object.assign({ port: 0 }, server.address()).port))
      servers.push(server)
    })
  const port = await listen('0.0.0.0', 0)
  await listen('::1', port)
  return { port, count: () => met.count, close: () => servers.forEach((one) => one.close()) }
}

export const row: Row = {
  id: 'T21',
  about: {
    zh: '服务器端请求伪造：凡能填网址的地方都连不到内部地址',
    en: 'wherever an address can be given, the server is not led to its own or its neighbours’ doors',
  },
  threshold: '0 connections to a canary listener',
  blocksMerge: false,
  run: async () => {
    const { o, staff } = await staffedOffice()
    const trap = await canary()
    try {
      const faults: string[] = []
      const [, system, security] = staff
      assert.ok(system && security)
      const two = { as: o.as, system, security }
      const keeper = o.as(staff[1]).call(gateway)
      for (const form of ISSUERS) {
        const issuer = form.replace('@/', `${trap.port}/`).replace(/:@$/, `:${trap.port}`)
        const before = trap.count()
        const facts = {
          name: '统一身份',
          issuer,
          clientId: 'a',
          ownAddress: 'https://office.example.org',
          acceptsSecondFactor: false,
        }
        const isTaken = await connect(two, { ...facts, clientSecret: 'b'.repeat(20) }).then(
          () => true,
          () => false,
        )
        if (isTaken)
          await o
            .as()
            .call(identity)
            .beginIdentity({ county: COUNTY })
            .catch(() => undefined)
        if (trap.count() > before) faults.push(`${issuer} was asked`)
        const isGateway = await keeper.setGateway({ url: issuer, sign: '桑榆', secret: 'c'.repeat(20) }).then(
          () => true,
          () => false,
        )
        if (isGateway && !IN_THE_OFFICE.has(form)) faults.push(`${issuer} was taken as a gateway`)
      }
      // Every other door that takes an address would have to stand in this row as well.
      const known = ['setProvider', 'setGateway']
      const others = doors.filter(
        ({ name, e }) =>
          Object.keys(e.input.shape).some((key) => /url|issuer|webhook|callback/i.test(key)) && !known.includes(name),
      )
      return noneOf(
        [...faults, ...others.map(({ name }) => `${name} takes an address and is not tried here`)],
        `${ISSUERS.length} addresses`,
      )
    } finally {
      trap.close()
      await o.close()
    }
  },
}
