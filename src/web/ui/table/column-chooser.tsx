import SettingOutlined from '@ant-design/icons/SettingOutlined'
import { Button, Popover } from 'antd'
import { useKitWords } from '../language/words.ts'
import type { Column } from './column.ts'
import css from './column-chooser.module.css'
import type { ColumnChoice } from './use-columns.ts'

type ColumnChooserProps<T> = { columns: readonly Column<T>[]; choice: ColumnChoice<T> }

/** Ticks for the columns of a list. */
export function ColumnChooser<T>({ columns, choice }: ColumnChooserProps<T>) {
  const words = useKitWords()
  const toggle = (key: string) =>
    choice.choose(choice.keys.includes(key) ? choice.keys.filter((one) => one !== key) : [...choice.keys, key])
  const ticks = (
    <fieldset className={css.ticks}>
      <legend className={css.hint}>{words.columnsHint}</legend>
      {columns
        .filter((column) => !column.fixed)
        .map((column) => (
          <label key={column.key} className={css.tick}>
            <input type="checkbox" checked={choice.keys.includes(column.key)} onChange={() => toggle(column.key)} />
            {column.title}
          </label>
        ))}
      <Button size="small" onClick={choice.reset}>
        {words.resetColumns}
      </Button>
    </fieldset>
  )
  return (
    <Popover content={ticks} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />}>{words.columns}</Button>
    </Popover>
  )
}
