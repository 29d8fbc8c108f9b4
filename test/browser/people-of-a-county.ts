import { contract as record } from '#modules/people/record/contract.ts'
import type { Office } from '#test/office.ts'

type Given = { name?: string; birthOn?: string; unitId?: string; placeCode?: string; kind?: 'lixiu' | 'tuixiu' }

const NAMES = ['张建国', '王秀兰', '李志强', '刘桂英', '陈国华', '杨淑珍', '赵德胜', '孙玉梅']

/** Registers people as a clerk of the bureau would; whatever a test does not say is made up. Answers their ids. */
export async function registerPeople(office: Office, people: readonly Given[]): Promise<string[]> {
  const clerk = await office.hire({ role: 'bureau_staff' })
  const at = office.as(clerk).call(record)
  const ids: string[] = []
  for (const [index, { name, birthOn, kind = 'tuixiu', unitId, placeCode }] of people.entries()) {
    const values = {
      name: name ?? NAMES[index % NAMES.length] ?? '张建国',
      birthOn: birthOn ?? `19${45 + index}-05-0${1 + (index % 9)}`,
      kind,
    }
    const { id } = await at.registerPerson({ values, unitId: unitId ?? null, placeCode: placeCode ?? null })
    ids.push(id)
  }
  return ids
}
