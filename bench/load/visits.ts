import { Agent, request } from 'node:http'
import { quantileOf } from './figures.ts'
import type { Ask } from './load.ts'

/** One step of a visit; `name` says under what it is counted. Answers what came, and throws where it was refused. */
export type Step = (name: string, cookie: string, ask: Ask) => Promise<unknown>
export type Visit = (n: number, step: Step) => Promise<void>
export type Visited = { perSecond: number; steps: Record<string, { p50: number; p95: number }>; errors: string[] }

const WARM_UP = 0.3

/** So many clients come at once, over and over for some seconds, each going through the steps of a visit; what came before is warm-up. */
export async function visits(
  port: number,
  run: { clients: number; seconds: number; visit: Visit },
): Promise<Visited & { visits: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: run.clients })
  const started = performance.now()
  const [from, until] = [started + run.seconds * WARM_UP * 1000, started + run.seconds * (1 + WARM_UP) * 1000]
  const times = new Map<string, number[]>()
  const errors: string[] = []
  let [n, counted] = [0, 0]
  const step: Step = async (name, cookie, ask) => {
    const at = performance.now()
    const answer = await answerOf({ agent, port, cookie }, ask)
    if (at >= from) noteIn(times, name, performance.now() - at)
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.body.slice(0, 200)}`)
    const said: unknown = JSON.parse(answer.body)
    return said
  }
  const client = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      await run.visit(n++, step).then(
        () => at >= from && counted++,
        (error: unknown) => errors.push(String(error)),
      )
    }
  }
  await Promise.all(Array.from({ length: run.clients }, client))
  agent.destroy()
  const steps = Object.fromEntries(
    [...times].map(([name, all]) => [name, { p50: quantileOf(all, 0.5), p95: quantileOf(all, 0.95) }]),
  )
  return { perSecond: counted / run.seconds, steps, errors, visits: n }
}

function noteIn(times: Map<string, number[]>, name: string, ms: number): void {
  const known = times.get(name)
  if (known) known.push(ms)
  else times.set(name, [ms])
}

type Line = { agent: Agent; port: number; cookie: string }

export function answerOf({ agent, port, cookie }: Line, ask: Ask): Promise<{ status: number; body: string }> {
  const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
  const type = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}
  return new Promise((resolve, reject) => {
    const to = { agent, port, host: '127.0.0.1', method: ask.method, path: ask.path, headers: { cookie, ...type } }
    const sent = request(to, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
