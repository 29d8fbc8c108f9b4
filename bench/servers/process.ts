import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { nodeFlags } from '../../scripts/ensure/node-flags.mjs'

export type Served = { port: number; rss: () => Promise<number>; stop: () => Promise<void> }

let nextPort = 18_080

type Start = {
  env: Record<string, string>
  before?: readonly string[]
  told?: object
}

export async function startServer(kind: 'product' | 'floor', { env, before = [], told }: Start): Promise<Served> {
  const port = nextPort++
  const here = import.meta.dirname
  const child = fork(join(here, `${kind}.ts`), {
    execArgv: [...nodeFlags, ...before.flatMap((file) => ['--import', join(here, file)])],
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  if (told) child.send(told)
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`${kind} stopped with ${code}`)))
  })
  return { port, rss: () => rssOf(child), stop: () => stop(child) }
}

function rssOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (message: { rss: number }) => resolve(message.rss))
    child.send('rss')
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
