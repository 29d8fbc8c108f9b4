import { isTest } from '../tree.mjs'
import { mayAsk, whereIs } from './floors.mjs'

/** Bundles of their own for old telephones (src/web/light.config.ts), and what they share. */
const LIGHT_PAGES = /^src\/web\/(elder|partner|light)\//
const SERVER_FILE = /(^|\/)(service|routes|policy|events|jobs)\.ts$/
/** The pool, the migrations and the launcher of our own server talk to PostgreSQL; everyone else is given `ctx.db`. */
const OPENS_DATABASE = /^src\/(platform\/(db|postgres)\/|main\.ts$)/
/** The code tables of a room are values that run anywhere; a contract that pages see can take them, but not the face with the server behind it. */
const FACES = new Set(['index.ts', 'codes/index.ts'])
/** What main and the commands need to mount a room. */
const MOUNTABLE = /(^|\/)(index|routes|events|jobs|contract|words)\.ts$/

function fromRoom(from, to, edge) {
  if (to.part === 'web') return 'a room does not know the pages'
  if (to.part === 'main' || to.part === 'commands' || to.part === 'top') return 'a room does not know who mounts it'
  if (to.part === 'outside') return isTest(edge.from) ? null : 'only tests may import from outside src'
  const opens = edge.to.startsWith('src/platform/db/') && !edge.erased && !isTest(edge.from)
  if (opens) return 'rooms get their transaction as ctx.db; of #platform/db they may import types only'
  if (to.part !== 'modules' || to.room === from.room) return null
  if (!mayAsk(from.room, to.room)) return `${from.room} may not ask ${to.room}: ask down, tell up`
  return FACES.has(to.inside)
    ? null
    : `another room is entered through #modules/${to.room}/index.ts only, or asked for its codes`
}

function fromPages(to, edge) {
  const [shell, target] = [edge.from, edge.to].map((path) => path.split('/')[2])
  const shells = ['console', 'elder', 'field', 'partner']
  if (to.part === 'outside') return isTest(edge.from) ? null : 'pages import from src only'
  if (to.part !== 'modules' && to.part !== 'web' && to.part !== 'platform') return 'pages do not know the server'
  if (to.part === 'modules') {
    if (shell === 'ui') return 'the design system knows no domain'
    if (shell === 'light') return 'the kit of the light pages knows no domain'
    const door = to.inside === 'index.ts' || SERVER_FILE.test(to.inside)
    return door ? 'pages may look only at files that run in a browser (contract, rules, words, codes …)' : null
  }
  if (shell === 'ui' && to.part === 'web' && target !== 'ui') return 'the design system knows no page'
  if (shell === 'light' && to.part === 'web' && target !== 'light') return 'the kit of the light pages knows no page'
  if (shells.includes(shell) && shells.includes(target) && shell !== target) return 'shells do not share pages'
  return null
}

export function brokenWall(edge) {
  const from = whereIs(edge.from)
  const to = whereIs(edge.to)
  switch (from.part) {
    case 'platform':
      if (to.part === 'platform' || (to.part === 'outside' && isTest(edge.from))) return null
      return 'the platform knows no room, no page and no command'
    case 'modules':
      return fromRoom(from, to, edge)
    case 'web':
      return fromPages(to, edge)
    case 'main':
    case 'commands':
      if (to.part === 'web') return 'the server does not know the pages'
      if (to.part !== 'modules' || isTest(edge.from) || MOUNTABLE.test(to.inside)) return null
      return 'rooms are mounted through index, routes, events or jobs'
    case 'top':
      return to.part === 'modules' ? 'only src/main.ts and src/commands know the rooms' : null
    default:
      return null
  }
}

export function brokenPackage({ from, specifier, erased }) {
  const { part } = whereIs(from)
  const mayOpen = OPENS_DATABASE.test(from) || part === 'outside'
  const opens = /^pg(\/|$)/.test(specifier) && !(erased && ['platform', 'main', 'commands'].includes(part))
  if (opens && !mayOpen) return 'only src/platform/db, src/platform/postgres and src/main.ts open the database'
  const server = /^(fastify|graphile-worker|@fastify\/.*)$/.test(specifier)
  if (part === 'modules' && server && !isTest(from)) return 'rooms reach HTTP and jobs through #platform'
  if (LIGHT_PAGES.test(from) && /^(antd|@ant-design\/|@tanstack\/)/.test(specifier)) {
    return 'elder and partner pages stay light: plain React and own CSS'
  }
  return null
}
