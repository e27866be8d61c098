/**
 * What the page does besides being read: sorting, filtering, opening rows, the theme. Everything is readable without it. It
 * only shows, hides and moves what is there; it never makes markup of text.
 */
export const SCRIPT = `'use strict';
(() => {
const root = document.documentElement;
root.classList.add('js');
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

// Sorting: by data-v, else by text; numbers from the most, texts from the first.
for (const button of all('table.sortable th button')) button.addEventListener('click', () => {
  const head = button.closest('th');
  const numeric = button.dataset.sort === 'number';
  const before = head.getAttribute('aria-sort');
  const way = before === 'none' ? (numeric && !head.classList.contains('lv') ? 'descending' : 'ascending') : before === 'ascending' ? 'descending' : 'ascending';
  for (const other of all('th[aria-sort]', head.parentNode)) other.setAttribute('aria-sort', 'none');
  head.setAttribute('aria-sort', way);
  const body = head.closest('table').tBodies[0];
  const at = head.cellIndex;
  const keys = new Map([...body.rows].map((row) => {
    const cell = row.cells[at];
    const text = cell.dataset.v ?? cell.textContent;
    return [row, numeric ? Number(text) : text.toLowerCase()];
  }));
  const sign = way === 'ascending' ? 1 : -1;
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === '' || y === '') return (x === '') - (y === '');
    return x < y ? -sign : x > y ? sign : 0;
  });
  body.append(...rows);
});

// Filtering: all words must be in the row, and its level be ticked.
const filters = new Map();
for (const table of all('table[data-filtered]')) {
  const name = table.dataset.filtered;
  const input = document.querySelector('[data-text-for="' + name + '"]');
  const boxes = all('[data-for="' + name + '"]');
  const count = document.querySelector('[data-count-for="' + name + '"]');
  const rows = [...table.tBodies[0].rows];
  const chip = document.querySelector('[data-range-for="' + name + '"]');
  let texts = null;
  let times = null;
  let range = null;
  const inRange = (time) => time !== '' && time >= range.from && (range.to === '' || time < range.to);
  const apply = () => {
    texts ??= rows.map((row) => row.textContent.toLowerCase());
    if (range) times ??= rows.map((row) => row.querySelector('time')?.dateTime ?? '');
    const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.level));
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = levels.has(row.dataset.level) && (!range || inRange(times[i])) && words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      if (fits) shown++;
    });
    count.textContent = shown === rows.length ? rows.length + ' rows' : shown + ' of ' + rows.length + ' rows';
  };
  let wait = 0;
  input.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(apply, 120); });
  for (const box of boxes) box.addEventListener('change', apply);
  count.textContent = rows.length + ' rows';
  // Shows what is asked for and forgets what was asked before.
  filters.set(name, ({ text = '', level = null, time = null }) => {
    input.value = text;
    for (const box of boxes) box.checked = level === null || box.dataset.level === level;
    range = time;
    chip.hidden = !time;
    chip.textContent = time ? time.name : '';
    apply();
  });
  chip.addEventListener('click', () => { range = null; chip.hidden = true; input.focus(); apply(); });
}
const find = (name, what) => filters.get(name)?.(what);
document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-find],[data-find-rules],[data-show-level],[data-from]');
  if (link) {
    const { find: text, findRules, showLevel, from, to, name } = link.dataset;
    if (text !== undefined) find('hits', { text });
    if (findRules !== undefined) find('rules', { text: findRules });
    if (showLevel !== undefined) find('hits', { level: showLevel });
    if (from !== undefined) {
      find('hits', { time: { from, to, name } });
      if (!link.href) document.getElementById('hits').scrollIntoView();
    }
  }
  const row = event.target.closest('table.hits tbody tr');
  if (row && !getSelection().toString()) {
    const open = row.classList.toggle('open');
    row.querySelector('button.row').setAttribute('aria-expanded', open);
  }
});

// Rows: one of them can be reached by Tab, j, k and the arrows go on from it; Enter opens it as any button.
const rowButtons = all('button.row');
let at = rowButtons[0];
if (at) at.tabIndex = 0;
const goTo = (button) => {
  at.tabIndex = -1;
  at = button;
  at.tabIndex = 0;
  at.focus({ preventScroll: true });
  at.closest('tr').scrollIntoView({ block: 'nearest' });
};
document.addEventListener('focusin', (event) => { if (event.target.matches('button.row') && event.target !== at) goTo(event.target); });
const step = (way) => {
  if (!at) return;
  const onRow = document.activeElement === at;
  let i = rowButtons.indexOf(at) + (onRow ? way : 0);
  while (rowButtons[i]?.closest('tr').hidden) i += way;
  if (rowButtons[i]) goTo(rowButtons[i]);
};

// Keys: / goes to the search of the hits, Escape empties a search, j and k move among the hits.
document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input');
  const plain = !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const onRow = event.target.matches('button.row');
  if (plain && (event.key === 'j' || (onRow && event.key === 'ArrowDown'))) { event.preventDefault(); step(1); }
  if (plain && (event.key === 'k' || (onRow && event.key === 'ArrowUp'))) { event.preventDefault(); step(-1); }
  if (event.key === '/' && plain) {
    const input = document.querySelector('[data-text-for="hits"]');
    if (input) { event.preventDefault(); input.scrollIntoView({ block: 'center' }); input.focus({ preventScroll: true }); }
  }
  if (event.key === 'Escape' && typing && event.target.dataset.textFor) find(event.target.dataset.textFor, {});
});

// Theme: as the system has it until somebody chooses.
const theme = document.querySelector('button.theme');
const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
const label = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
theme.addEventListener('click', () => { root.dataset.theme = isDark() ? 'light' : 'dark'; label(); });
label();
})();
`;
