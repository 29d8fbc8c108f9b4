import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { closeSocketDir } from '../place/socket-dir.ts'
import { type Cluster, type Live, launch } from './launch.ts'
import { isServing } from './postmaster.ts'

export type Log = (line: string) => void

/** A server that is kept running until `stop`. `ready` resolves when it answers, at once if nothing is wrong. */
export type Supervised = { live: () => Live; ready: () => Promise<void>; stop: () => Promise<void> }

const PAUSES_MS = [0, 250, 500, 1_000, 2_000, 5_000]
const LOOK_MS = 500
const FAST_STOP_MS = 60_000
const IMMEDIATE_STOP_MS = 10_000

/** Whoever ends the server from outside, it is started again under the same socket, and pools connect anew. */
export function supervise(cluster: Cluster, first: Live, log: Log): Supervised {
  const state = { live: first, isStopping: false, ready: Promise.resolve() }
  const gone = () => {
    if (state.isStopping) return
    if (!existsSync(cluster.place.data))
      return log(`数据库目录已不存在：${cluster.place.data} The database's folder is gone.`)
    log('数据库进程意外结束，正在自动恢复…… The database has ended unexpectedly and is being started again …')
    state.ready = revive()
  }
  const revive = async () => {
    for (let attempt = 0; !state.isStopping; attempt++) {
      await wait(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)])
      const next = await launch(cluster).catch((error: Error) => log(error.message))
      if (!next) continue
      state.live = next
      watch(cluster, next, gone)
      return log('数据库已恢复。 The database is back.')
    }
  }
  const stop = async () => {
    state.isStopping = true
    await state.ready
    await end(cluster, state.live)
  }
  watch(cluster, first, gone)
  return { live: () => state.live, ready: () => state.ready, stop }
}

/** Our own child tells when it ends; of an adopted server one has to look. */
function watch(cluster: Cluster, live: Live, gone: () => void): void {
  if (live.child && live.child.exitCode === null && live.child.signalCode === null) {
    live.child.once('exit', gone)
    return
  }
  const look = setInterval(() => {
    if (isServing(live.pid, cluster.place.data)) return
    clearInterval(look)
    gone()
  }, LOOK_MS)
  look.unref()
}

/** Fast shutdown first, which writes everything out; if it hangs, immediate shutdown, which loses nothing but replays at next start. */
async function end(cluster: Cluster, live: Live): Promise<void> {
  const isEnded = await endWith('SIGINT', { cluster, live, patience: FAST_STOP_MS })
  if (!isEnded) await endWith('SIGQUIT', { cluster, live, patience: IMMEDIATE_STOP_MS })
  closeSocketDir(cluster.place, live.socketDir)
}

type Ending = { cluster: Cluster; live: Live; patience: number }

async function endWith(signal: NodeJS.Signals, { cluster, live, patience }: Ending): Promise<boolean> {
  const deadline = Date.now() + patience
  const isThere = () => isServing(live.pid, cluster.place.data)
  if (isThere()) process.kill(live.pid, signal)
  while (isThere()) {
    if (Date.now() > deadline) return false
    await wait(10)
  }
  return true
}
