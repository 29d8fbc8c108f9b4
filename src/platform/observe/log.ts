import type { FastifyHttpOptions, FastifyInstance, RawServerDefault } from 'fastify'

export type LineOptions = FastifyHttpOptions<RawServerDefault>

/** `requests` writes one line for each answer; `faults` only what went wrong. */
export type Logged = 'requests' | 'faults'

/** One JSON object a line, on the standard output; no host, no process number: the journal adds its own. */
export function loggerOf(wanted: Logged | undefined): NonNullable<LineOptions['logger']> {
  if (!wanted) return false
  return {
    level: wanted === 'requests' ? 'info' : 'warn',
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: faultOf, req: () => ({}), res: () => ({ statusCode: 0 }) },
  }
}

/** The address of a door as its contract writes it: never the one that was asked for, which may hold anything. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'answered')
  })
}

export type Fault = {
  type: string
  message: string
  stack: string
  code?: string | undefined
  where?: string | undefined
}

/** What went wrong, without what it went wrong with: messages of a database or a parser quote the value they choke on. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: plain(String(error)), stack: '' }
  const text = (key: string): string | undefined => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? plain(value) : undefined
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: plain(error.name),
    code: text('code'),
    where: text('constraint') ?? text('table'),
    message: plain(error.message),
    stack: frames
      .slice(0, 12)
      .map((line) => line.trim())
      .join('; '),
  }
}

const MOST = 300

/** A sentence of the program without anything a person may have typed: no quotations, numbers, other scripts, or control characters that would forge a line. */
export function plain(text: string): string {
  return text
    .slice(0, 4 * MOST)
    .replace(/(["'`“‘«])(?:(?!\1)[^”’»])*["'`”’»]/gs, '…')
    .replace(/[=(]\(?[^)]*\)/g, '…')
    .replace(/\d{4,}/g, '#')
    .replace(/[^\x20-\x7e]+/g, '…')
    .slice(0, MOST)
}
