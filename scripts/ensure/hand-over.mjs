import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeFlags } from './node-flags.mjs'
import { CannotGoOn } from './say.mjs'

// The first release that runs TypeScript as it is.
const OLDEST = [22, 18]

export function handOver(project, words) {
  const node = chooseNode(project)
  const env = withCompileCache(project)
  const main = join(project, 'src', 'main.ts')
  if (process.execve && canBeReplaced()) process.execve(node, [node, ...nodeFlags, main, ...words], env)
  runBeside(
    node,
    [...nodeFlags, '--import', pathToFileURL(join(project, 'scripts/ensure/follow-parent.mjs')).href, main, ...words],
    env,
  )
}

function chooseNode(project) {
  const pinned = join(project, 'node_modules', '.bin', 'node')
  if (existsSync(pinned) && runs(pinned)) return pinned
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath
  if (existsSync(pinned) && /libatomic/.test(spawnSync(pinned, ['--version'], { encoding: 'utf8' }).stderr ?? ''))
    throw new CannotGoOn(
      '随附的 Node 26 缺少 libatomic 库。请以 root 运行：\n  apt-get install -y libatomic1\n（其他系统：libatomic），然后重试。',
      'The Node 26 that comes along lacks the library libatomic. Run the command above as root (libatomic on other systems) and try again.',
    )
  throw new CannotGoOn(
    `本机没有随附的 Node 26（系统或处理器不在支持之列），而现有的 Node ${process.versions.node} 太旧。请安装 Node ${OLDEST.join('.')} 或更高版本。`,
    `The pinned Node 26 is not available for this machine and Node ${process.versions.node} is too old. Install Node ${OLDEST.join('.')} or later.`,
  )
}

/** It is there but cannot run where the system has another C library. */
function runs(node) {
  return (
    realpathSync(node) === realpathSync(process.execPath) ||
    spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0
  )
}

/** Compiled code is kept between starts, which halves the start time; without a place for it the product starts all the same. */
function withCompileCache(project) {
  const env = { ...process.env }
  if (env.NODE_COMPILE_CACHE) return env
  for (const folder of cacheFolders(project)) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      env.NODE_COMPILE_CACHE = folder
      break
    } catch {
      // Not writable or no home at all: the next one.
    }
  }
  return env
}

function cacheFolders(project) {
  const user = process.env.XDG_CACHE_HOME || userHome()
  const own = process.env.XDG_CACHE_HOME ? 'sangyu/compile' : '.cache/sangyu/compile'
  return [...(user ? [join(user, own)] : []), join(process.env.SANGYU_HOME || join(project, 'var'), 'compile')]
}

function userHome() {
  try {
    return homedir()
  } catch {
    return ''
  }
}

/** With an IPC channel or a debugger attached to this very process, it has to stay. */
const canBeReplaced = () => !process.channel && process.execArgv.length === 0

/** Node 20 cannot replace itself: it stays as a shell around the product, passes on signals and dies with it. */
function runBeside(node, words, env) {
  const child = spawn(node, words, { env, stdio: ['inherit', 'inherit', 'inherit', 'pipe'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal, child))
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** Ctrl-C in a terminal reaches the whole group: passing it on as well would interrupt twice, which means "at once". */
function pass(signal, child) {
  if (signal === 'SIGINT' && isForeground()) return
  child.kill(signal)
}

function isForeground() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return group === foreground
  } catch {
    return process.stdin.isTTY
  }
}
