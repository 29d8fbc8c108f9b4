import type { FastifyHttpOptions, FastifyInstance, RawServerDefault } from 'fastify'

export type LineOptions = FastifyHttpOptions<RawServerDefault>

export type Logged = 'requests' | 'faults'

type Stream = { write: (line: string) => void }

/** One JSON object a line, on the standard output; no host, no process number: the journal adds its own. */
export function loggerOf(wanted: Logged | undefined, stream?: Stream): NonNullable<LineOptions['logger']> {
  if (!wanted) return false
  return {
    ...(stream ? { stream } : {}),
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
    code: codeOf(error),
    where: text('constraint') ?? text('table'),
    message: plain(error.message),
    stack: frames
      .slice(0, 12)
      .map((line) => line.trim())
      .join('; '),
  }
}

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' && /^([0-9A-Z]{5}|[A-Z][A-Z0-9_]{1,39})$/.test(code) ? code : undefined
}

const MOST = 200

/** The program's own words: what stands before the first quotation, colon or bracket, without numbers, other scripts, or control characters that would forge a line. */
export function plain(text: string): string {
  const [own = ''] = text.slice(0, 4 * MOST).split(/["'`“‘«:=([{<]/)
  return own
    .replace(/\d{4,}/g, '#')
    .replace(/[^\x20-\x7e]+/g, '…')
    .trim()
    .slice(0, MOST)
}
