import type { ThemeConfig } from 'antd'

/** Ink on warm paper, cinnabar for what leads on. Every text colour keeps 4.5:1 or more on paper, white and mist (WCAG 2.2 AA). */
export const ink = {
  paper: '#faf8f5',
  mist: '#f2ede5',
  line: '#ddd5c9',
  lineStrong: '#8f8678',
  text: '#1f2328',
  soft: '#4b5159',
  faint: '#5f6670',
  cinnabar: '#a8322a',
  cinnabarDeep: '#8c261f',
  teal: '#2b665a',
  amber: '#8a5a00',
  red: '#b3261e',
} as const

export const fonts = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: ink.cinnabar,
    colorLink: ink.cinnabar,
    colorLinkHover: ink.cinnabarDeep,
    colorSuccess: ink.teal,
    colorWarning: ink.amber,
    colorError: ink.red,
    colorInfo: ink.teal,
    colorInfoBg: '#e9f2ef',
    colorInfoBorder: '#a9c9bf',
    colorSuccessBg: '#e9f2ef',
    colorSuccessBorder: '#a9c9bf',
    colorWarningBg: '#fdf3dc',
    colorWarningBorder: '#e2c682',
    colorErrorBg: '#fdecea',
    colorErrorBorder: '#e5b3ad',
    colorBgLayout: ink.paper,
    colorText: ink.text,
    colorTextSecondary: ink.soft,
    colorTextTertiary: ink.faint,
    colorTextQuaternary: ink.faint,
    colorTextPlaceholder: '#666c75',
    colorTextDescription: ink.soft,
    colorTextDisabled: '#62676e',
    colorBorder: ink.lineStrong,
    colorBorderSecondary: ink.line,
    colorSplit: ink.line,
    fontFamily: fonts,
    fontSize: 15,
    borderRadius: 8,
    controlHeight: 38,
    controlHeightLG: 46,
    lineHeight: 1.6,
    // Switched off as a whole: style sheets that merely shorten animations make the library misplace its lists.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    boxShadow: '0 6px 24px rgba(56, 40, 24, 0.14)',
    boxShadowSecondary: '0 6px 24px rgba(56, 40, 24, 0.14)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Form: { labelColor: ink.text, verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 },
    Modal: { titleFontSize: 19 },
    Tooltip: { colorBgSpotlight: ink.text },
  },
}
