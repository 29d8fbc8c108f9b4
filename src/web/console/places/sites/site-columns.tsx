import type { api } from '../../../api.ts'
import type { Column } from '../../../ui/table/column.ts'
import type { usePlacesWords } from '../words.ts'

export type Site = Awaited<ReturnType<typeof api.sites.listSites>>['items'][number]
type Words = ReturnType<typeof usePlacesWords>

export function siteColumns(
  words: Words,
  kindOf: (kind: Site['kind']) => string,
  { title: actsTitle, render: acts }: Pick<Column<Site>, 'title' | 'render'>,
): Column<Site>[] {
  return [
    { key: 'name', title: words.name, render: (site) => site.name },
    { key: 'kind', title: words.kind, render: (site) => kindOf(site.kind) },
    { key: 'address', title: words.address, render: (site) => site.address },
    { key: 'phone', title: words.phone, render: (site) => site.phone },
    { key: 'opens', title: words.opens, render: (site) => site.opens },
    { key: 'acts', title: actsTitle, render: acts },
  ]
}
