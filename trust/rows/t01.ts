import { z } from 'zod'
import { PERMISSIONS } from '#modules/accounts/rules.ts'
import { openCounter } from '../kit/asking.ts'
import { doors, nameOf, wholeOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

/** What stands beside the rooms' doors: it tells that the office is there, and those signed in what doors it has. */
const BESIDE: ReadonlySet<string> = new Set([
  'get /api/health',
  'get /api/ready',
  'get /api/metrics',
  'get /api/openapi.json',
  'get /api/docs',
])

const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-permission': z.string() }))),
})

export const row: Row = {
  id: 'T01',
  about: {
    zh: '路由器里的每条路由都在接口说明里，并声明了权限',
    en: 'every route of the router stands in the OpenAPI description, each with its policy',
  },
  threshold: '100 %; 0 routes only in one list',
  blocksMerge: true,
  run: async () => {
    const o = await wholeOffice()
    const app = await openCounter(o)
    await app.ready()
    const mounted = routesIn(app.printRoutes({ commonPrefix: false })).filter((route) => !BESIDE.has(route))
    const { token } = await o.hire()
    const answer = await app.inject({ url: '/api/openapi.json', headers: { cookie: `sangyu=${token}` } })
    const { paths } = described.parse(answer.json())
    const policies = new Map(
      Object.entries(paths).flatMap(([path, byMethod]) =>
        Object.entries(byMethod).map(([method, operation]) => [
          `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
          operation['x-permission'],
        ]),
      ),
    )
    await app.close()
    await o.close()
    const known = new Set<string>(['public', 'signed-in', ...PERMISSIONS])
    const declared = new Set(doors.map(({ e }) => nameOf({ ...e, path: `/api${e.path}` })))
    const faults = [
      ...mounted.filter((route) => !policies.has(route)).map((route) => `${route} is not described`),
      ...[...policies.keys()].filter((route) => !mounted.includes(route)).map((route) => `${route} is not mounted`),
      ...[...policies.keys()].filter((route) => !declared.has(route)).map((route) => `${route} is no room’s door`),
      ...[...policies].filter(([, policy]) => !known.has(policy)).map(([route, policy]) => `${route}: ${policy}?`),
    ]
    if (mounted.length < doors.length) faults.push('the router tells of fewer routes than there are doors')
    return noneOf(faults, `${mounted.length} routes`)
  },
}

/** `method path` of every route the router itself prints as a tree; each step in is four characters. */
export function routesIn(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^((?:│ {3}| {4})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/u.exec(line) ?? []
    if (!part) return []
    const depth = indent.length / 4
    above.splice(depth, above.length, part)
    const path = above.join('')
    const isOurs = path.startsWith('/api/') && path !== '/api/*'
    const verbs = methods.split(', ').filter((verb) => verb && verb !== 'HEAD' && verb !== 'OPTIONS')
    return isOurs ? verbs.map((verb) => `${verb.toLowerCase()} ${path}`) : []
  })
}
