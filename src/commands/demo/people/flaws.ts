import type { Draft } from '#modules/people/index.ts'
import type { Chance } from '../chance.ts'
import { mobile, spoiled, withIdCheck } from '../numbers.ts'
import { yearsAfter } from './life.ts'

type Spoil = (draft: Draft, chance: Chance) => Draft
type Meant = (draft: Draft) => boolean

const INCOMPLETE = 45
const BAD_NUMBERS = 12
const OTHER_BIRTHS = 8
const OTHER_SEXES = 3
const LATE_JOINERS = 2
const BACKWARD = 2
const PAIRS = 6

const without = (...keys: string[]) => {
  const nothing = Object.fromEntries(keys.map((key) => [key, null]))
  return (draft: Draft): Draft => ({ ...draft, values: { ...draft.values, ...nothing } })
}
const changed = (draft: Draft, values: Draft['values']): Draft => ({ ...draft, values: { ...draft.values, ...values } })
const text = (draft: Draft, key: string) => String(draft.values[key] ?? '')

const gaps: readonly Spoil[] = [
  without('idNumber'),
  without('medicalInsuranceNo'),
  without('health', 'chronicCodes'),
  without('incomeCents', 'basePayCents', 'allowanceCents'),
  without('education'),
  without('treatmentApprovedOn', 'rankTreatment'),
  (draft) => ({ ...draft, phones: [], contacts: [] }),
  (draft) => ({ ...without('address')(draft), placeCode: null }),
  (draft) => changed(draft, { birthOn: text(draft, 'birthOn').slice(0, 7), idNumber: null }),
  (draft) => changed(draft, { birthOn: `${text(draft, 'birthOn').slice(0, 4)}~`, idNumber: null }),
]

/** The archive says another day or another sex than the number does. */
const otherBirth: Spoil = (draft, chance) =>
  changed(draft, { birthOn: yearsAfter(text(draft, 'birthOn'), chance.pick([-1, 1, 2])) })
const otherSex: Spoil = (draft) => {
  const number = text(draft, 'idNumber')
  return changed(draft, { idNumber: withIdCheck(number.slice(0, 16) + String((Number(number[16]) + 1) % 10)) })
}
const badNumber: Spoil = (draft) => changed(draft, { idNumber: spoiled(text(draft, 'idNumber')) })
const lateJoiner: Spoil = (draft) => changed(draft, { revolutionJoinedOn: '1949-10-12', workStartedOn: '1949-10-12' })
const backward: Spoil = (draft) =>
  changed(draft, { retiredOn: yearsAfter(`${text(draft, 'workStartedOn').slice(0, 7)}-01`, -2) })

class Lots {
  readonly people: Draft[]
  #left: number[]
  constructor(chance: Chance, people: readonly Draft[]) {
    this.people = [...people]
    this.#left = chance.shuffled(people.map((_, at) => at))
  }

  draw(isMeant: Meant): { at: number; draft: Draft } {
    for (const [place, at] of this.#left.entries()) {
      const draft = this.people[at]
      if (!draft || !isMeant(draft)) continue
      this.#left.splice(place, 1)
      return { at, draft }
    }
    throw new RangeError('nobody is left to be drawn')
  }
}

const isTuixiu: Meant = (draft) => draft.values.kind === 'tuixiu'
const isLixiu: Meant = (draft) => draft.values.kind === 'lixiu'

/** Spoils some of the records, never two ways at once, so that the page of data quality has its cases. Counts stay what they are. */
export function withFlaws(chance: Chance, people: readonly Draft[]): Draft[] {
  const lots = new Lots(chance, people)
  const spoil = (count: number, how: () => Spoil, isMeant: Meant) => {
    for (let done = 0; done < count; done++) {
      const { at, draft } = lots.draw(isMeant)
      lots.people[at] = how()(draft, chance)
    }
  }
  spoil(
    INCOMPLETE,
    () => chance.pick(gaps),
    () => true,
  )
  spoil(BAD_NUMBERS, () => badNumber, isTuixiu)
  spoil(OTHER_BIRTHS, () => otherBirth, isTuixiu)
  spoil(OTHER_SEXES, () => otherSex, isTuixiu)
  spoil(BACKWARD, () => backward, isTuixiu)
  spoil(LATE_JOINERS, () => lateJoiner, isLixiu)
  for (let pair = 0; pair < PAIRS; pair++) {
    const original = lots.draw(isTuixiu).draft
    const twin = lots.draw((draft) => isTuixiu(draft) && draft.values.nature === original.values.nature)
    lots.people[twin.at] = twinOf(chance, original)
  }
  return lots.people
}

/** One person on two rosters: the second has no number, another telephone, and no family. */
function twinOf(chance: Chance, original: Draft): Draft {
  return {
    ...changed(original, { idNumber: null, medicalInsuranceNo: null, birthOn: text(original, 'birthOn').slice(0, 7) }),
    phones: [...original.phones.slice(0, 1), { number: mobile(chance), label: '子女' }],
    contacts: [],
    family: [],
    tags: [],
    source: '社区走访登记',
  }
}
