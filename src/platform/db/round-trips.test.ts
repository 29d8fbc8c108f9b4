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

/** Until every connection is given back: a reading is answered before. */
async function quiet(): Promise<void> {
  while (o.house.pool.idleCount < o.house.pool.totalCount) await wait(1)
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

test('an idle request costs one round trip beyond its queries: opening carries who asks, and nobody waits for its end', async () => {
  await desk().listNotices()
  const sent = await trips(() => desk().listNotices())
  assert.equal(sent.length, 3, sent.join('\n'))
  assert.match(sent[0] ?? '', /^begin read only; select open_session\('\\x[0-9a-f]{64}'::bytea, /)
  assert.match(sent[1] ?? '', /execute s\d+$/)
  assert.equal(sent[2], 'commit')

  line.hold(/^commit$/)
  assert.equal((await desk().listNotices()).total, 0)
  assert.equal(o.house.pool.idleCount, o.house.pool.totalCount - 1, 'answered while the reading is not yet over')
  line.release()
  await quiet()
})

test('nothing is asked of the database for a door that needs nobody and no row, but a transaction', async () => {
  assert.deepEqual(names(await trips(() => o.as().call(board).openHours())), ['begin read only', 'commit'])
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

test('a write adds its event, its audit line and each job, all within one transaction whose end is awaited', async () => {
  const sent = await trips(() => desk().pinNotice({ text: '体检', phone: '1' }))
  assert.deepEqual(names(sent), ['begin', 'insert', 'insert', 'insert', 'select', 'commit'])
  line.hold(/^commit$/)
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
  for (const text of [/^begin read only/, /execute/, /^select/]) {
    line.cut(text)
    const { statusCode, body } = await o.app.inject({
      url: '/api/notices',
      headers: { cookie: `sangyu=${staff.token}` },
    })
    line.cut(/^never$/)
    assert.equal(statusCode, 503, `${text} ${body}`)
    assert.equal(JSON.parse(body).code, 'database.away')
  }
  for (let turn = 0; turn < 8; turn++) {
    line.cut(/^commit$/)
    assert.equal((await desk().listNotices()).total, 2, 'what was read is answered, though its end was not heard')
  }
  line.cut(/^never$/)
  assert.equal((await desk().listNotices()).total, 2)
  assert.ok(o.house.pool.totalCount <= 4)
})
