import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { freshDatabase } from '#test/cluster.ts'
import { databaseLine } from '#test/database-line.ts'
import { trialHome } from '#test/trial-home.ts'
import { sangyu } from './sangyu.ts'

test('a database that dies while it is being opened is told in words, and the next start goes on', async (t) => {
  const { config, drop } = await freshDatabase(async () => undefined)
  t.after(drop)
  const line = await databaseLine(config)
  t.after(line.close)
  const { user, password, host, port, database } = line.config
  const secret = password ? `:${encodeURIComponent(password)}` : ''
  const place = {
    home: join(trialHome(t), 'home'),
    database: `postgres://${user}${secret}@${host}:${port}/${database}`,
  }
  line.cut(/from coded_table/)
  const { status, err } = await sangyu(['migrate'], place)
  assert.equal(status, 1, err)
  assert.match(err, /^数据库在打开时中途停止（.*）。[\s\S]*\nThe database stopped while it was being opened/)
  assert.doesNotMatch(err, /\n {4}at /)
  line.cut(/$^/)
  const again = await sangyu(['migrate'], place)
  assert.equal(again.status, 0, again.err)
})
