import { Agent, request } from 'node:http'

export type Ask = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown }
/** `asked` counts all, those of the warm-up too. */
export type Measured = { perSecond: number; p50: number; p95: number; errors: number; asked: number }

const WARM_UP = 0.3

/** Asks over and over through `connections` kept-alive connections for some seconds, after a warm-up, and tells rate and latency (ms). */
export async function load(
  port: number,
  cookie: string,
  run: { connections: number; seconds: number; ask: (n: number) => Ask },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: run.connections })
  const started = performance.now()
  const [from, until] = [started + run.seconds * WARM_UP * 1000, started + run.seconds * (1 + WARM_UP) * 1000]
  const times: number[] = []
  let [n, errors] = [0, 0]
  const worker = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      const status = await once({ agent, port, cookie }, run.ask(n++))
      if (status >= 400) errors++
      if (at >= from) times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: run.connections }, worker))
  agent.destroy()
  times.sort((a, b) => a - b)
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / run.seconds, p50: quantile(0.5), p95: quantile(0.95), errors, asked: n }
}

type Line = { agent: Agent; port: number; cookie: string }

export function once({ agent, port, cookie }: Line, ask: Ask): Promise<number> {
  const body = ask.body === undefined ? undefined : JSON.stringify(ask.body)
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}),
    }
    const sent = request({ agent, port, host: '127.0.0.1', method: ask.method, path: ask.path, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
