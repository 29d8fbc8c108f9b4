import { Mark } from '../../../ui/control/mark.tsx'
import { useDuplicatesWords } from './words.ts'

const ALMOST_SURE = 90
const LIKELY = 70

/** How much alike, out of 100, with what that means. */
export function Score({ score }: { score: number }) {
  const words = useDuplicatesWords()
  const tone = score >= ALMOST_SURE ? 'bad' : score >= LIKELY ? 'doubtful' : 'plain'
  const meaning = score >= ALMOST_SURE ? words.almostSure : score >= LIKELY ? words.likely : words.possible
  return (
    <Mark tone={tone}>
      {score} · {meaning}
    </Mark>
  )
}
