import { relative } from 'node:path'

const COUNTS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/
const name = (file) => relative(process.cwd(), file)

const isWholeFile = ({ file, name: title, nesting }) => nesting === 0 && file !== undefined && name(file) === title

function failed({ file, line, name: title, details }, said) {
  const cause = details.error?.cause ?? details.error
  const text = [...said, String(cause?.stack ?? cause?.message ?? cause)].join('\n').trim()
  return `\nFAIL  ${title}\n${file ? `      ${name(file)}:${line}\n` : ''}${text.replace(/^/gm, '      ')}\n\n`
}

function finished({ file, counts, success, duration_ms: took }, said) {
  const line = `${success ? 'ok  ' : 'FAIL'}  ${name(file)}  ${counts.tests} tests  ${(took / 1000).toFixed(1)} s\n`
  return success ? line : line + said.join('')
}

/** A line for each file, the whole story of each failure, and node:test's own closing lines. */
export default async function* report(events) {
  const heard = new Map()
  for await (const { type, data } of events) {
    const said = heard.get(name(data.file ?? '')) ?? []
    const isCause = type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed'
    if (isCause && !data.todo) yield failed(data, isWholeFile(data) ? said : [])
    if (type === 'test:pass' && isWholeFile(data)) yield `FAIL  ${data.name} holds no test\n`
    if (type === 'test:stdout' || type === 'test:stderr') heard.set(name(data.file), [...said, data.message])
    if (type === 'test:summary' && data.file) yield finished(data, said)
    if (type === 'test:diagnostic' && COUNTS.test(data.message)) yield `# ${data.message}\n`
  }
}
