import RightOutlined from '@ant-design/icons/RightOutlined'
import { HrefLink } from '../../../ui/control/href-link.tsx'
import css from './parts.module.css'
import type { Task } from './tasks.ts'

export function TaskLine({ task }: { task: Task }) {
  return (
    <li className={css.task}>
      <HrefLink href={task.href}>
        <span className={task.tone === 'doubtful' ? css.dotDoubtful : css.dot} aria-hidden="true" />
        <span className={css.what}>
          <span className={css.title}>{task.title}</span>
          <span className={css.hint}>{task.hint}</span>
        </span>
        <span className={css.count}>{task.count}</span>
        <RightOutlined className={css.go ?? ''} aria-hidden="true" />
      </HrefLink>
    </li>
  )
}
