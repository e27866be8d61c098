import { type Html, html, trusted } from '../hunt/html/markup.ts';
import type { Bulletin, Section } from './bulletin.ts';

/** Colours of TLP 2.0 (FIRST): text on black. */
const TLP_COLOURS: Readonly<Record<string, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, table, .head, .tlp { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid; }
.tlp { display: inline-block; background: #000; padding: .15rem .5rem; font-weight: 700; }
.head { font-size: .85rem; display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .8rem 0; }
.head dt { opacity: .7; } .head dd { margin: 0; }
p { margin: .4rem 0; } sup a { text-decoration: none; font: .75em system-ui, sans-serif; }
table { border-collapse: collapse; font-size: .8rem; width: 100%; margin: .6rem 0; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere; }
ol.sources { font-size: .8rem; } ol.sources code { overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;

/** A bulletin as a page that opens from a file, prints well and asks nothing of the network. */
export function bulletinHtml(bulletin: Bulletin): string {
  const { title, tlp, head, sections, sources, language } = bulletin;
  return `<!doctype html>\n${
    html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${trusted(STYLE)}</style></head>
<body><main><h1>${title}</h1><p class="tlp" style="color:${TLP_COLOURS[tlp] ?? '#fff'}">${tlp}</p>
<dl class="head">${head.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${sections.map(sectionHtml)}
${sources.length > 0 && html`<h2>Sources</h2><ol class="sources">${sources.map((source, n) => html`<li id="source-${n + 1}"><code>${source}</code></li>`)}</ol>`}
</main></body></html>`.html
  }\n`;
}

function sectionHtml({ heading, sentences, table }: Section): Html {
  return html`<section><h2>${heading}</h2><p>${sentences.map(({ text, sources }) => html`${text}${sources.map((n) => html`<sup><a href="#source-${n}">[${n}]</a></sup>`)} `)}</p>${
    table !== undefined &&
    table.rows.length > 0 &&
    html`<table><thead><tr>${table.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${table.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
  }</section>`;
}
