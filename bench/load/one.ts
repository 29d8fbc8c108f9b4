import { Agent } from 'node:http'
import type { Ask } from './load.ts'
import { answerOf } from './visits.ts'

/** How long one request takes (ms), until the whole answer is here. */
export async function timed(port: number, cookie: string, ask: Ask): Promise<number> {
  const agent = new Agent({ keepAlive: false })
  const started = performance.now()
  const { status, body } = await answerOf({ agent, port, cookie }, ask)
  if (status !== 200) throw new Error(`${ask.method} ${ask.path}: ${status} ${body.slice(0, 200)}`)
  return performance.now() - started
}
