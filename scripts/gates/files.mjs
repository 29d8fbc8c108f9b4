import { posix } from 'node:path'
import { ROOMS } from './layers/floors.mjs'
import { baseName } from './tree.mjs'

export const ALLOW_LIST = 'docs/decisions/room-files.md'
const CLOSED = ['index', 'contract', 'rules', 'policy', 'service', 'routes', 'events', 'jobs', 'words']
const CLOSED_LIST = new Set([...CLOSED.map((name) => `${name}.ts`), 'views.sql'])
const OFFICE_FILES = ['contract.ts', 'service.ts', 'routes.ts']

const NOT_LISTED = `is not in the closed list: make a sub-room, a library folder (with an index.ts), or give a reason in ${ALLOW_LIST}`

const NOTHING_SAYS = /^(utils?|helpers?|common|managers?|data|info|misc)$/
const ENDS_IN_NOTHING = /-(utils?|helpers?|common|managers?|misc)$/
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const MIGRATION = /^migrations\/\d{4}_[a-z0-9]+(_[a-z0-9]+)*\.sql$/

/** Rows of the allow list, `| file | why |`: a path below src/modules, or a bare file name that any room may hold. */
function readAllowList(tree) {
  const rows = tree.has(ALLOW_LIST) ? tree.text(ALLOW_LIST).split('\n') : []
  return rows.flatMap((row, index) => {
    const [, file, why] = /^\|\s*`([^`]+)`\s*\|(.*)\|\s*$/.exec(row) ?? []
    return file ? [{ file, why: why.trim(), line: index + 1 }] : []
  })
}

const isAllowed = (entry, inside) => entry.file === (entry.file.includes('/') ? inside : posix.basename(inside))

/** Libraries have a face and no office files; whatever lies below a library belongs to it. */
function kindOf(folder, folders) {
  const [room, ...below] = folder.split('/')
  let kind = 'room'
  for (let depth = 1; depth <= below.length; depth++) {
    const names = folders.get([room, ...below.slice(0, depth)].join('/')) ?? []
    const isOffice = OFFICE_FILES.some((name) => names.includes(name))
    if (kind === 'library' && isOffice) return 'stray'
    if (kind !== 'library') kind = names.includes('index.ts') && !isOffice ? 'library' : 'room'
  }
  return kind
}

function roomFiles(tree) {
  const folders = new Map()
  for (const path of tree.files.filter((one) => one.startsWith('src/modules/'))) {
    const inside = path.slice('src/modules/'.length)
    const folder = posix.dirname(inside)
    folders.set(folder, [...(folders.get(folder) ?? []), posix.basename(inside)])
  }
  const allowed = readAllowList(tree)
  const used = new Set()
  const failures = []
  for (const folder of folders.keys()) {
    if (folder === '.') failures.push('src/modules:1 holds rooms, not files')
    if (folder === '.' || !ROOMS.includes(folder.split('/')[0])) continue
    const kind = kindOf(folder, folders)
    if (kind === 'stray') failures.push(`src/modules/${folder}:1 a sub-room does not live inside a library folder`)
    if (kind !== 'room') continue
    for (const name of folders.get(folder)) {
      const entry = allowed.find((one) => isAllowed(one, `${folder}/${name}`))
      if (entry) used.add(entry)
      if (CLOSED_LIST.has(name) || name.endsWith('.test.ts') || entry) continue
      failures.push(`src/modules/${folder}/${name}:1 ${NOT_LISTED}`)
    }
  }
  for (const room of ROOMS) {
    const lives = [...folders.keys()].some((folder) => folder.split('/')[0] === room)
    if (lives && !folders.get(room)?.includes('index.ts')) failures.push(`src/modules/${room}:1 has no face (index.ts)`)
  }
  for (const entry of allowed) {
    if (!used.has(entry)) failures.push(`${ALLOW_LIST}:${entry.line} ${entry.file} is allowed but is not there`)
    if (entry.why === '') failures.push(`${ALLOW_LIST}:${entry.line} ${entry.file} has no reason`)
  }
  return { failures, rooms: new Set([...folders.keys()].map((folder) => folder.split('/')[0])).size }
}

function nameOf(path) {
  if (path.startsWith('migrations/')) return MIGRATION.test(path) ? null : 'migrations are named 0001_accounts.sql'
  const parts = path.split('/')
  const empty = [...parts.slice(0, -1), baseName(path)].find(
    (part) => NOTHING_SAYS.test(part) || ENDS_IN_NOTHING.test(part),
  )
  if (empty) return `“${empty}” says nothing: name the noun or the verb`
  return parts.every((part) => KEBAB.test(part)) ? null : 'file and folder names are kebab-case'
}

export function closedList(tree) {
  const { failures, rooms } = roomFiles(tree)
  const named = tree.files.filter((path) => /^(src|test|trust|bench|scripts|bin|migrations)\//.test(path))
  for (const path of named) {
    const wrong = nameOf(path)
    if (wrong) failures.push(`${path}:1 ${wrong}`)
  }
  return { failures, figures: [`${rooms} rooms, ${named.length} names`] }
}
