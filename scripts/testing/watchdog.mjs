import { readFileSync } from 'node:fs'

const LOOK_MS = 1_000

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

/** Ends test files over `limitMs`: one that hangs keeps its process for ever, and node:test waits. Not `--test-force-exit`, which loses results. Answers a stop. */
export function watch(runner, { limitMs, tell }) {
  const since = new Map()
  const timer = setInterval(() => {
    const now = performance.now()
    for (const pid of childrenOf(runner)) {
      if (!since.has(pid)) since.set(pid, now)
      if (now - since.get(pid) < limitMs) continue
      tell(
        `FAIL  ${fileOf(pid)} does not end after ${Math.round(limitMs / 1000)} s: a test hangs or leaves something open`,
      )
      since.set(pid, Number.POSITIVE_INFINITY)
      process.kill(pid, 'SIGKILL')
    }
  }, LOOK_MS)
  return () => clearInterval(timer)
}
