import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { quickFolder } from '../ensure/quick-folder.mjs'

const OLDEST = 15
const DEBIAN = '/usr/lib/postgresql'

/** The newest server of this machine's own that we support, or null: { version, bin }. */
export function findServer(folder = DEBIAN) {
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : []
  const usable = versions.filter((version) => version >= OLDEST && existsSync(join(folder, `${version}`, 'bin/initdb')))
  if (usable.length === 0) return null
  const version = Math.max(...usable)
  return { version, bin: join(folder, `${version}`, 'bin') }
}

/** PostgreSQL refuses to run as root, so root lends it an ordinary user. */
function ordinaryUser() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim())
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return {}
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function makeTestUser(url, password) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // What a bureau's administrator would grant: databases and roles of our own, nothing of anybody else's.
  await client.query(`create role sangyu login createdb createrole password '${password}'`)
  await client.query('create database sangyu owner sangyu')
  await client.end()
}

/** A throw-away server reached over TCP with a password, as a bureau's own would be. Throws with what the server said. */
export async function startServer({ bin }) {
  const user = ordinaryUser()
  const folder = mkdtempSync(join(quickFolder(), 'sangyu-external-'))
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const password = randomBytes(18).toString('hex')
  const [cluster, secret, log] = ['cluster', 'secret', 'log'].map((name) => join(folder, name))
  writeFileSync(secret, password, { mode: 0o600 })
  if (user.uid !== undefined) chownSync(secret, user.uid, user.gid)
  const run = (program, args) => {
    const ended = spawnSync(join(bin, program), args, {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    })
    if (ended.status !== 0) throw new Error(`${program}: ${ended.stderr || ended.stdout || ended.error?.message}`)
  }
  const stop = () => {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'immediate'], { ...user, cwd: folder })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const port = await freePort()
    run('initdb', [
      '-D',
      cluster,
      '-U',
      'admin',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
      '-E',
      'UTF8',
      '--no-sync',
    ])
    const quick = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200'
    const where = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`
    run('pg_ctl', ['start', '-w', '-D', cluster, '-l', log, '-o', `${where} ${quick}`])
    await makeTestUser(`postgres://admin:${password}@127.0.0.1:${port}/postgres`, password)
    return { url: `postgres://sangyu:${password}@127.0.0.1:${port}/sangyu`, folder, stop }
  } catch (error) {
    stop()
    throw error
  }
}
