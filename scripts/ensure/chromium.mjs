import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotGoOn, tell } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FONT_FILE = /cjk|wqy|wenquanyi|sourcehan|source-han|droidsansfallback|simsun|fandol/i
const FONT_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(process.env.HOME ?? '/', '.fonts'),
  join(process.env.HOME ?? '/', '.local/share/fonts'),
]

/** A browser and Chinese type for the page tests; returns the browser's path. Throws CannotGoOn with the command to run. */
export function ensureChromium() {
  const missing = missingParts()
  if (missing.length > 0) {
    if (process.getuid?.() !== 0 || !find('apt-get')) throw askFor(missing)
    tell(
      `正在安装浏览器测试所需：${missing.join('、')}……`,
      `Installing what the browser tests need: ${missing.join(', ')} …`,
    )
    if (!aptInstall(missing) && !aptInstall(missing)) throw askFor(missing)
  }
  const browser = findBrowser()
  if (!browser || !hasChineseType()) throw askFor(missingParts())
  return browser
}

const missingParts = () => [...(findBrowser() ? [] : ['chromium']), ...(hasChineseType() ? [] : ['fonts-noto-cjk'])]

function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  return [chosen, ...NAMES.map(find)].find((path) => path && isBrowser(path))
}

function find(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

/** Ubuntu's chromium-browser may be a script that only says where to get one. */
function isBrowser(path) {
  const asked = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Fontconfig knows; where it is not installed the font folders are looked through. */
function hasChineseType() {
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (asked.status === 0) return asked.stdout.trim() !== ''
  return FONT_FOLDERS.filter((folder) => existsSync(folder)).some((folder) =>
    readdirSync(folder, { recursive: true }).some((name) => FONT_FILE.test(String(name))),
  )
}

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=120']
  spawnSync('apt-get', [...wait, 'update'], quiet)
  return spawnSync('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], quiet).status === 0
}

function askFor(packages) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`
  return new CannotGoOn(
    `浏览器测试缺少 ${packages.join('、')}。请以 root 运行：\n  ${command}\n其他系统请安装 Chromium 和中文字体，或用 CHROMIUM_PATH 指定浏览器。`,
    `The browser tests need ${packages.join(', ')}. Run the command above as root; on other systems install Chromium and a Chinese font, or set CHROMIUM_PATH.`,
  )
}
