import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import test from 'node:test'
import pg from 'pg'
import { runProgram, trialHome } from '#test/trial-home.ts'
import { startPostgres } from './index.ts'
import { canEnter, dedicatedAccount, namespaceAccount, nobodyAccount, type ServiceAccount } from './place/account.ts'

const isRoot = process.getuid?.() === 0
const ordinary = isRoot ? nobodyAccount() : undefined
const asRoot = { skip: isRoot ? false : 'only root changes accounts' }
const project = join(import.meta.dirname, '../../..')
const asOrdinary = { skip: whyNotOrdinary() }

function whyNotOrdinary(): string | false {
  if (!isRoot) return 'the other tests already run as an ordinary user'
  if (!ordinary) return 'this machine has no ordinary user that can be used'
  return canEnter(ordinary, project) && canEnter(ordinary, dirname(process.execPath))
    ? false
    : 'the project lies where other users cannot reach it'
}

const startAndStop = `import { startPostgres } from '#platform/postgres/index.ts'
import pg from 'pg'
const server = await startPostgres({ home: process.argv[1], profile: 'test' })
const client = new pg.Client(server.connection())
await client.connect()
const [row] = (await client.query('select current_user::text as role')).rows
await client.end()
await server.stop()
console.log(row.role, server.dataDir)`

const connectOnly = `import pg from 'pg'
const [host, port] = process.argv[1].split(':')
const client = new pg.Client({ host, port: Number(port), user: 'sangyu_owner', database: 'postgres' })
try { await client.connect(); console.log('in') } catch (error) { console.log(error.code) } finally { await client.end() }`

const accounts = {
  'an account of its own': dedicatedAccount,
  'the account nobody': nobodyAccount,
  'a name space without any account': namespaceAccount,
}
for (const [what, find] of Object.entries(accounts)) {
  test(`started by root, the server runs under ${what}, and again under it at the next start`, asRoot, async (t) => {
    const account = find()
    if (!account) return t.skip(`this machine does not allow ${what}`)
    const home = trialHome(t)
    const server = await startPostgres({ home, profile: 'test', account })
    assert.equal(statSync(server.dataDir).uid, account.uid)
    await server.stop()
    const again = await startPostgres({ home, profile: 'test' })
    assert.equal(statSync(`/proc/${again.pid()}`).uid, account.uid)
    await again.stop()
  })
}

test(
  'with a home that only root can enter, as under /root, the cluster lies where its account can reach it',
  asRoot,
  async (t) => {
    const account = need(dedicatedAccount() ?? nobodyAccount())
    const home = trialHome(t, { path: 'root/project/var', mode: 0o700 })
    const server = await startPostgres({ home, profile: 'test', account })
    assert.ok(!server.dataDir.startsWith(home))
    assert.equal(readFileSync(join(home, 'postgres', 'elsewhere'), 'utf8').trim(), dirname(server.dataDir))
    assert.equal(canEnter(account, home), false)
    await server.stop()
    const again = await startPostgres({ home, profile: 'test' })
    assert.equal(again.dataDir, server.dataDir)
    await again.stop()
  },
)

test('an ordinary user keeps everything inside a home of mode 700', asOrdinary, async (t) => {
  const user = need(ordinary)
  const home = trialHome(t, { mode: 0o700, owner: user })
  const [role, dataDir] = (await runProgram(startAndStop, home, user)).split(' ')
  assert.equal(role, 'sangyu_owner')
  assert.equal(dataDir, join(home, 'postgres/cluster/data'))
  assert.equal(statSync(dataDir ?? '').uid, user.uid)
})

test('a home begun by an ordinary user can be started by root and by that user again', asOrdinary, async (t) => {
  const user = need(ordinary)
  const home = trialHome(t, { mode: 0o700, owner: user })
  await runProgram(startAndStop, home, user)
  const server = await startPostgres({ home, profile: 'test' })
  assert.equal(statSync(`/proc/${server.pid()}`).uid, user.uid)
  await server.stop()
  assert.match(await runProgram(startAndStop, home, user), /^sangyu_owner/)
})

test(
  'no one else gets in: the socket is out of reach, and the server itself does not even know its own account',
  asOrdinary,
  async (t) => {
    const account = need(dedicatedAccount())
    const server = await startPostgres({ home: trialHome(t), profile: 'test', account })
    const address = `${server.socketDir}:${server.connection().port}`
    assert.equal(await runProgram(connectOnly, address, need(ordinary)), 'EACCES')
    const INVALID_AUTHORIZATION = '28000'
    assert.equal(await runProgram(connectOnly, address, account), INVALID_AUTHORIZATION)
    const owner = new pg.Client(server.connection())
    await owner.connect()
    await owner.end()
    await server.stop()
  },
)

function need(account: ServiceAccount | undefined): ServiceAccount {
  if (!account) throw new Error('this machine has no account for the server')
  return account
}
