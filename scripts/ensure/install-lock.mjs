import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** One process at a time does `work`. The lock also names the npm it started, which outlives a kill and still writes; `isDone` ends the waiting early. */
export async function withLock(file, { work, isDone, onWait }) {
  mkdirSync(dirname(file), { recursive: true })
  for (let told = false; !take(file); told = true) {
    if (!told) onWait()
    await wait(300)
    if (isDone()) return
  }
  try {
    await work((pid) => appendFileSync(file, lineOf(pid)))
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx')
    writeSync(handle, lineOf(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isStale(file)) rmSync(file, { force: true })
    return false
  }
}

/** Stale when none of its processes lives; an empty one gets a moment, its owner may be about to write. */
function isStale(file) {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    if (lines.length === 0) return Date.now() - statSync(file).mtimeMs > 5_000
    return !lines.some((line) => lineOf(line.split(' ')[0]).trim() === line)
  } catch {
    return false
  }
}

/** Number and start of a living process, so that a number given to another process later does not count. */
function lineOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? '' : `${pid} ${fields[19]}\n`
  } catch {
    return answers(Number(pid)) ? `${pid} \n` : ''
  }
}

/** For machines without /proc. */
function answers(pid) {
  try {
    return process.platform !== 'linux' && process.kill(pid, 0)
  } catch {
    return false
  }
}
