import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre'
import { registerPeople } from '#modules/people/index.ts'
import { contract as lists } from '#modules/people/search/export/contract.ts'
import { contract as ledgers } from '#modules/reports/person-ledger/contract.ts'
import { Refused } from '#platform/client.ts'
import { asOwner } from '#test/office/owner.ts'
import { type Office, PLACES, type Worker } from '#test/office.ts'
import { parts, wholeOffice } from '../kit/doors.ts'
import { noneOf, type Row } from '../row.ts'

const purpose = '年度核对台账'
const columns = ['name', 'phone', 'idNumber']
const all = { selection: { question: {} }, columns, purpose }

export const row: Row = {
  id: 'T33',
  about: {
    zh: '批量导出由两人办理，每页有水印',
    en: 'long lists leave by two people’s word, and every page bears a watermark',
  },
  threshold: '100 %',
  blocksMerge: false,
  run: async () => {
    const o = await wholeOffice()
    const [maker, checker] = [await o.hire({ name: '周敏' }), await o.hire({ name: '刘静' })]
    await o.act((ctx) =>
      registerPeople(
        ctx,
        Array.from({ length: 51 }, (_, at) => draft(at)),
      ),
    )
    const checks = [
      ...(await twoPeople(o, maker, checker)),
      ...(await whatTheTableHolds(o)),
      ...(await onPaper(o, maker, checker)),
    ]
    await o.close()
    const faults = checks.flatMap(([what, ok]) => (ok ? [] : [what]))
    return noneOf(faults, `${checks.length} checks`)
  },
}

type Check = [what: string, ok: boolean]

const draft = (at: number) => ({
  values: { name: `群众${at}`, kind: 'tuixiu' },
  phones: [{ number: '13912345678', label: '本人' }],
  unitId: null,
  managingUnitId: null,
  placeCode: at ? PLACES.xinyuan : PLACES.linyi,
  tags: [],
  source: '登记',
})

/** The code of the refusal, or `done`. */
async function outcome(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )
}

async function twoPeople(o: Office, maker: Worker, checker: Worker): Promise<Check[]> {
  const [mine, theirs] = [o.as(maker).call(lists), o.as(checker).call(lists)]
  const { id } = await mine.requestExport(all)
  const checks: Check[] = [
    ['51 people leave at once', (await outcome(mine.exportPeople(all))) === 'people.approval_needed'],
    [
      'one leaves without a purpose',
      (await outcome(mine.exportPeople({ ...all, purpose: '' }))) === 'people.purpose_needed',
    ],
    ['the maker decides', (await outcome(mine.approveExport({ id }))) === 'people.export_own_request'],
    ['it is fetched undecided', (await outcome(mine.fetchExport({ id }))) === 'people.export_not_ready'],
    ['a second person cannot agree', (await outcome(theirs.approveExport({ id }))) === 'done'],
  ]
  await make(o, id, maker)
  checks.push(
    ['somebody else fetches it', (await outcome(theirs.fetchExport({ id }))) === 'row.not_found'],
    ['it cannot be fetched', (await outcome(mine.fetchExport({ id }))) === 'done'],
    ['it is fetched twice', (await outcome(mine.fetchExport({ id }))) === 'people.export_not_ready'],
  )
  const { id: late } = await mine.requestExport(all)
  await theirs.approveExport({ id: late })
  await make(o, late, maker)
  o.clock.pass(24 * 60)
  checks.push([
    'it is fetched after a day',
    (await outcome(mine.fetchExport({ id: late }))) === 'people.export_not_ready',
  ])
  return checks
}

/** What a second person agreed to is made by the queue, as it would be. */
async function make(o: Office, id: string, account: Worker): Promise<void> {
  await o.deliver()
  for (const task of ['people.make_export', 'reports.make_ledger'])
    if ((await paperOf(o, id)) === (task === 'people.make_export' ? 'list' : 'ledger'))
      await parts.jobs
        .find((job) => job.task === task)
        ?.run(o.house, { county: o.county, export: id, account: account.id })
}

async function paperOf(o: Office, id: string): Promise<unknown> {
  const [found] = await asOwner(o.house, 'select paper from people_export where id = $1', [id])
  return found?.['paper']
}

async function whatTheTableHolds(o: Office): Promise<Check[]> {
  const both = asOwner(o.house, 'update people_export set decided_by = requested_by, decided_at = now()')
  const undecided = asOwner(o.house, `update people_export set status = 'ready', decided_by = null, decided_at = null`)
  const [one, other] = await Promise.allSettled([both, undecided])
  return [
    ['the table lets one person be both', one.status === 'rejected'],
    ['the table holds a file nobody decided on', other.status === 'rejected'],
  ]
}

/** What leaves, of either kind: who took it and when stands over and under every page, and numbers are cut. */
async function onPaper(o: Office, maker: Worker, checker: Worker): Promise<Check[]> {
  const mark = /周敏 · .{4} · \d{4}-\d\d-\d\d \d\d:\d\d/
  const list = o.as(maker).call(lists)
  const book = o.as(maker).call(ledgers)
  const ids = (await asOwner<{ id: string }>(o.house, 'select id from person limit 2')).map(({ id }) => id)
  const short = await list.exportPeople({ ...all, selection: { ids } })
  const checks: Check[] = [
    [
      'a long ledger is printed at once',
      (await outcome(book.printPersonLedger({ format: 'pdf' }))) === 'people.approval_needed',
    ],
  ]
  const files = [short.bytes, (await book.printPersonLedger({ format: 'xlsx', place: PLACES.linyi })).bytes]
  const { id } = await book.requestPersonLedger({ format: 'xlsx', purpose })
  await o.as(checker).call(lists).approveExport({ id })
  await make(o, id, maker)
  files.push((await list.fetchExport({ id })).bytes)
  for (const [at, bytes] of files.entries()) {
    const sheet = (await readXlsx(bytes)).sheets[0]
    checks.push(
      [`workbook ${at} has no header`, mark.test(String(sheet?.headerFooter?.oddHeader))],
      [`workbook ${at} has no footer`, mark.test(String(sheet?.headerFooter?.oddFooter))],
      [`workbook ${at} shows a telephone`, !JSON.stringify(sheet?.rows).includes('13912345678')],
    )
  }
  const { bytes } = await book.printPersonLedger({ format: 'pdf', place: PLACES.linyi })
  if (spawnSync('pdftotext', ['-v']).error)
    return [...checks, ['pdftotext is not here (apt-get install poppler-utils)', false]]
  return [...checks, ['the PDF does not bear it twice a page', textOf(bytes).split(mark).length === 3]]
}

function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'sangyu-t33-'))
  writeFileSync(join(folder, 'book.pdf'), pdf)
  const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'book.pdf'), '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return stdout ?? ''
}
