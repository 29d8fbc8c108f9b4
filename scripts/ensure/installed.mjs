import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './install-lock.mjs'
import { isInstalled, missingForMachine, stamp } from './packages.mjs'
import { CannotGoOn, tell } from './say.mjs'

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

// NODE_ENV=production in the environment would leave out the tools that build the pages.
const NPM = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--include=dev',
  '--include=optional',
  '--loglevel=error',
]

export async function ensureInstalled(root = project) {
  if (isInstalled(root)) return
  mustBeWritable(root)
  const onWait = () =>
    tell('另一个进程正在安装依赖，请稍候……', 'Another process is installing the dependencies, waiting …')
  await withLock(join(root, '.cache', 'install.lock'), {
    onWait,
    isDone: () => isInstalled(root),
    work: (note) => install(root, note),
  })
}

async function install(root, note) {
  if (isInstalled(root)) return
  tell(
    '首次运行或版本已变：正在安装依赖，约需一分钟……',
    'First run or new version: installing dependencies, about a minute …',
  )
  const first = await runNpm(root, note)
  if (first.code === 0 && missingForMachine(root).length === 0) return stamp(root)
  // The registry of a county office is often reached at the second try.
  tell('没有装完，再试一次……', 'Not everything came through, trying once more …')
  const second = await runNpm(root, note)
  if (second.code !== 0) throw cannotInstall(second)
  const missing = missingForMachine(root)
  if (missing.length > 0)
    tell(`缺少可选组件：${missing.join('、')}。`, `Optional parts are missing: ${missing.join(', ')}.`)
  stamp(root)
}

function runNpm(root, note) {
  return new Promise((resolve) => {
    const env = { ...process.env, CI: process.env.CI ?? '1' }
    delete env.NODE_OPTIONS
    const npm = spawn('npm', NPM, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    const forward = (signal) => npm.kill(signal)
    process.once('SIGTERM', forward)
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (piece) => said.push(piece))
    npm.on('error', (error) => resolve({ code: 127, text: error.code === 'ENOENT' ? 'npm: not found' : error.message }))
    npm.on('close', (code, signal) => {
      process.off('SIGTERM', forward)
      if (signal === 'SIGTERM' || signal === 'SIGINT') process.exit(130)
      resolve({ code: code ?? 1, text: Buffer.concat(said).toString('utf8') })
    })
    if (npm.pid) note(npm.pid)
  })
}

const NETWORK = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|CERT|network/

function cannotInstall({ code, text }) {
  const tail = text.trim().split('\n').slice(-12).join('\n')
  if (code === 127)
    return new CannotGoOn(
      '找不到 npm。请安装 Node.js 20 或更高版本（自带 npm）后重试。',
      'npm was not found. Install Node.js 20 or later, which brings npm, and try again.',
    )
  if (/ENOSPC/.test(text))
    return new CannotGoOn(
      `磁盘空间不足，依赖没有装完（约需 1.5 GB）。\n${tail}`,
      'The disk is full; the dependencies need about 1.5 GB.',
    )
  if (NETWORK.test(text)) {
    return new CannotGoOn(
      `${tail}\n连不上 npm 软件源，依赖没有装上。请检查网络，或用 npm config set registry 指定本单位可用的软件源，然后重试。`,
      'The npm registry cannot be reached. Check the network, or point npm to a registry you can reach (npm config set registry …), and try again.',
    )
  }
  return new CannotGoOn(
    `${tail}\n依赖安装失败，原因见上。请排除后重试。`,
    'Installing the dependencies failed for the reason above. Try again once it is removed.',
  )
}

function mustBeWritable(root) {
  try {
    accessSync(existsSync(join(root, 'node_modules')) ? join(root, 'node_modules') : root, constants.W_OK)
    accessSync(root, constants.W_OK)
  } catch {
    throw new CannotGoOn(
      `依赖尚未安装，而当前用户不能写入 ${root}。请用该目录的所有者运行一次：cd ${root} && npm ci --ignore-scripts`,
      `The dependencies are not installed and you may not write to ${root}. Let its owner run once: cd ${root} && npm ci --ignore-scripts`,
    )
  }
}
