import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { routes } from '#modules/units/index.ts'
import { upgrade } from '#platform/backup/index.ts'
import { startPostgres } from '#platform/postgres/index.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, office } from '#test/office.ts'
import { noneOf, type Row } from '../row.ts'

const RESTARTS = 10
const A_SECOND = 50
const RECOVERED_MS = 10_000

type Asked = { name: string | undefined; status: number; at: number }

/** One request as a browser sends it: a search, or a unit founded under a name of its own. */
async function ask(o: Office, token: string, n: number): Promise<Asked> {
  const name = n % 5 === 0 ? `第${n}号办公室` : undefined
  const answer = await o.app.inject({
    method: name ? 'POST' : 'GET',
    url: name ? '/api/units' : '/api/units?limit=20',
    ...(name ? { payload: { name, kind: 'other', nature: 'organ' } } : {}),
    headers: { cookie: `sangyu=${token}`, 'content-type': 'application/json' },
  })
  if (answer.statusCode === 503 && !answer.headers['retry-after']) return { name, status: -503, at: Date.now() }
  return { name, status: answer.statusCode, at: Date.now() }
}

async function underLoad(o: Office, restart: () => Promise<void>): Promise<{ asked: Asked[]; kills: number[] }> {
  const { token } = await o.hire()
  const [asked, kills]: [Asked[], number[]] = [[], []]
  const work = { isOver: false }
  const load = (async () => {
    const going: Promise<unknown>[] = []
    const started = Date.now()
    for (let n = 0; !work.isOver; n++) {
      going.push(ask(o, token, n).then((one) => asked.push(one)))
      await wait(Math.max(0, started + (n * 1_000) / A_SECOND - Date.now()))
    }
    await Promise.all(going)
  })()
  for (let n = 0; n < RESTARTS; n++) {
    await wait(1_200)
    kills.push(Date.now())
    await restart()
    for (
      let turn = 0;
      turn < 200 && !asked.some((one) => one.status === 200 && one.at > (kills.at(-1) ?? 0) + 50);
      turn++
    )
      await wait(50)
  }
  await wait(1_000)
  work.isOver = true
  await load
  return { asked, kills }
}

/** What was acknowledged is there once, what was not is there at most once, and nobody waited too long. */
async function judge(o: Office, { asked, kills }: Awaited<ReturnType<typeof underLoad>>): Promise<string[]> {
  const found = await asOwner<{ name: string; n: number }>(
    o.house,
    `select name, count(*)::int as n from unit where name like '第%号办公室' group by name`,
  )
  const times = new Map(found.map(({ name, n }) => [name, n]))
  const strange = asked.filter(({ status }) => status !== 200 && status !== 503)
  const written = asked.filter((one) => one.name !== undefined)
  const lost = written.filter(({ status, name }) => status === 200 && times.get(name ?? '') !== 1)
  const doubled = found.filter(({ n }) => n > 1)
  const slow = kills.filter((at) => {
    const back = asked.filter((one) => one.status === 200 && one.at > at + 50).map((one) => one.at - at)
    return Math.min(...back, Number.POSITIVE_INFINITY) > RECOVERED_MS
  })
  return [
    ...strange.slice(0, 3).map(({ status }) => `answered ${status}`),
    ...lost.map(({ name }) => `${name} was acknowledged and is not there`),
    ...doubled.map(({ name, n }) => `${name} is there ${n} times`),
    ...slow.map(() => 'not back within 10 s'),
  ]
}

export const row: Row = {
  id: 'T47',
  about: {
    zh: '50 次/秒 负载下数据库强制重启 10 次',
    en: 'ten immediate restarts of the database under 50 requests a second',
  },
  threshold: '0 wrong results; only 503s; back within 10 s',
  blocksMerge: true,
  measures: true,
  run: async () => {
    const home = mkdtempSync(join(tmpdir(), 'sangyu-restarts-'))
    chmodSync(home, 0o711)
    const postgres = await startPostgres({ home })
    try {
      const config = postgres.connection()
      await upgrade({ home, config, product: 'test' })
      const o = await office({ rooms: routes, line: async () => config })
      const restart = async () => {
        const before = postgres.pid()
        // What `pg_ctl restart -m immediate` sends; the supervisor starts it again.
        process.kill(before, 'SIGQUIT')
        for (let turn = 0; turn < 400 && postgres.pid() === before; turn++) await wait(25)
      }
      const seen = await underLoad(o, restart)
      const faults = await judge(o, seen)
      await o.close()
      const away = seen.asked.filter(({ status }) => status === 503).length
      return noneOf(faults, `${seen.asked.length} requests over ${RESTARTS} restarts, ${away} answered 503`)
    } finally {
      await postgres.stop()
      rmSync(home, { recursive: true, force: true })
    }
  },
}
