import SettingOutlined from '@ant-design/icons/SettingOutlined'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { fieldOf, sectionWords } from '#modules/people/fields/catalogue.ts'
import { useSay } from '../../../ui/language/language.ts'
import { useKitWords } from '../../../ui/language/words.ts'
import { useNarrow } from '../../shell/use-narrow.ts'
import { usePeopleWords } from '../words.ts'
import { ChosenColumns } from './chosen-columns.tsx'
import css from './column-choice.module.css'
import type { PeopleColumns } from './use-people-columns.tsx'

const WIDTH = 420

/** Any field of the record as a column: ticked, and put in order. */
export function ColumnChoice({ columns }: { columns: PeopleColumns }) {
  const words = usePeopleWords()
  const kit = useKitWords()
  const narrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const [find, setFind] = useState('')
  return (
    <>
      <Button icon={<SettingOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {kit.columns}
      </Button>
      <Drawer
        title={words.chooseColumns}
        open={isOpen}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : WIDTH}
        footer={
          <div className={css.foot}>
            <Button onClick={() => columns.choose(null)}>{kit.resetColumns}</Button>
            <Button type="primary" onClick={() => setOpen(false)}>
              {kit.close}
            </Button>
          </div>
        }
      >
        <ChosenColumns columns={columns} />
        <Input
          value={find}
          allowClear
          onChange={(event) => setFind(event.target.value.trim())}
          placeholder={words.findColumn}
          aria-label={words.findColumn}
        />
        <Groups columns={columns} find={find} />
      </Drawer>
    </>
  )
}

function Groups({ columns, find }: { columns: PeopleColumns; find: string }) {
  const words = usePeopleWords()
  const say = useSay()
  const groupOf = (key: string) => {
    const field = fieldOf(key)
    return field ? say(sectionWords[field.section]) : words.general
  }
  const offered = columns.all.filter(
    (column) => !column.fixed && column.title.toLowerCase().includes(find.toLowerCase()),
  )
  const groups = [...new Set(offered.map(({ key }) => groupOf(key)))]
  const toggle = (key: string) =>
    columns.choose(columns.keys.includes(key) ? columns.keys.filter((one) => one !== key) : [...columns.keys, key])
  return (
    <>
      {groups.map((group) => (
        <fieldset key={group} className={css.group}>
          <legend>{group}</legend>
          {offered
            .filter(({ key }) => groupOf(key) === group)
            .map(({ key, title }) => (
              <label key={key} className={css.tick}>
                <input type="checkbox" checked={columns.keys.includes(key)} onChange={() => toggle(key)} />
                {title}
              </label>
            ))}
        </fieldset>
      ))}
    </>
  )
}
