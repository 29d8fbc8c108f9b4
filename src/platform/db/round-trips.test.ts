import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type DatabaseLine, databaseLine } from '#test/database-line.ts'
import { board, boardRoutes } from '#test/notice-board.ts'
import { type Office, office, type Worker } from '#test/office.ts'

let o: Office
let staff: Worker
let line: DatabaseLine
before(async () => {
  o = await office({
    rooms: [boardRoutes],
    line: async (config) => {
      line = await databaseLine(config)
      return line.config
    },
  })
  staff = await o.hire()
})
after(async () => {
  await o.close()
  await line.close()
})

/** Until every connection is given back. */
async function quiet(): Promise<void> {
  for (const pool of [o.house.pools.readers, o.house.pools.writers])
    while (pool.idleCount < pool.totalCount) await wait(1)
}

/** What went over the line while something was done. */
async function trips(work: () => Promise<unknown>): Promise<string[]> {
  await quiet()
  line.sent.length = 0
  await work()
  await quiet()
  return [...line.sent]
}

const desk = () => o.as(staff).call(board)
const names = (sent: string[]) => sent.map((text) => /^\w+( read only)?/.exec(text)?.[0])

test('an idle request costs one round trip beyond its queries, and none when the same one has just been there', async () => {
  const other = await o.hire()
  await o.as(other).call(board).listNotices()
  const first = await trips(() => desk().listNotices())
  assert.equal(first.length, 2, first.join('\n'))
  assert.match(first[0] ?? '', /^select open_session\('\\x[0-9a-f]{64}'::bytea, /)
  assert.match(first[1] ?? '', /execute s\d+$/)
  const second = await trips(() => desk().listNotices())
  assert.equal(second.length, 1, second.join('\n'))
})

test('a door that needs nobody and no row asks the database for nothing but to forget who came before', async () => {
  await desk().listNotices()
  const sent = await trips(() => o.as().call(board).openHours())
  assert.deepEqual(sent, ['select open_to_nobody(false)'])
})

test('whoever is not signed in costs the database nothing', async () => {
  assert.deepEqual(
    await trips(() =>
      o
        .as()
        .call(board)
        .listNotices()
        .catch(() => undefined),
    ),
    [],
  )
})

test('a write sends its events, its jobs and its audit line with its end, which is awaited: nobody waits for its locks meanwhile', async () => {
  const sent = await trips(() => desk().pinNotice({ text: '体检', phone: '1' }))
  assert.deepEqual(names(sent), ['begin', 'insert', 'insert'])
  assert.match(sent.at(-1) ?? '', /^insert into outbox .*; select request_job\(.*; select append_audit\(.*; commit$/s)
  line.hold(/commit$/)
  const answer = desk().pinNotice({ text: '讲座', phone: '1' })
  assert.equal(await Promise.race([answer, wait(200, 'still waiting')]), 'still waiting')
  line.release()
  await answer
})

test('a refused write is taken back and costs no more', async () => {
  const sent = await trips(() =>
    desk()
      .pinNotice({ text: '取下', phone: '1' })
      .catch(() => undefined),
  )
  assert.deepEqual([sent.length, sent.at(-1)], [3, 'rollback'])
})

test('a line that breaks is answered in words, given back, and the next request has another', async () => {
  for (const text of [/^select open_session/, /execute/]) {
    await desk().pinNotice({ text: '义诊', phone: '1' }) // what is written makes the next reading open anew
    line.cut(text)
    const { statusCode, body } = await o.app.inject({
      url: '/api/board-notices',
      headers: { cookie: `sangyu=${staff.token}` },
    })
    line.cut(/^never$/)
    assert.equal(statusCode, 503, `${text} ${body}`)
    assert.equal(JSON.parse(body).code, 'database.away')
  }
  line.cut(/^never$/)
  assert.equal((await desk().listNotices()).total, 3)
  assert.ok(o.house.pools.readers.totalCount <= 4)
})
