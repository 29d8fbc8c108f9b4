import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '../..')

export type Package = {
  path: string
  name: string
  version: string
  licence: string
  integrity: string
  isDev: boolean
  runsScript: boolean
  isResolved: boolean
}

type Locked = Record<string, Record<string, unknown>>

/** Every package of the lock file, the nested ones too; this very project is not among them. */
export function lockedPackages(): Package[] {
  const lock = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as { packages: Locked } // npm's own format
  return Object.entries(lock.packages).flatMap(([path, one]) => {
    if (path === '') return []
    const text = (key: string): string => (typeof one[key] === 'string' ? one[key] : '')
    return [
      {
        path,
        name: text('name') || path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: text('version'),
        licence: text('license'),
        integrity: text('integrity'),
        isDev: one['dev'] === true || one['devOptional'] === true,
        runsScript: one['hasInstallScript'] === true,
        isResolved: text('resolved') !== '',
      },
    ]
  })
}

/** A bill of materials (CycloneDX 1.6) as lists of vulnerabilities are looked up with. */
export function billOf(packages: readonly Package[], version: string): Record<string, unknown> {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'sangyu', version, 'bom-ref': `sangyu@${version}` } },
    components: packages.map(({ name, version: own, licence, integrity, isDev }) => ({
      type: 'library',
      'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${own}`,
      name,
      version: own,
      purl: `pkg:npm/${name.replace('@', '%40')}@${own}`,
      scope: isDev ? 'excluded' : 'required',
      licenses: licence ? [{ expression: licence }] : [],
      hashes: hashesOf(integrity),
    })),
  }
}

function hashesOf(integrity: string): { alg: string; content: string }[] {
  const [algorithm = '', content = ''] = integrity.split('-')
  return algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] : []
}
