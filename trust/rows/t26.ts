import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildServer } from '#platform/http/server.ts'
import { boardRoutes } from '#test/notice-board.ts'
import type { Worker } from '#test/office.ts'
import { account, addressOf, doors, PASSWORD, parts, type Staffed, staffedOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

/** What must be in no log: somebody's name, numbers, words about them, and secrets. */
const CANARIES = ['甄金丝', '371424193603087712', '13977712345', '胃癌晚期', 'Jinsique-7-niao', '6222020200112233445']
const LINE = 'x\r\n{"level":"info","msg":"forged"}'

/** Every place of a request in which something can be said, and things said in a way that makes somebody stumble. */
async function talk(app: FastifyInstance, worker: Worker, id: string): Promise<number> {
  let asked = 0
  for (const { e } of [
    ...doors.filter(({ name }) => name !== 'signOut'),
    ...Object.entries(boardRoutes.contract).map(([name, one]) => ({ name, e: one })),
  ])
    for (const [at, canary] of CANARIES.entries()) {
      const body = {
        name: canary,
        q: canary,
        login: canary,
        password: canary,
        values: { name: canary, idNumber: canary },
        text: canary,
        phone: '1',
        field: canary,
        purpose: canary,
        [canary]: canary,
      }
      const isGet = e.method === 'get'
      const broken = at % 3 === 0 ? JSON.stringify(body).slice(0, -3) : JSON.stringify(body)
      const inPath = addressOf(e, at % 2 ? id : encodeURIComponent(canary))
      await app.inject({
        method: e.method.toUpperCase() as 'GET', // a method of a contract
        url: `${inPath}?q=${encodeURIComponent(canary)}&name=${encodeURIComponent(canary + LINE)}`,
        headers: {
          cookie: `sangyu=${worker.token}; note=${encodeURIComponent(canary)}`,
          'user-agent': encodeURIComponent(canary),
          'x-request-id': '甄金丝'.length + canary.replace(/[^\x20-\x7e]/g, ''),
          referer: `http://a/?q=${encodeURIComponent(canary)}`,
          ...(isGet ? {} : { 'content-type': e.body === 'bytes' ? 'application/octet-stream' : 'application/json' }),
        },
        ...(isGet ? {} : { payload: e.body === 'bytes' ? Buffer.from(`姓名,身份证号\n${CANARIES.join()}\n`) : broken }),
      })
      asked++
    }
  return asked
}

/** Faults of our own, whose errors quote what they stumble over. */
async function stumble(app: FastifyInstance, worker: Worker): Promise<number> {
  const headers = { cookie: `sangyu=${worker.token}`, 'content-type': 'application/json' }
  const answer = await app.inject({
    method: 'POST',
    url: '/api/board-notices',
    headers,
    payload: JSON.stringify({ text: '坏掉', phone: '1' }),
  })
  const wrong = await app.inject({ url: '/api/board-notices-wrong', headers })
  for (const canary of CANARIES)
    app.log.error({ err: new Error(`invalid input syntax for type bigint: "${canary}" ${canary}`) }, 'a job broke')
  for (const canary of CANARIES)
    app.log.error(
      {
        err: Object.assign(new Error(`Key (name)=(${canary}) already exists.`), {
          detail: canary,
          code: '23505',
          constraint: 'person_name',
          where: canary,
        }),
      },
      'an event was not taken in',
    )
  return [answer, wrong].filter((one) => one.statusCode === 500).length
}

function judge(lines: readonly string[]): string[] {
  const text = lines.join('')
  const found = [...CANARIES, ...CANARIES.map(encodeURIComponent), PASSWORD, 'sangyu=', 'SCRAM'].filter((one) =>
    text.includes(one),
  )
  const forged = lines.filter(
    (line) => line.trimEnd().includes('\n') || !isObject(line) || /\p{Cc}/u.test(line.trimEnd()),
  )
  return [
    ...found.map((one) => `the log holds ${one}`),
    ...forged.slice(0, 2).map((line) => `forged line ${line.slice(0, 80)}`),
  ]
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** What lies in the folder for short-lived files since this row began, and cores. */
function leftovers(since: number): string[] {
  const folders = [tmpdir(), process.cwd()]
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(folder, one.name)),
  )
  return files.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found || found.mtimeMs < since || found.size > 50_000_000) return []
    const text = readFileSync(path, 'utf8')
    return CANARIES.some((one) => text.includes(one)) ? [`${path} holds a canary`] : []
  })
}

async function write({ o, staff, person }: Staffed): Promise<{ lines: string[]; asked: number; faults: number }> {
  const lines: string[] = []
  const rooms = [...parts.rooms, boardRoutes]
  const app = await buildServer(o.house, rooms, {
    version: 'trust',
    paceFactor: 0,
    log: 'requests',
    logTo: { write: (line) => lines.push(line) },
  })
  try {
    await account(o, 'liwen')
    const [clerk] = staff
    if (!clerk) throw new Error('nobody works here')
    const asked = await talk(app, clerk, person)
    await app.inject({ method: 'POST', url: '/api/session', payload: { login: 'liwen', password: PASSWORD } })
    return { lines, asked, faults: await stumble(app, clerk) }
  } finally {
    await app.close()
  }
}

export const row: Row = {
  id: 'T26',
  about: {
    zh: '日志、临时目录、转储文件中没有个人信息和秘密，也伪造不了一行',
    en: 'no personal data or secret in logs, temporary folders or cores, and no line can be forged',
  },
  threshold: '0',
  blocksMerge: true,
  run: async () => {
    const since = Date.now()
    const staffed = await staffedOffice()
    try {
      const { lines, asked, faults } = await write(staffed)
      const silent = lines.length < asked ? [`${asked} requests left ${lines.length} lines`] : []
      const tame = faults < 2 ? [`only ${faults} of two faults were made`] : []
      return noneOf(
        [...judge(lines), ...silent, ...tame, ...leftovers(since)],
        `${lines.length} lines of ${asked} requests`,
      )
    } finally {
      await staffed.o.close()
    }
  },
}
