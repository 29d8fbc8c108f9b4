import MenuFoldOutlined from '@ant-design/icons/MenuFoldOutlined'
import MenuUnfoldOutlined from '@ant-design/icons/MenuUnfoldOutlined'
import { Link, Outlet } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { Waiting } from '../../ui/feedback/waiting.tsx'
import { setLanguage } from '../../ui/language/language.ts'
import { Brand } from './brand.tsx'
import { DiskNotice } from './disk/disk-notice.tsx'
import { SideNav } from './nav/side-nav.tsx'
import { useMe } from './session/me.ts'
import { OwnWatermark } from './session/own-watermark.tsx'
import { ProveIt } from './session/prove-it.tsx'
import { SessionEnded } from './session/session-ended.tsx'
import css from './shell.module.css'
import { TopBar } from './top/top-bar.tsx'
import { useNarrow } from './use-narrow.ts'
import { useShellWords } from './words.ts'

const KEY = 'sangyu.folded'

/** The frame of every page behind the sign-in: navigation at the left, bar above, the page itself. */
export function Shell() {
  const words = useShellWords()
  const narrow = useNarrow()
  const { lang } = useMe().account
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  useEffect(() => setLanguage(lang), [lang])
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {words.skip}
      </a>
      {narrow ? (
        <Drawer
          open={isDrawerOpen}
          onClose={() => setDrawerOpen(false)}
          placement="left"
          size={280}
          title={<Brand />}
          styles={{ body: { padding: 0, background: '#f2ede5' } }}
        >
          <SideNav onGo={() => setDrawerOpen(false)} />
        </Drawer>
      ) : (
        <Aside />
      )}
      <div className={css.column}>
        <TopBar narrow={narrow} onMenu={() => setDrawerOpen(true)} />
        <DiskNotice />
        <main id="content" className={css.content} tabIndex={-1}>
          <Suspense fallback={<Waiting lines={6} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <OwnWatermark />
      <SessionEnded />
      <ProveIt />
    </div>
  )
}

/** The navigation of a wide screen; folded it shows only the signs, and this browser remembers it. */
function Aside() {
  const words = useShellWords()
  const [isFolded, setFolded] = useState(localStorage.getItem(KEY) === '1')
  const fold = () => {
    localStorage.setItem(KEY, isFolded ? '0' : '1')
    setFolded(!isFolded)
  }
  return (
    <aside className={isFolded ? css.asideFolded : css.aside}>
      <Link to="/" className={css.home ?? ''}>
        <Brand folded={isFolded} />
        <span className="visually-hidden">{words.toHome}</span>
      </Link>
      <SideNav folded={isFolded} />
      <div className={css.fold}>
        <Button
          type="text"
          icon={isFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={isFolded ? words.unfoldNav : words.foldNav}
          title={isFolded ? words.unfoldNav : words.foldNav}
          onClick={fold}
        />
      </div>
    </aside>
  )
}
