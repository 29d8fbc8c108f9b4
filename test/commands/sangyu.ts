import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, clientOf, type Sent } from '#platform/client.ts'
import type { Contract } from '#platform/contract.ts'
import type { Afterwards } from '#test/trial-home.ts'

const project = join(import.meta.dirname, '../..')
const main = join(project, 'src/main.ts')

/** Where a command works: its home, and an external database if it has one. */
export type Place = { home: string; database?: string }

function launch(args: readonly string[], { home, database = '' }: Place): ChildProcess {
  const { PORT: _port, HOST: _host, ...own } = process.env
  const env = { ...own, SANGYU_HOME: home, DATABASE_URL: database }
  return spawn(process.execPath, [main, ...args], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function listen(program: ChildProcess): { out: () => string; err: () => string } {
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  program.stdout?.on('data', (piece: Buffer) => out.push(piece))
  program.stderr?.on('data', (piece: Buffer) => err.push(piece))
  return { out: () => Buffer.concat(out).toString('utf8'), err: () => Buffer.concat(err).toString('utf8') }
}

export type Ended = { status: number; out: string; err: string }

/** Runs one command to its end. */
export async function sangyu(args: readonly string[], place: Place): Promise<Ended> {
  const program = launch(args, place)
  const said = listen(program)
  const [status] = await once(program, 'close')
  return { status: Number(status), out: said.out(), err: said.err() }
}

/** Begins a command that is to be killed. */
export function begin(args: readonly string[], place: Place): { kill: () => Promise<void>; said: () => string } {
  const program = launch(args, place)
  const said = listen(program)
  return { kill: () => end(program, 'SIGKILL').then(() => undefined), said: () => said.out() + said.err() }
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (program.exitCode !== null || program.signalCode !== null) return program.exitCode
  const closed = once(program, 'close')
  program.kill(signal)
  await closed
  return program.exitCode
}

export type Serving = {
  url: string
  said: () => string
  /** What the terminal shows on the first start. */
  code: () => string
  call: <C extends Contract>(contract: C) => Client<C>
  /** Goes on with a session that was opened elsewhere. */
  enter: (cookie: string) => void
  /** Ends it as a service manager would; answers its exit code. */
  stop: () => Promise<number | null>
  kill: () => Promise<number | null>
}

/** Starts the office on a port of its own and waits until it serves. */
export async function startOffice(t: Afterwards, place: Place): Promise<Serving> {
  const program = launch(['start', '--port', '0', '--host', '127.0.0.1'], place)
  const said = listen(program)
  t.after(async () => {
    await end(program, 'SIGKILL')
  })
  const text = () => said.out() + said.err()
  const url = await until(() => {
    if (program.exitCode !== null) throw new Error(`the office did not open: ${text()}`)
    return /Sangyu is running: (http:\/\/\S+)/.exec(text())?.[1]
  })
  const session = { cookie: '' }
  return {
    url,
    said: text,
    code: () => /[A-Z0-9]{4}(-[A-Z0-9]{4}){2}/.exec(text())?.[0] ?? '',
    call: (contract) => clientOf(contract, (sent) => send(url, session, sent)),
    enter: (cookie) => {
      session.cookie = cookie
    },
    stop: () => end(program, 'SIGTERM'),
    kill: () => end(program, 'SIGKILL'),
  }
}

/** As a browser does it: with the session cookie that it was given. */
async function send(url: string, session: { cookie: string }, sent: Sent) {
  const headers = { cookie: session.cookie, ...(sent.contentType ? { 'content-type': sent.contentType } : {}) }
  const body =
    sent.body === undefined ? {} : { body: typeof sent.body === 'string' ? sent.body : Buffer.from(sent.body) }
  const answer = await fetch(`${url}${sent.url}`, { method: sent.method, headers, ...body })
  const given = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (given) Object.assign(session, { cookie: given })
  return {
    status: answer.status,
    json: (): Promise<unknown> => answer.json(),
    bytes: async () => new Uint8Array(await answer.arrayBuffer()),
    fileName: undefined,
  }
}

/** What something comes to be, asked again and again for as long as a slow machine may need. */
export async function until<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 3_000; turn++) {
    const found = await ask()
    if (found !== undefined) return found
    await wait(20)
  }
  throw new Error('it did not come to that within a minute')
}
