import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requestOf } from '#platform/client.ts'
import { buildServer } from '#platform/http/server.ts'
import { plantTown, type Town } from '../kit/canaries.ts'
import { type Door, doors, isReading, parts, wholeOffice } from '../kit/doors.ts'
import { exampleFor } from '../kit/examples.ts'
import { fillFor } from '../kit/questions.ts'
import { noneOf, type Row, type Verdict } from '../row.ts'

const MOST_SECONDS = { sqlmap: 80, wapiti: 90 }
/** Of wapiti's modules those that ask nobody outside: ssrf and xxe would wait for a server of its makers (T21, T23 try those). */
const MODULES = 'sql,blindsql,xss,exec,file,crlf,redirect'
const ROUTES = 10

/** The reading doors with the most to put in, each with something good in every place. */
function richest(url: string, town: Town): string[] {
  const asked = (door: Door) => {
    const known = fillFor(door, town.near, town)
    const fill = (key: string, schema: Record<string, unknown>) => (key === 'q' ? '王' : known(key, schema))
    return url + requestOf(door.e, exampleFor(door.e, { fill, wide: true })).url
  }
  const sizeOf = ({ e }: Door) => Object.keys(e.input.shape).length
  return doors
    .filter(
      ({ e }) => isReading(e) && e.answer !== 'file' && /^(people|units|places|ledger|import)\./.test(e.permission),
    )
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, ROUTES)
    .map(asked)
}

type Ran = { isThere: boolean; said: string }

/** A tool of Debian's, for so long at most. What it has said by then counts. */
function run(tool: keyof typeof MOST_SECONDS, words: string[], cwd: string): Promise<Ran> {
  const options = { cwd, timeout: MOST_SECONDS[tool] * 1_000, maxBuffer: 1 << 27, env: { ...process.env, HOME: cwd } }
  return new Promise((resolve) => {
    const child = execFile(tool, words, options, (error, out, err) =>
      resolve({ isThere: !(error && 'code' in error && error.code === 'ENOENT'), said: out + err }),
    )
    // sqlmap waits for more targets there.
    child.stdin?.end()
  })
}

type Tried = { faults: string[]; seen: string }
type Target = { urls: string[]; cookie: string; folder: string }

async function trySqlmap({ urls, cookie, folder }: Target): Promise<Tried> {
  writeFileSync(join(folder, 'urls'), `${urls.join('\n')}\n`)
  const pace = ['--threads=4', '--timeout=5', '--retries=0', '--time-sec=2', '--skip-waf', '--disable-coloring']
  const what = ['--dbms=postgresql', '--technique=BEUS', '--level=1', '--risk=1', '--flush-session']
  const words = ['-m', 'urls', '--batch', '--cookie', cookie, '--output-dir=sqlmap', ...pace, ...what]
  const { isThere, said } = await run('sqlmap', words, folder)
  if (!isThere) return missing('sqlmap')
  const found = [...said.matchAll(/^Parameter: (.+)$/gm)].map(([, where = '']) => `sqlmap: ${where}`)
  const ended = said.match(/all tested parameters do not appear|identified the following injection/g)?.length ?? 0
  const parameters = new Set(said.match(/testing if GET parameter '\w+' is dynamic|skipping GET parameter/g)).size
  // A machine that is busy gets through fewer of them in the time.
  const faults = ended === 0 && parameters === 0 ? [`sqlmap tried nothing: ${said.slice(-200)}`] : []
  return { faults: [...found, ...faults], seen: `sqlmap ended ${ended} of ${urls.length} routes` }
}

async function tryWapiti({ urls, cookie, folder }: Target): Promise<Tried> {
  const starts = urls.flatMap((url) => ['-s', url])
  const times = ['--max-scan-time', '20', '--max-attack-time', '9', '-t', '5']
  const kept = ['--store-session', folder, '--flush-session', '--no-bugreport', '-f', 'json', '-o', 'wapiti.json']
  const where = ['-u', urls[0] ?? '', ...starts, '--scope', 'folder', '-H', `Cookie: ${cookie}`]
  const { isThere, said } = await run('wapiti', [...where, '-m', MODULES, '-v', '1', ...times, ...kept], folder)
  if (!isThere) return missing('wapiti')
  const ended = said.match(/Launching module/g)?.length ?? 0
  return { faults: reported(folder, said), seen: `wapiti ${ended} of ${MODULES.split(',').length} modules` }
}

type Report = Record<string, Record<string, { method: string; path: string; parameter: string }[]>>

/** What its report holds by name. */
function reported(folder: string, said: string): string[] {
  const file = join(folder, 'wapiti.json')
  if (!existsSync(file)) return [`wapiti came to no report: ${said.slice(-200)}`]
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(file, 'utf8')) as Report // wapiti's own format
  return Object.entries({ ...vulnerabilities, ...anomalies }).flatMap(([name, all]) =>
    all.map(({ method, path, parameter }) => `wapiti: ${name} ${method} ${path} ${parameter}`),
  )
}

const missing = (tool: string): Tried => ({
  faults: [`${tool} is not installed: apt-get install ${tool}`],
  seen: `no ${tool}`,
})

async function scan(): Promise<Verdict> {
  const o = await wholeOffice()
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-scan-'))
  const town = await plantTown(o)
  const app = await buildServer(o.house, parts.rooms, { version: 'trust', paceFactor: 0 })
  try {
    const urls = richest(await app.listen({ port: 0, host: '127.0.0.1' }), town)
    const cookie = `sangyu=${town.clerk.token}`
    const answers = await Promise.all(urls.map((url) => fetch(url, { headers: { cookie } })))
    const shut = answers.filter(({ ok }) => !ok).map(({ status, url }) => `${new URL(url).pathname} answers ${status}`)
    const target = { urls, cookie, folder }
    const tried = [await trySqlmap(target), await tryWapiti(target)]
    const faults = [...shut, ...tried.flatMap((one) => one.faults)]
    return noneOf(faults, `${ROUTES} routes: ${tried.map(({ seen }) => seen).join(', ')}`)
  } finally {
    await app.close()
    await o.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const row: Row = {
  id: 'T22',
  about: {
    zh: '用 wapiti 和 sqlmap 扫描参数最多的十个接口',
    en: 'wapiti and sqlmap on the ten doors with the most to put in',
  },
  threshold: '0 findings',
  blocksMerge: false,
  run: scan,
}
