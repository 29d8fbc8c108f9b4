import { catalogue } from '#modules/people/fields/index.ts'
import { contract as imports } from '#modules/people/roster-import/contract.ts'
import { workbookOf } from '#modules/people/roster-import/reading/samples/workbook-of.ts'
import { readRoster } from '../canaries.ts'
import { parts } from '../doors.ts'
import { loadsFor, SCRIPTS } from './corpus.ts'
import type { Ground } from './openings.ts'

const LONGEST_HEADER = 40

/** A workbook in which every column of words, a column nobody knows and the name of the sheet hold scripts. */
function hostileBook(): Uint8Array {
  const columns = catalogue.filter(({ kind }) => kind === 'text' || kind === 'long' || kind === 'words')
  const header = ['姓名', ...columns.filter(({ key }) => key !== 'name').map(({ zh }) => zh)]
  const odd = SCRIPTS.filter((script) => script.length <= LONGEST_HEADER && !script.includes(':')).slice(0, 4)
  const [loads, names] = [loadsFor(190), loadsFor(60)]
  const rows = Array.from({ length: Math.max(loads.length, names.length) }, (_, at) => [
    ...header.map(
      (_column, place) => (place === 0 ? names : loads)[(at + place) % (place === 0 ? names : loads).length] ?? '',
    ),
    ...odd.map((_script, place) => loads[(at + place) % loads.length] ?? ''),
  ])
  return workbookOf({ sheets: [{ name: odd[0] ?? '', rows: [[...header, ...odd], ...rows] }] })
}

/** Brings it as a roster under a hostile name, reads and applies it; answers its id. */
export async function importScripts({ o, clerk }: Ground): Promise<string> {
  const desk = o.as(clerk).call(imports)
  const { id } = await desk.uploadRoster({ name: `${SCRIPTS[12]}.xlsx`, bytes: hostileBook() })
  await readRoster(o, id)
  await desk.decideImportRows({ id, plan: 'doubtful', decision: 'new' })
  await desk.applyImport({ id })
  await parts.jobs.find((job) => job.task === 'import.apply')?.run(o.house, { county: o.county, batch: id })
  return id
}
