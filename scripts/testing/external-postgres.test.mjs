import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import pg from 'pg'
import { sampleHouse } from '../gates/sample.mjs'
import { findServer, startServer } from './external-postgres.mjs'

test('the newest server from 15 on is taken, and only one that can make a cluster', (t) => {
  const { root } = sampleHouse(t, { '13/bin/initdb': '', '15/bin/initdb': '', '17/bin/initdb': '', '18/bin/psql': '' })
  assert.deepEqual(findServer(root), { version: 17, bin: join(root, '17/bin') })
})

test('without one there is nothing to start', (t) => {
  assert.equal(findServer(sampleHouse(t, { '13/bin/initdb': '' }).root), null)
  assert.equal(findServer(join(import.meta.dirname, 'nowhere')), null)
})

test('a throw-away server lets its user make databases and roles, and leaves nothing behind', async (t) => {
  const found = findServer()
  if (!found) return t.skip('this machine has no PostgreSQL of its own')
  const server = await startServer(found)
  t.after(server.stop)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('create database bureau')
  await client.query('create role clerk')
  const { rows } = await client.query('select usesuper from pg_user where usename = current_user')
  await client.end()
  assert.equal(rows[0].usesuper, false)
  server.stop()
  assert.equal(existsSync(server.folder), false)
  await assert.rejects(new pg.Client({ connectionString: server.url }).connect(), /ECONNREFUSED/)
})
