import { createSocket } from 'node:dgram'
import { hostname } from 'node:os'
import type { Anchor } from './book.ts'

const PATIENCE_MS = 10_000
const SYSLOG_PORT = 514
/** RFC 5424: facility 13 (log audit), severity 5 (notice). */
const PRIORITY = 13 * 8 + 5

/** Where the installation says so: SANGYU_ANCHOR_URL is given the line as JSON, SANGYU_ANCHOR_SYSLOG (host or host:port) as a syslog message. */
export async function sendAnchor(anchor: Anchor, env: NodeJS.ProcessEnv): Promise<void> {
  const [url, syslog] = [env['SANGYU_ANCHOR_URL'], env['SANGYU_ANCHOR_SYSLOG']]
  if (url) await post(url, anchor)
  if (syslog) await tell(syslog, anchor)
}

async function post(url: string, anchor: Anchor): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(anchor),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!answer.ok) throw new Error(`the anchor was not taken: ${answer.status}`)
}

async function tell(where: string, anchor: Anchor): Promise<void> {
  const [host = '', port = SYSLOG_PORT] = where.split(':')
  const line = `<${PRIORITY}>1 ${anchor.at} ${hostname()} sangyu ${process.pid} audit-anchor - ${JSON.stringify(anchor)}`
  const socket = createSocket('udp4')
  try {
    await new Promise<void>((resolve, reject) => {
      socket.send(line, Number(port), host, (error) => (error ? reject(error) : resolve()))
    })
  } finally {
    socket.close()
  }
}
