import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const FOLDERS = ['src', 'test', 'trust', 'bench', 'scripts', 'bin']

/** Runs a pinned tool; its output is the list of failures when it does not end with 0. Never rejects. */
function ran(root, command, args) {
  // The tools' own `#!/usr/bin/env node` finds the pinned Node first.
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  const options = { cwd: root, maxBuffer: 1 << 26, env: { ...process.env, PATH, NO_COLOR: '1', FORCE_COLOR: '0' } }
  return new Promise((resolve) => {
    const program = command === 'node' ? process.execPath : join(root, 'node_modules/.bin', command)
    execFile(program, args, options, (error, stdout, stderr) => {
      const said = `${stdout}\n${stderr}`
        .replaceAll(`${root}/`, '')
        .split('\n')
        .filter((line) => line.trim() !== '')
      const failures = said.length > 0 ? said : [`${command}: ${error?.message}`]
      resolve({ failures: error ? failures : [], figures: [] })
    })
  })
}

const foldersOf = (tree) => FOLDERS.filter((folder) => tree.files.some((path) => path.startsWith(`${folder}/`)))

export async function types(tree) {
  const projects = ['tsconfig.json', 'src/web/tsconfig.json'].filter((path) => tree.has(path))
  const failures = []
  for (const project of projects)
    failures.push(...(await ran(tree.root, 'tsc', ['--pretty', 'false', '-p', project])).failures)
  return { failures, figures: projects }
}

export async function lint(tree) {
  const flags = [
    '--type-aware',
    '--format=unix',
    '--deny-warnings',
    '--report-unused-disable-directives-severity=error',
  ]
  const { failures } = await ran(tree.root, 'oxlint', [...flags, ...foldersOf(tree)])
  return { failures: failures.filter((line) => !/^\d+ problems?$/.test(line)), figures: [] }
}

export async function format(tree) {
  const flags = ['check', '--colors=off', '--max-diagnostics=200', '--reporter=github']
  const { failures } = await ran(tree.root, 'biome', [...flags, ...foldersOf(tree)])
  const files = failures.flatMap((line) => /file=([^,]+),line=(\d+)/.exec(line)?.slice(1, 3).join(':') ?? [])
  const unformatted = [...new Set(files)].map((place) => `${place} node_modules/.bin/biome check --write repairs this`)
  return { failures: unformatted.length > 0 ? unformatted : failures, figures: [] }
}

export async function deadCode(tree) {
  const answer = await ran(tree.root, 'knip', ['--no-progress', '--no-config-hints', '--reporter=json'])
  const json = answer.failures.find((line) => line.startsWith('{"issues"'))
  if (!json) return answer
  const failures = JSON.parse(json).issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      found
        .flat()
        .map(
          (one) => `${file}:${one.line ?? 1} ${kind === 'files' ? 'nobody imports this file' : `${kind}: ${one.name}`}`,
        ),
    ),
  )
  return { failures: failures.sort(), figures: [] }
}

export async function tables(tree) {
  if (!existsSync(join(tree.root, 'scripts/tables.mjs')))
    return { failures: [], figures: ['no scripts/tables.mjs yet'] }
  return ran(tree.root, 'node', ['scripts/tables.mjs', '--check'])
}
