/** The page's style: the workbench's colours and type, quiet and dense. Text keeps a contrast of 4.5:1 in both themes. */
const LIGHT = `color-scheme:light;--ground:#f7f5f1;--surface:#fff;--sunk:#efece5;--hover:#f1eee8;--ink:#1d1c1a;--muted:#5b5850;--line:#d9d5cb;--line-strong:#8f8a7d;--accent:#1f4f82;
--critical:#8c1446;--high:#b3400a;--medium:#8a5a00;--low:#1b6580;--informational:#5f5b52;
--critical-f:#9b1b52;--high-f:#d4611f;--medium-f:#dba63a;--low-f:#5b9fb8;--informational-f:#a09b8f`;
const DARK = `color-scheme:dark;--ground:#14161a;--surface:#1b1e23;--sunk:#101215;--hover:#23272d;--ink:#e8e5df;--muted:#aba79d;--line:#343941;--line-strong:#767b84;--accent:#8ebbec;
--critical:#ff9bb8;--high:#ffab7d;--medium:#e8c56a;--low:#85c6dc;--informational:#b9b4a8;
--critical-f:#e0527f;--high-f:#e07f45;--medium-f:#c59a3c;--low-f:#4e93ad;--informational-f:#77736a`;

const LEVEL_RULES = ['critical', 'high', 'medium', 'low', 'informational']
  .map((level) => `.${level}{--level:var(--${level});--fill:var(--${level}-f)}`)
  .join('\n');

const HEAT_RULES = [1, 2, 3, 4, 5, 6, 7, 8]
  .map((step) => `.h${step}{background:color-mix(in srgb,var(--fill) ${6 + step * 4}%,var(--surface))}`)
  .join('\n');

export const STYLE = `
:root{${LIGHT};--sans:system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{${DARK}}}
${LEVEL_RULES}
*,*::before,*::after{box-sizing:border-box}
html{font:14px/1.45 var(--sans);font-variant-numeric:tabular-nums;color:var(--ink);background:var(--ground);-webkit-text-size-adjust:100%;scroll-padding-top:44px}
body{margin:0}
h1,h2,h3,p,ul,ol,dl,dd,figure,fieldset{margin:0;padding:0;border:0}
h1{font-size:1.5rem;font-weight:600;line-height:1.25;text-wrap:balance}
h2{font-size:1.0625rem;font-weight:600;margin-bottom:8px}
h3{font-size:.8125rem;font-weight:600}
ul,ol{list-style:none}
a{color:var(--accent);text-underline-offset:2px}
button,input{font:inherit;color:inherit}
small{font-size:.75rem}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
header,main,footer{max-width:1440px;margin:0 auto;padding:0 24px}
header{padding-top:24px;padding-bottom:12px}
.kicker{font-size:.8125rem;color:var(--muted);margin-bottom:4px}
.read{display:flex;flex-wrap:wrap;gap:2px 18px;margin-top:8px;color:var(--muted);font-size:.8125rem}
.levels{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.levels li{min-width:112px;padding:6px 12px;background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--fill);border-radius:4px}
.levels a{color:inherit;text-decoration:none;display:block}
.levels a:hover span{text-decoration:underline}
.levels b{display:block;font-size:1.25rem;line-height:1.2;font-weight:600}
.levels span{color:var(--level);font-size:.8125rem}
nav{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line)}
nav ul{display:flex;gap:2px 16px;max-width:1440px;margin:0 auto;padding:7px 24px;font-size:.8125rem;overflow-x:auto;white-space:nowrap}
nav .theme{margin-left:auto}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
section{margin:22px 0;padding:16px;background:var(--surface);border:1px solid var(--line);border-radius:4px}
.note{color:var(--muted);font-size:.8125rem;margin:8px 0;max-width:110ch}
.muted{color:var(--muted)}
.mono{font-family:var(--mono);font-size:.75rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.print-only{display:none}
.scroll{overflow-x:auto;max-height:640px;overflow-y:auto;border:1px solid var(--line);border-radius:4px;position:relative}
.js .scroll{content-visibility:auto;contain-intrinsic-size:auto 640px}
.scroll.low{max-height:280px}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.8125rem}
table.narrow{width:auto;min-width:320px}
th,td{padding:4px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tbody tr:last-child>*{border-bottom:0}
tbody th{font-weight:400;min-width:150px}
.who{min-width:180px}.from{min-width:110px}.on{min-width:210px}.how{min-width:130px}.sign{min-width:280px}.log{min-width:170px}.why{min-width:150px}
thead th{position:sticky;top:0;z-index:1;background:var(--sunk);font-weight:600;color:var(--muted);font-size:.75rem;white-space:nowrap}
thead button{padding:0;border:0;background:none;cursor:pointer;font-weight:600;color:inherit}
thead button::after{content:"";display:inline-block;width:10px;margin-left:3px;opacity:.9}
th[aria-sort=ascending] button::after{content:"▴"}
th[aria-sort=descending] button::after{content:"▾"}
thead button:hover{color:var(--ink);text-decoration:underline}
tbody tr:hover{background:var(--hover)}
.n{text-align:right;white-space:nowrap}
.n.lv{text-align:left}
.t{white-space:nowrap;font-size:.75rem}
td.t{padding-top:5px}
td.refused{color:var(--high);font-weight:600}
.wide{min-width:260px}
.file{min-width:200px}
${HEAT_RULES}
.level{white-space:nowrap;color:var(--level)}
.level::before{content:"";display:inline-block;width:8px;height:8px;margin-right:6px;border-radius:2px;background:var(--fill);border:1px solid var(--level)}
.level.critical,.level.high{font-weight:600}
details>summary{cursor:pointer}
section>details{margin-top:8px}
section>details>.scroll{margin-top:6px}
summary:hover{text-decoration:underline}
.about,.fields{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:1px 12px;margin:6px 0}
.about dt,.fields dt{color:var(--muted)}
.fields{font-family:var(--mono);font-size:.75rem}
.fields dd{white-space:pre-wrap}
.example{margin:6px 0;padding:6px 10px;background:var(--sunk);border-radius:4px;font-size:.75rem}
ul.inline{display:inline-flex;flex-wrap:wrap;gap:0 12px}
ul.plain{columns:2 420px;column-gap:24px;font-size:.8125rem}
ul.plain li{margin-bottom:3px;break-inside:avoid;overflow-wrap:anywhere}
.legend{display:flex;flex-wrap:wrap;gap:2px 14px;font-size:.75rem;color:var(--muted);margin-bottom:6px}
.key::before{content:"";display:inline-block;width:10px;height:10px;margin-right:5px;background:var(--fill)}
.most{margin-left:auto}
.chart{display:block;width:100%;height:150px;background:linear-gradient(var(--line),var(--line)) 0 0/100% 1px no-repeat,linear-gradient(var(--line),var(--line)) 0 50%/100% 1px no-repeat;border-bottom:1px solid var(--line-strong);overflow:visible}
.chart rect{fill:var(--fill)}
.js .chart g{cursor:pointer}
button.range{padding:0 8px;border:1px solid var(--accent);border-radius:4px;background:none;cursor:pointer}
button.range::after{content:" ×"}
.chart g:hover rect{stroke:var(--ink);stroke-width:1;vector-effect:non-scaling-stroke}
.axis span{white-space:nowrap}
.axis{display:flex;justify-content:space-between;font-size:.75rem;color:var(--muted);margin-top:3px}
figcaption{font-size:.75rem;color:var(--muted);margin-top:6px}
.numbers{font-size:.8125rem}
.matrix{display:flex;gap:8px;padding:8px;align-items:flex-start;width:max-content;min-width:100%}
.matrix>li{width:158px;flex:none}
.matrix p{font-size:.75rem;margin-bottom:4px}
.matrix ul li{margin-bottom:4px}
.matrix a{display:block;padding:4px 7px;border:1px solid var(--line);border-left:3px solid var(--fill);border-radius:3px;color:var(--ink);text-decoration:none;font-size:.75rem;line-height:1.35}
.matrix a:hover{border-color:var(--ink)}
.matrix .hits{display:block;color:var(--ink)}
.filter{display:none;flex-wrap:wrap;gap:6px 16px;align-items:center;margin-bottom:8px;font-size:.8125rem}
.js .filter{display:flex}
.filter fieldset{display:flex;flex-wrap:wrap;gap:4px 12px}
.filter label{display:inline-flex;align-items:center;gap:5px}
.filter input[type=search]{width:min(340px,60vw);padding:3px 8px;border:1px solid var(--line-strong);border-radius:4px;background:var(--surface)}
.filter output{color:var(--muted);margin-left:auto}
.hits{table-layout:fixed;min-width:1040px}
.hits th.t{width:138px}.hits th.lv{width:108px}.hits th.host{width:185px}.hits th.rule{width:230px}.hits th.record{width:235px}
.js .what>div,.js .record>div{max-height:4.4em;overflow:hidden}
.js tr.open .what>div,.js tr.open .record>div{max-height:none}
.js .open .what .f{white-space:pre-wrap}
.hits tr.open{background:var(--hover)}
button.row{padding:0;border:0;background:none;text-align:left;font-size:.75rem}
.js button.row{cursor:pointer}
.js button.row:hover{text-decoration:underline}
kbd{padding:0 4px;border:1px solid var(--line-strong);border-radius:3px;font:inherit;font-size:.75rem}
.js-only{display:none}
.js .js-only{display:block}
.f{display:block;font-family:var(--mono);font-size:.75rem}
.f b{font-weight:400;color:var(--muted)}
.record{font-size:.75rem}
button.theme{padding:0 8px;border:1px solid var(--line);border-radius:4px;background:none;cursor:pointer;font-size:.75rem}
nav .theme{display:none}
.js nav .theme{display:block}
footer{padding-bottom:32px;color:var(--muted);font-size:.75rem}
@media screen and (max-width:720px){header,main,footer,nav ul{padding-left:12px;padding-right:12px}section{padding:10px}h1{font-size:1.25rem}.axis span:nth-child(even){display:none}.axis{font-size:.6875rem}.scroll{max-height:520px}
.hits{min-width:0}.hits thead{display:none}.hits,.hits tbody,.hits tr,.hits td{display:block}.hits tr[hidden]{display:none}.hits tr{padding:6px 0;border-bottom:1px solid var(--line)}.hits td{padding:1px 10px;border:0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
@page{margin:14mm}
html{background:#fff;font-size:11px}
header,main,footer{max-width:none;padding:0}
nav,.js .filter,.js .js-only,button.theme{display:none}
.js .what>div,.js .record>div{max-height:none}
section{border:0;padding:0;margin:14px 0;break-inside:auto}
h2{break-after:avoid}
.js .scroll{overflow:visible;max-height:none;border:0;content-visibility:visible}
.scroll{overflow:visible;max-height:none;border:0}
thead th{position:static}
tr,.example{break-inside:avoid}
.matrix{display:block;width:auto}
.matrix>li{width:auto;margin-bottom:8px;break-inside:auto}
.matrix ul{display:grid;grid-template-columns:repeat(4,1fr);gap:3px}
.matrix ul li{margin:0;break-inside:avoid}
.hits{min-width:0}
.hits th.t{width:13%}.hits th.lv{width:11%}.hits th.host{width:14%}.hits th.rule{width:18%}.hits th.record{width:16%}
th,td{padding:3px 6px;font-size:.7rem}
tbody th,.who,.how,.sign,.log,.why,.file,.wide{min-width:0}
.on{min-width:96px}.from{min-width:84px}.t{white-space:normal;min-width:58px}
.hits tbody tr:nth-child(n+201){display:none}
.print-only{display:block}
a{color:inherit;text-decoration:none}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
