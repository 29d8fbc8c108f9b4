import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'

type IconButtonProps = { label: string; icon: ReactNode; onClick: () => void; danger?: boolean; disabled?: boolean }

/** A button that shows only a sign; its name is said to screen readers and on hover. */
export function IconButton({ label, icon, onClick, danger = false, disabled = false }: IconButtonProps) {
  return (
    <Tooltip title={label}>
      <Button type="text" aria-label={label} icon={icon} onClick={onClick} danger={danger} disabled={disabled} />
    </Tooltip>
  )
}
