import InboxOutlined from '@ant-design/icons/InboxOutlined'
import { type DragEvent, useId, useState } from 'react'
import css from './file-drop.module.css'

type FileDropProps = {
  /** What to put here, such as “Choose a spreadsheet or drop it here”. */
  label: string
  hint?: string
  accept: string
  disabled?: boolean
  onFile: (file: File) => void
}

/** One file, chosen or dropped. */
export function FileDrop({ label, hint, accept, disabled = false, onFile }: FileDropProps) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !disabled) onFile(file)
  }
  const drag = (over: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(over)
  }
  return (
    // The input inside is what the keyboard uses; dropping is a second way for the mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping a file has no keyboard form
    <label
      htmlFor={id}
      className={`${css.drop} ${isOver ? css.over : ''}`}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        take(event.dataTransfer.files)
      }}
    >
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <InboxOutlined aria-hidden="true" className={css.sign ?? ''} />
      <span className={css.label}>{label}</span>
      {hint ? <span className={css.hint}>{hint}</span> : null}
    </label>
  )
}
