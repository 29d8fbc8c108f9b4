import { askMatrix, COLUMNS, committed, differences } from '../kit/matrix.ts'
import { noneOf, type Row } from '../row.ts'

export const row: Row = {
  id: 'T02',
  about: {
    zh: '每个接口对每种角色的答复与提交的表完全一致，没有默认放行',
    en: 'every door answers every role as the committed table says; nothing is let in by default',
  },
  threshold: '100 % equal, 0 default-allow',
  blocksMerge: true,
  run: async () => {
    const { statuses, faults } = await askMatrix()
    const wrong = [...faults, ...differences(committed(), statuses)]
    return noneOf(wrong, `${statuses.size} doors × ${COLUMNS.length} roles`)
  },
}
