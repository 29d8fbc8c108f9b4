import EyeOutlined from '@ant-design/icons/EyeOutlined'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { PeopleColumns } from '../columns/use-people-columns.tsx'
import { useListAddress } from '../list/use-list-address.ts'
import { type SavedView, viewsQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'
import { SaveView } from './save-view.tsx'
import { definitionOf, isSameDefinition } from './view-definition.ts'
import { ViewList } from './view-list.tsx'

/** Lists one comes back to, one's own and shared ones. A star says that the present list is no longer the view as it was saved. */
export function ViewsMenu({ columns }: { columns: PeopleColumns }) {
  const words = usePeopleWords()
  const { search } = useListAddress()
  const { data } = useQuery(viewsQuery)
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const current = data?.items.find((view) => view.id === search.view)
  const definition = definitionOf(search, columns.keys)
  const isChanged = current !== undefined && !isSameDefinition(current.definition, definition)
  const list = (
    <ViewList
      views={data?.items ?? []}
      current={current}
      onSave={() => {
        setOpen(false)
        setSaving(true)
      }}
      onOpened={() => setOpen(false)}
    />
  )
  return (
    <>
      <Popover content={list} trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen}>
        <Button icon={<EyeOutlined aria-hidden />} aria-expanded={isOpen}>
          {current ? <Current view={current} isChanged={isChanged} /> : words.views}
        </Button>
      </Popover>
      {isSaving ? <SaveView current={current} definition={definition} onClose={() => setSaving(false)} /> : null}
    </>
  )
}

function Current({ view, isChanged }: { view: SavedView; isChanged: boolean }) {
  const words = usePeopleWords()
  return (
    <>
      {view.name}
      {isChanged ? (
        <>
          {' '}
          <span aria-hidden="true">*</span>
          <span className="visually-hidden">{words.viewChanged}</span>
        </>
      ) : null}
    </>
  )
}
