import type { Draft, FieldValues } from '#modules/people/index.ts'
import type { Chance } from '../chance.ts'
import { fullName } from '../names/index.ts'
import { dayBetween, yearsAfter } from './life.ts'

/** Somebody who died lately; `widow` says which of the living is the survivor, if the survivor has a record here. */
export type Death = { draft: Draft; values: FieldValues; widow: number | undefined }

const CAUSES = ['心脏病', '脑梗塞', '肺部感染', '因病医治无效', '自然衰老']
const SUBSIDY_CENTS = 98_000

/** Beyond the living 3,397: a dozen who died in the past year. The first `widows` of the list are widows or widowers with records of their own. */
export function deathsOf(
  chance: Chance,
  { models, widows, day }: { models: readonly Draft[]; widows: readonly Draft[]; day: string },
): Death[] {
  return models.map((model, at) => {
    const widow = widows[at]
    const diedOn = dayBetween(chance, yearsAfter(day, -1), day)
    return {
      draft: deceased(chance, model, widow),
      values: deathValues(chance, diedOn, widow),
      widow: widow ? at : undefined,
    }
  })
}

/** The record of the one who died, made after somebody alike; its family is the one who is left. */
function deceased(chance: Chance, model: Draft, widow: Draft | undefined): Draft {
  const spouse = widow?.family?.find((member) => member.relation === '1')
  const gender = String(widow ? (widow.values.gender === '1' ? '2' : '1') : model.values.gender)
  const year = Number(String(model.values.birthOn).slice(0, 4))
  const name = spouse?.name ?? fullName(chance, { gender, year })
  const left = model.family?.find((member) => member.relation === '1')
  return {
    ...model,
    values: { ...model.values, name, gender, idNumber: null, ...(widow ? { marital: '21' } : {}) },
    phones: [],
    contacts: [],
    family: [
      {
        relation: '1',
        name: String(widow?.values.name ?? left?.name ?? '刘桂兰'),
        birthOn: widow ? String(widow.values.birthOn).slice(0, 4) : (left?.birthOn ?? null),
        isLiving: true,
        workUnit: null,
        health: null,
        phone: null,
        subsidyCents: widow ? null : SUBSIDY_CENTS,
        linkedPersonId: null,
        note: '遗属',
      },
    ],
    tags: [],
  }
}

function deathValues(chance: Chance, diedOn: string, widow: Draft | undefined): FieldValues {
  const isPaid = chance.happens(0.7)
  return {
    diedOn,
    deathCause: chance.pick(CAUSES),
    farewell: '送别仪式，单位和社区到场',
    ...(isPaid
      ? { bereavementPaidOn: diedOn.slice(0, 7), bereavementPayee: String(widow?.values.name ?? '配偶') }
      : { bereavementUnpaidReason: '材料审核中' }),
  }
}
