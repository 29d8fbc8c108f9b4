import { useQuery } from '@tanstack/react-query'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { partnerKinds } from '#modules/volunteering/bank/codes/index.ts'
import { Mark } from '../../ui/control/mark.tsx'
import { Answer } from '../../ui/feedback/answer.tsx'
import { useSay } from '../../ui/language/language.ts'
import { useKitWords } from '../../ui/language/words.ts'
import { EmptyState } from '../../ui/page/empty-state.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { Counters } from './acts/counters.tsx'
import { ItemDialog } from './acts/item-dialog.tsx'
import css from './acts/item-picture.module.css'
import { PartnerDialog } from './acts/partner-dialog.tsx'
import { BankPage } from './parts/bank-page.tsx'
import { type Item, itemsQuery, type Partner, partnersQuery } from './queries.ts'
import { useBankWords } from './words.ts'

type Open =
  | { what: 'partner'; partner?: Partner }
  | { what: 'item'; partnerId: string; item?: Item }
  | { what: 'counters'; partner: Partner }

export function PartnerListPage() {
  const words = useBankWords()
  const partners = useQuery(partnersQuery)
  const items = useQuery(itemsQuery({}))
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const columns = usePartnerColumns(setOpen)
  const itemColumns = useItemColumns(setOpen)
  const add = (
    <Button type="primary" onClick={() => setOpen({ what: 'partner' })}>
      {words.addPartner}
    </Button>
  )
  return (
    <BankPage part="partners" actions={add}>
      <Section title={words.partners} flush>
        <Answer query={partners}>
          {({ items: rows }) => (
            <DataTable
              label={words.partners}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              empty={<EmptyState title={words.noPartners} hint={words.noPartnersHint} />}
            />
          )}
        </Answer>
      </Section>
      {items.data?.total ? (
        <Section title={words.items} flush>
          <DataTable label={words.items} columns={itemColumns} rows={items.data.items} rowKey={({ id }) => id} />
        </Section>
      ) : null}
      {open?.what === 'partner' ? <PartnerDialog partner={open.partner} onClose={close} /> : null}
      {open?.what === 'item' ? <ItemDialog partnerId={open.partnerId} item={open.item} onClose={close} /> : null}
      {open?.what === 'counters' ? <Counters partner={open.partner} onClose={close} /> : null}
    </BankPage>
  )
}

function usePartnerColumns(setOpen: (open: Open) => void): Column<Partner>[] {
  const words = useBankWords()
  const kit = useKitWords()
  const say = useSay()
  return [
    { key: 'name', title: words.partnerName, width: 130, render: ({ name }) => name },
    { key: 'kind', title: words.kind, render: ({ kind }) => say(partnerKinds[kind]) },
    {
      key: 'place',
      title: words.place,
      width: 130,
      render: ({ place, address }) => [place, address].filter(Boolean).join(' · '),
    },
    { key: 'phone', title: words.phone, width: 130, render: ({ phone }) => phone },
    { key: 'items', title: words.items, align: 'right', render: ({ items }) => items },
    { key: 'payable', title: words.payable, align: 'right', render: ({ payable }) => payable },
    {
      key: 'status',
      title: words.status,
      render: ({ status }) => <Mark tone={status === 'open' ? 'good' : 'plain'}>{words[status]}</Mark>,
    },
    {
      key: 'acts',
      title: kit.acts,
      width: 260,
      render: (partner) => (
        <Space size="small" wrap>
          <Button size="small" onClick={() => setOpen({ what: 'item', partnerId: partner.id })}>
            {words.addItem}
          </Button>
          <Button size="small" onClick={() => setOpen({ what: 'counters', partner })}>
            {words.counters}
          </Button>
          <Button size="small" onClick={() => setOpen({ what: 'partner', partner })}>
            {words.changePartner}
          </Button>
        </Space>
      ),
    },
  ]
}

function useItemColumns(setOpen: (open: Open) => void): Column<Item>[] {
  const words = useBankWords()
  const kit = useKitWords()
  return [
    { key: 'name', title: words.item, width: 160, render: ({ name }) => name },
    {
      key: 'picture',
      title: words.picture,
      width: 80,
      render: ({ id, name, hasPicture }) =>
        hasPicture ? (
          <img className={css.small} src={`/api/bank/items/${id}/picture`} alt={words.pictureOf(name)} loading="lazy" />
        ) : null,
    },
    { key: 'partner', title: words.partner, width: 140, render: ({ partner }) => partner },
    { key: 'points', title: words.price, align: 'right', render: ({ points }) => points },
    { key: 'stock', title: words.stock, align: 'right', render: ({ stock }) => stock ?? words.noLimit },
    { key: 'limit', title: words.monthLimit, align: 'right', render: ({ monthLimit }) => monthLimit ?? words.noLimit },
    {
      key: 'status',
      title: words.status,
      render: ({ status }) => <Mark tone={status === 'on' ? 'good' : 'plain'}>{words[status]}</Mark>,
    },
    {
      key: 'acts',
      title: kit.acts,
      render: (item) => (
        <Button size="small" onClick={() => setOpen({ what: 'item', partnerId: item.partnerId, item })}>
          {words.changeItem}
        </Button>
      ),
    },
  ]
}
