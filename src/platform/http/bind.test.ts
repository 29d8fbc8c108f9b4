import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { board, boardRoutes } from '#test/notice-board.ts'
import { asOwner, tracesOf } from '#test/office/owner.ts'
import { type Office, office, type Worker } from '#test/office.ts'

let o: Office
let staff: Worker
let reader: Worker
before(async () => {
  o = await office({ rooms: [boardRoutes] })
  staff = await o.hire()
  reader = await o.hire({ role: 'reader', name: '李读' })
})
after(() => o.close())

type Asked = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; as?: Worker; body?: unknown; type?: string }

async function knock({ method = 'GET', url, as, body, type }: Asked) {
  const payload = Buffer.isBuffer(body)
    ? { payload: body }
    : body === undefined
      ? {}
      : { payload: JSON.stringify(body) }
  const headers = {
    ...(body === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    ...(as ? { cookie: `sangyu=${as.token}` } : {}),
  }
  const answer = await o.app.inject({ method, url: `/api${url}`, headers, ...payload })
  return { status: answer.statusCode, body: answer.body, headers: answer.headers, json: () => answer.json() }
}

test('what is pinned can be read, whole by who may and cut for who may not', async () => {
  const desk = o.as(staff).call(board)
  await desk.pinNotice({ text: '体检', phone: '13912345678' })
  assert.deepEqual(await desk.readNotice({ code: '体检' }), { text: '体检', phone: '13912345678' })
  const { items } = await o.as(reader).call(board).listNotices()
  assert.deepEqual(items, [{ text: '体检', phone: '139****5678' }])
})

test('what was done is noted with it: who, what and to which record, and nothing of what was written', async () => {
  const earlier = await tracesOf(o.house)
  const { id } = await o.as(staff).call(board).pinNotice({ text: '讲座', phone: '13900000001', code: 'A-SECRET' })
  await o.as(staff).call(board).changeNotice({ code: '讲座', phone: '13900000002' })
  assert.deepEqual(await tracesOf(o.house), {
    told: earlier.told + 1,
    noted: earlier.noted + 3,
    jobs: earlier.jobs + 1,
  })
  const notes = await asOwner(
    o.house,
    `select action, subject, account_id, detail, xmin::text as tx from audit_event order by seq desc limit 3`,
  )
  const [changed, pinned, looked] = notes
  assert.deepEqual(
    [changed, pinned, looked].map((one) => [one?.action, one?.subject, one?.account_id]),
    [
      ['changeNotice', '讲座', staff.id],
      ['pinNotice', id, staff.id],
      ['looked', null, staff.id],
    ],
  )
  assert.doesNotMatch(JSON.stringify(notes), /139|SECRET/)
  const [event] = await asOwner(o.house, 'select xmin::text as tx from outbox order by id desc limit 1')
  const [row] = await asOwner(
    o.house,
    `select xmin::text as tx from audit_event where action = 'pinNotice' and subject = $1`,
    [id],
  )
  assert.equal(row?.tx, event?.tx, 'one transaction')
})

test('a refusal leaves no trace: no row, no event, no job, no note', async () => {
  const traces = await tracesOf(o.house)
  const answer = await knock({ method: 'POST', url: '/board-notices', as: staff, body: { text: '取下', phone: '1' } })
  assert.equal(answer.status, 409)
  assert.deepEqual(answer.json(), {
    code: 'board.torn_down',
    message: { zh: '公告“取下”已被取下。', en: 'The notice “取下” was torn down.' },
    detail: { text: '取下' },
  })
  assert.deepEqual(await tracesOf(o.house), traces)
  assert.equal((await knock({ url: '/board-notices/%E5%8F%96%E4%B8%8B', as: staff })).status, 404)
})

test('our own fault is a 500 that tells nothing and changes nothing', async () => {
  const traces = await tracesOf(o.house)
  const broken = await knock({ method: 'POST', url: '/board-notices', as: staff, body: { text: '坏掉', phone: '1' } })
  const wrong = await knock({ url: '/board-notices-wrong' })
  for (const answer of [broken, wrong]) {
    assert.equal(answer.status, 500)
    assert.equal(answer.json().code, 'http.internal')
    assert.match(answer.json().message.zh, /请把编号 [0-9a-f]{12} 告诉系统管理员/)
    assert.doesNotMatch(answer.body, /secret|stack|139|import_synonym|contract/)
  }
  assert.deepEqual(await tracesOf(o.house), traces)
})

test('nothing can be written where one only reads', async () => {
  const earlier = await o.as(staff).call(board).listNotices()
  assert.equal((await knock({ url: '/board-notices-sneak', as: staff })).status, 500)
  assert.deepEqual(await o.as(staff).call(board).listNotices(), earlier)
})

test('who may do what: one table', async () => {
  const administrator = await o.hire({ role: 'system_administrator', name: '王静' })
  const body = { text: '表', phone: '1' }
  const doors: [door: Asked, nobody: number, reader: number, staff: number, administrator: number][] = [
    [{ url: '/board-notices-hours' }, 200, 200, 200, 200],
    [{ url: '/board-notices-mine' }, 401, 200, 200, 200],
    [{ url: '/board-notices' }, 401, 200, 200, 403],
    [{ url: '/board-notices/none' }, 401, 404, 404, 403],
    [{ url: '/board-notices', method: 'POST', body }, 401, 403, 200, 403],
    [{ url: '/board-notices', method: 'POST', body: {} }, 401, 400, 400, 400],
    [
      {
        url: '/board-notices-pictures?name=a&width=1',
        method: 'POST',
        body: Buffer.alloc(1),
        type: 'application/octet-stream',
      },
      401,
      403,
      200,
      403,
    ],
    [{ url: '/board-notices', method: 'DELETE', body: {} }, 401, 403, 403, 200],
    [{ url: '/none' }, 404, 404, 404, 404],
    [{ url: '/board-notices', method: 'PUT', body: {} }, 404, 404, 404, 404],
  ]
  for (const [door, ...expected] of doors) {
    const got: number[] = []
    for (const as of [undefined, reader, staff, administrator])
      got.push((await knock({ ...door, ...(as ? { as } : {}) })).status)
    assert.deepEqual(got, expected, `${door.method ?? 'GET'} ${door.url}`)
  }
})

test('a session that nobody has, or that is no session, is nobody', async () => {
  for (const token of ['0'.repeat(64), 'x', `${staff.token}0`, "' or true --"])
    assert.equal((await knock({ url: '/board-notices', as: { ...staff, token } })).status, 401, token)
})

test('an upload of nobody is refused before it is taken in', async () => {
  const body = Buffer.alloc(4096)
  const type = 'application/octet-stream'
  const asked: Asked = { method: 'POST', url: '/board-notices-pictures?name=a&width=1', body, type }
  assert.equal((await knock(asked)).status, 401)
  const tooLarge = await knock({ ...asked, as: staff })
  assert.deepEqual([tooLarge.status, tooLarge.json().code], [413, 'http.too_large'])
})

test('an upload arrives as it was, with its name and figures from the address', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const answer = await o.as(staff).call(board).bringPicture({ name: '合影 & 1.png', width: 640, bytes })
  assert.deepEqual(answer, { name: '合影 & 1.png', width: 640, bytes: 256 })
})

test('a file is a download with its whole name, and never a page of this site', async () => {
  const answer = await knock({ url: '/board-notices-print?type=text/html', as: reader })
  assert.equal(answer.body, '公告')
  assert.equal(
    answer.headers['content-disposition'],
    "attachment; filename*=UTF-8''%E5%85%AC%E5%91%8A%27s%20%281%29%2a.txt",
  )
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.equal(answer.headers['cache-control'], 'no-store')
  const got = await o.as(reader).call(board).printBoard()
  assert.equal(got.name, "公告's (1)*.txt")
  const odd = await knock({
    url: `/board-notices-print?type=${encodeURIComponent('text/html\r\nset-cookie: a=b')}`,
    as: reader,
  })
  assert.deepEqual([odd.status, odd.headers['content-type']], [200, 'application/octet-stream'])
  assert.equal(odd.headers['set-cookie'], undefined)
})
