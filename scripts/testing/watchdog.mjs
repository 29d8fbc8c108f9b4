import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_MS = 1_000
const REPORT_TURNS = 20

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function fileOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean).at(-1)
  } catch {
    return 'a process'
  }
}

/** So that a process that is stuck can say where: node writes its own report when asked by this signal. */
export const reportingTo = (folder) => `--report-on-signal --report-signal=SIGUSR2 --report-directory=${folder}`

/** What keeps the process: where its script stands, and what it still waits for. */
async function whatHolds(pid, folder) {
  process.kill(pid, 'SIGUSR2')
  for (let turn = 0; turn < REPORT_TURNS; turn++) {
    await wait(LOOK_MS / 4)
    try {
      const name = readdirSync(folder).find((one) => one.includes(`.${pid}.`))
      const { javascriptStack, libuv } = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      const open = libuv.filter((one) => one.is_active && one.is_referenced)
      const told = open.map(({ type, fd, remoteEndpoint, process: child }) =>
        [type, fd, remoteEndpoint?.ip4 ?? remoteEndpoint?.path, child].filter(Boolean).join(' '),
      )
      return [...(javascriptStack?.stack ?? []).slice(0, 8), `open: ${told.join(', ') || 'nothing'}`]
    } catch {
      // Not written yet, or not to its end.
    }
  }
  return ['no report: it loops without a pause, or stands outside its script']
}

/** Ends test files over `limitMs`: one that hangs keeps its process for ever, and node:test waits. Not `--test-force-exit`, which loses results. Answers a stop. */
export function watch(runner, { limitMs, tell, reports }) {
  const since = new Map()
  const end = async (pid) => {
    const lines = await whatHolds(pid, reports).catch(() => [])
    const ended = `${fileOf(pid)} does not end after ${Math.round(limitMs / 1000)} s: a test hangs or leaves something open`
    tell([`FAIL  ${ended}`, ...lines.map((line) => `      ${line}`)].join('\n'))
    if (childrenOf(runner).includes(pid)) process.kill(pid, 'SIGKILL')
  }
  const look = async () => {
    const now = performance.now()
    for (const pid of childrenOf(runner)) {
      if (!since.has(pid)) since.set(pid, now)
      if (now - since.get(pid) < limitMs) continue
      since.set(pid, Number.POSITIVE_INFINITY)
      await end(pid)
    }
  }
  const timer = setInterval(() => {
    look().catch((error) => tell(error.message))
  }, LOOK_MS)
  return () => clearInterval(timer)
}
