import type { Db } from '../../ctx.ts'
import type { Bilingual } from '../../words.ts'
import { cutOf, headOf, type Place, rowsOf } from './rows.ts'
import { beginningOf, type ChainRow, hashOf } from './text.ts'

/** What is wrong, at which row. `replaced`: the row is sound in itself, but not the one that stood there. */
export type Fault = { seq: string; kind: 'altered' | 'missing' | 'swapped' | 'replaced'; words: Bilingual }
/** The head of a chain as it was written down outside the database. */
export type Witnessed = Place & { at: string }
export type Verified = { county: number; rows: number; head: Place | undefined; faults: Fault[] }

/** Enough to see what happened; a chain that was rewritten breaks at every row. */
const MOST_FAULTS = 100
const TRIES = 3

/** Walks a chain from its beginning, or its last cut, to its head, and compares it with what was written down outside. */
export async function verifyChain(db: Db, county: number, anchors: readonly Witnessed[] = []): Promise<Verified> {
  for (let turn = 1; ; turn++) {
    const cut = await cutOf(db, county)
    const found = await walk(db, { county, cut, anchors })
    // Old rows that go while one reads are no fault.
    if (!found.faults.length || turn === TRIES || (await cutOf(db, county))?.seq === cut?.seq) return found
  }
}

type Way = { county: number; cut: Place | undefined; anchors: readonly Witnessed[] }

async function walk(db: Db, { county, cut, anchors }: Way): Promise<Verified> {
  const head = await headOf(db, county)
  const start: Place = cut ?? { seq: '0', hash: beginningOf(county) }
  const walker = newWalker(start, new Map(anchors.map((anchor) => [anchor.seq, anchor])))
  // The head was read first: what is appended meanwhile lies beyond it.
  for await (const row of rowsOf(db, { county, after: start.seq, upTo: head?.seq ?? '0' })) walker.step(row)
  const faults = [...walker.end(head), ...beyond(anchors, head)]
  return { county, rows: walker.rows(), head, faults: faults.toSorted(bySeq).slice(0, MOST_FAULTS) }
}

const bySeq = (one: Fault, other: Fault) => Number(BigInt(one.seq) - BigInt(other.seq))

/** Rows that were witnessed but lie beyond the head: the end of the chain was cut off. */
function beyond(anchors: readonly Witnessed[], head: Place | undefined): Fault[] {
  const lost = anchors.filter(({ seq }) => BigInt(seq) > BigInt(head?.seq ?? '0'))
  return lost.map(({ seq, at }) =>
    faultOf(seq, 'missing', { zh: `${at} 锚定时已有这一行`, en: `it was anchored ${at}` }),
  )
}

function newWalker(start: Place, anchors: ReadonlyMap<string, Witnessed>) {
  const faults: Fault[] = []
  const broken: ChainRow[] = []
  let [last, count] = [start, 0]
  const say = (fault: Fault) => {
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }
  const witness = ({ seq, hash }: Place) => {
    const anchor = anchors.get(seq)
    if (anchor && anchor.hash !== hash)
      say(faultOf(seq, 'replaced', { zh: `与 ${anchor.at} 的锚不符`, en: `not what was anchored ${anchor.at}` }))
  }
  witness(start)
  return {
    rows: () => count,
    step: (row: ChainRow) => {
      const isNext = BigInt(row.seq) === BigInt(last.seq) + 1n
      if (!isNext) say(missing(BigInt(last.seq) + 1n, BigInt(row.seq) - 1n))
      if (hashOf(row) !== row.hash) broken.push(row)
      else if (isNext && row.prev_hash !== last.hash && broken.at(-1)?.seq !== last.seq)
        say(faultOf(last.seq, 'replaced', { zh: '其后一行记的是另一个散列', en: 'the next row carries another hash' }))
      witness(row)
      last = row
      count++
    },
    end: (head: Place | undefined): Fault[] => {
      if (head && last.seq !== head.seq) say(missing(BigInt(last.seq) + 1n, BigInt(head.seq)))
      else if (head && last.hash !== head.hash)
        say(faultOf(last.seq, 'replaced', { zh: '与链头不符', en: 'not the head of the chain' }))
      return [...faults, ...broken.slice(0, MOST_FAULTS).map((row) => judged(row, broken.slice(0, MOST_FAULTS)))]
    },
  }
}

/** A row whose hash is right for the number of another broken row has changed places with it. */
function judged(row: ChainRow, broken: readonly ChainRow[]): Fault {
  const other = broken.find(({ seq }) => seq !== row.seq && hashOf({ ...row, seq }) === row.hash)
  if (other) return faultOf(row.seq, 'swapped', { zh: `原是第 ${other.seq} 行`, en: `this was row ${other.seq}` })
  return faultOf(row.seq, 'altered', { zh: '内容与散列不符', en: 'its content does not give its hash' })
}

function missing(from: bigint, to: bigint): Fault {
  const words =
    to > from
      ? { zh: `缺第 ${from}–${to} 行`, en: `rows ${from} to ${to} are gone` }
      : { zh: '这一行不见了', en: 'it is gone' }
  return faultOf(String(from), 'missing', words)
}

const KINDS: Record<Fault['kind'], Bilingual> = {
  altered: { zh: '被改动', en: 'altered' },
  missing: { zh: '缺失', en: 'missing' },
  swapped: { zh: '被调换', en: 'swapped' },
  replaced: { zh: '被替换', en: 'replaced' },
}

function faultOf(seq: string, kind: Fault['kind'], why: Bilingual): Fault {
  const name = KINDS[kind]
  const words = { zh: `第 ${seq} 行${name.zh}：${why.zh}`, en: `row ${seq} ${name.en}: ${why.en}` }
  return { seq, kind, words }
}
