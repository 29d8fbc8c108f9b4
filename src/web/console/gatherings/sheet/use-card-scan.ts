import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { plainCode } from '#modules/gatherings/person-codes/rules.ts'
import { Refused } from '#platform/client.ts'
import { api } from '../../../api.ts'
import { signal } from '../../../camera/signal.ts'
import { useSay } from '../../../ui/language/language.ts'
import { GATHERINGS, type GatheringRecord } from '../queries.ts'
import { useCardScanWords, useSheetWords } from '../words.ts'

export type Scanned = { key: number; isGood: boolean; text: string }

/** As many as stand on a telephone under the picture. */
const SHOWN = 4

/** Cards held up one after another: each is entered at once, in the order in which they came, and what became of it is said. */
export function useCardScan(record: GatheringRecord) {
  const words = { ...useSheetWords(), ...useCardScanWords() }
  const say = useSay()
  const client = useQueryClient()
  const [scanned, setScanned] = useState<Scanned[]>([])
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<Promise<void>>(Promise.resolve())
  const tell = (isGood: boolean, text: string) => {
    signal(isGood ? 'good' : 'bad')
    setScanned((old) => [{ key: (old[0]?.key ?? 0) + 1, isGood, text }, ...old].slice(0, SHOWN))
  }
  const enter = async (typed: string) => {
    if (!plainCode(typed)) return tell(false, words.notACard)
    try {
      const { personId, name, isAgain } = await api.attendance.markByCode({ id: record.id, typed })
      setPeople((old) => new Set([...old, personId]))
      tell(true, isAgain ? words.codeAgain(name) : words.codeMarked(name))
      // The next card need not wait until the sheet has been read again.
      client.invalidateQueries({ queryKey: GATHERINGS }).catch(() => undefined)
    } catch (error) {
      tell(false, error instanceof Refused ? say(error.words) : words.notSent)
    }
  }
  const see = (text: string) => {
    last.current = last.current.then(() => enter(text))
  }
  return { scanned, count: people.size, see }
}
