import assert from 'node:assert/strict'
import test, { before } from 'node:test'
import { runProgram } from '#test/trial-home.ts'

type Said = { status: number; out: string; err: string }

const NAMES = ['start', 'migrate', 'demo', 'import', 'export', 'doctor']
const WRONG: [line: string, complaint: RegExp][] = [
  ['dance', /没有“dance”这个命令。 There is no command "dance"\./],
  ['start --prot 8080', /--prot/],
  ['start --port', /--port/],
  ['start --port eighty', /sangyu start \[--port 8080\]/],
  ['start --port 70000', /sangyu start \[--port 8080\]/],
  ['start --port=', /sangyu start \[--port 8080\]/],
  ['demo --port 1.5', /sangyu demo \[--port 8080\]/],
  ['import', /sangyu import --preview/],
  ['import --apply', /sangyu import --apply/],
  ['import --apply --as-of 2013-13-01 a.xlsx', /sangyu import --apply/],
  ['import --preview', /sangyu import --preview/],
  ['export a.xlsx', /sangyu export --reason/],
  ['export --reason 核对', /sangyu export --reason/],
  ['migrate --fast', /--fast/],
]
const LINES = [
  '',
  'help',
  '--help',
  'version',
  '--version',
  ...NAMES.map((name) => `${name} --help`),
  ...WRONG.map(([line]) => line),
]

/** Runs every line in one process, which none of them may end or open anything in. */
const program = `import { runCommand } from './src/commands/cli.ts'
import { allParts } from './src/main.ts'
const parts = allParts()
const said = {}
const real = { out: process.stdout.write.bind(process.stdout), err: process.stderr.write.bind(process.stderr) }
for (const line of JSON.parse(process.argv[1])) {
  const one = { status: -1, out: '', err: '' }
  const keep = (key) => (text, done) => { one[key] += text; if (typeof done === 'function') done(); return true }
  process.stdout.write = keep('out')
  process.stderr.write = keep('err')
  one.status = await runCommand(line === '' ? [] : line.split(' '), parts)
  said[line] = one
}
process.stdout.write = real.out
console.log(JSON.stringify(said))`

let said: Record<string, Said>
before(async () => {
  said = JSON.parse(await runProgram(program, JSON.stringify(LINES)))
})

test('help names every command in both languages', () => {
  for (const line of ['', 'help', '--help']) {
    const { status, out } = said[line] ?? assert.fail(line)
    assert.equal(status, 0)
    for (const name of NAMES) assert.match(out, new RegExp(`^  ${name} +\\p{Script=Han}.* / [A-Z]`, 'mu'))
  }
})

test('each command says what it does and how it is called', () => {
  for (const name of NAMES) {
    const { status, out, err } = said[`${name} --help`] ?? assert.fail(name)
    assert.deepEqual([status, err], [0, ''])
    assert.match(out, /^\p{Script=Han}.* \/ [A-Z].*\n\nsangyu /u)
    assert.ok(out.includes(`sangyu ${name}`))
  }
})

test('the version is that of the package', () => {
  for (const line of ['version', '--version']) assert.match(said[line]?.out ?? '', /^\d+\.\d+\.\d+\n$/)
})

test('a wrong call is told so, ends with 2 and opens nothing', () => {
  for (const [line, complaint] of WRONG) {
    const { status, out, err } = said[line] ?? assert.fail(line)
    assert.equal(status, 2, `${line}: ${out}${err}`)
    assert.match(out + err, complaint, line)
  }
})
